/** A place on a trail, as the address of the page writes it: `claim-line.0190…`. */
export type Place = { readonly kind: string; readonly id: string }

const MOST_WALKED = 30
const PLACE = /^([a-z-]{2,40})\.([0-9a-f-]{36})$/

export const placeText = ({ kind, id }: Place): string => `${kind}.${id}`

/** The way that an address tells, oldest first; what is not a place is left out. */
export function readWay(texts: readonly string[]): Place[] {
  return texts.flatMap((text) => {
    const [, kind, id] = PLACE.exec(text) ?? []
    return kind && id ? [{ kind, id }] : []
  })
}

/** The way after a step from `here` to `next`: a step back to a place walked before shortens it. */
export function wayTo(way: readonly Place[], here: Place, next: Place): Place[] {
  const whole = [...way, here]
  const before = whole.findIndex((place) => place.kind === next.kind && place.id === next.id)
  return (before >= 0 ? whole.slice(0, before) : whole).slice(-MOST_WALKED)
}

/** The link to a place, keeping the way that leads there. */
export function linkTo(place: Place, way: readonly Place[]): { to: string; query: Record<string, string> } {
  return {
    to: `/trail/${place.kind}/${place.id}`,
    query: way.length > 0 ? { way: way.map(placeText).join(',') } : {},
  }
}
