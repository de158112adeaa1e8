import type { Tx } from '../../platform/db/public.ts'
import { placeName } from './led.ts'
import type { Described, Led, Trail, TrailLink, TrailPlace, TrailStep, TrailWays } from './trails.ts'

/** Of one kind, more links than this are parts of one thing (a claim's lines, a sheet's signs): whose one is, they all are. */
const OWN_PARTS = 30

/** How steps are walked: each as its room describes it, with what rests on it elsewhere. */
export type Walking = {
  /** One step; for an organisation only its own, and only the links that it may walk. */
  step(tx: Tx, place: TrailPlace, organisationId: string | null): Promise<TrailStep | undefined>
  /** Many steps as the bureau walks them, in this order; those that are not there are left out. */
  steps(tx: Tx, places: readonly TrailPlace[]): Promise<TrailStep[]>
  /** What a step is called and whose it is (null: the bureau's own), without where it leads; undefined where there is none. */
  about(tx: Tx, place: TrailPlace): Promise<Pick<Described, 'title' | 'organisationId'> | undefined>
}

export function walkingOf(trails: readonly Trail[], ways: readonly TrailWays[]): Walking {
  const known = new Map(trails.map((trail) => [trail.kind, trail]))
  const describe = (tx: Tx, { kind, id }: TrailPlace) => known.get(kind)?.describe(tx, id)
  /** The links that this organisation may walk: nothing is told of the others, not even that they are there. */
  const walkable = async (tx: Tx, links: readonly TrailLink[], organisationId: string): Promise<TrailLink[]> => {
    const counts = new Map<string, number>()
    for (const { kind } of links) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    const isOwn = async (link: TrailLink) => (await describe(tx, link))?.organisationId === organisationId
    const ofParts = new Map<string, boolean>()
    const shown: TrailLink[] = []
    for (const link of links) {
      // Answers of checks come in numbers and are not all the organisation's to read.
      const isPart = (counts.get(link.kind) ?? 0) > OWN_PARTS && link.kind !== 'check-result'
      const own = (isPart ? ofParts.get(link.kind) : undefined) ?? (await isOwn(link))
      if (isPart) ofParts.set(link.kind, own)
      if (own) shown.push(link)
    }
    return shown
  }
  /** What the rooms add to these steps, place by place. */
  const addedTo = async (tx: Tx, places: readonly TrailPlace[]) => {
    const told: Led[] = []
    for (const way of ways) told.push(await way.leadsTo(tx, places))
    return (place: TrailPlace): TrailLink[] => told.flatMap((led) => led.get(placeName(place)) ?? [])
  }
  return {
    about: async (tx, place) => describe(tx, place),

    async step(tx, place, organisationId) {
      const described = await describe(tx, place)
      if (!described || (organisationId !== null && described.organisationId !== organisationId)) return undefined
      const whole = stepOf(described, (await addedTo(tx, [place]))(place))
      if (organisationId === null) return whole
      return {
        ...whole,
        says: described.saysToOrganisation ?? whole.says,
        restsOn: await walkable(tx, whole.restsOn, organisationId),
        leadsTo: await walkable(tx, whole.leadsTo, organisationId),
      }
    },

    async steps(tx, places) {
      const described: Described[] = []
      for (const place of places) {
        const step = await describe(tx, place)
        if (step) described.push(step)
      }
      const added = await addedTo(tx, described)
      return described.map((step) => stepOf(step, added(step)))
    },
  }
}

const stepOf = (
  { kind, id, title, says, restsOn, leadsTo, papers }: Described,
  added: readonly TrailLink[],
): TrailStep => ({
  kind,
  id,
  title,
  says,
  restsOn: once(restsOn),
  leadsTo: once([...leadsTo, ...added]),
  ...(papers ? { papers } : {}),
})

const once = (links: readonly TrailLink[]): TrailLink[] => [
  ...new Map(links.map((link) => [`${link.kind}.${link.id}`, link])).values(),
]
