/** A place on a trail, as the address of the page writes it: `claim-line.0190…`. */
export type Place = { readonly kind: string; readonly id: string }

/** A link as it is shown: with those behind it that say the same word for word, of other claims or days. */
export type Shown<Link> = { readonly first: Link; readonly alike: readonly Link[] }

/** Of one kind, so many are shown at once. */
const SHOWN_OF_A_KIND = 12

/** Links as a reader meets them: what says the same once, and of a kind that has many the rest apart. */
export function shownOf<Link extends Place & { readonly title: { readonly zh: string } }>(
  links: readonly Link[],
): { readonly shown: readonly Shown<Link>[]; readonly rest: readonly Shown<Link>[] } {
  const groups = new Map<string, { first: Link; alike: Link[] }>()
  for (const link of links) {
    const name = `${link.kind} ${link.title.zh}`
    const group = groups.get(name)
    if (group) group.alike.push(link)
    else groups.set(name, { first: link, alike: [] })
  }
  const counts = new Map<string, number>()
  const isShown = ({ first: { kind } }: Shown<Link>) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return (counts.get(kind) ?? 0) <= SHOWN_OF_A_KIND
  }
  const all = [...groups.values()]
  const shown = all.filter(isShown)
  return { shown, rest: all.filter((group) => !shown.includes(group)) }
}

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
