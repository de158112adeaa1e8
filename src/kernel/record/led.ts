import type { Led, TrailLink, TrailPlace } from './trails.ts'

/** A place, as it is told apart from others of any kind. */
export const placeName = ({ kind, id }: TrailPlace): string => `${kind}.${id}`

/** A link, and the place that it leads on from. */
export type LinkAt = { readonly at: TrailPlace; readonly link: TrailLink }

/** Links by the place they lead on from, in their order. */
export function ledBy(found: readonly LinkAt[]): Led {
  const led = new Map<string, TrailLink[]>()
  for (const { at, link } of found) {
    const known = led.get(placeName(at))
    if (known) known.push(link)
    else led.set(placeName(at), [link])
  }
  return led
}

/** Where each place leads, asked one by one: for kinds of which there are few. */
export async function ledEach(
  places: readonly TrailPlace[],
  ask: (place: TrailPlace) => Promise<readonly TrailLink[]>,
): Promise<Led> {
  const led = new Map<string, readonly TrailLink[]>()
  for (const place of places) led.set(placeName(place), await ask(place))
  return led
}
