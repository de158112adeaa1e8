import type { Tx } from '../../platform/db/public.ts'
import type { Trail, TrailLink, TrailPlace, TrailStep, TrailWays } from './trails.ts'

/** Of one kind, more links than this are parts of one thing (a claim's lines, a sheet's signs): whose one is, they all are. */
const OWN_PARTS = 30

type Described = NonNullable<Awaited<ReturnType<Trail['describe']>>>

/** How steps are walked: each as its room describes it, with what rests on it elsewhere. */
export type Walking = {
  /** One step; for an organisation only its own, and only the links that it may walk. */
  step(tx: Tx, place: TrailPlace, organisationId: string | null): Promise<TrailStep | undefined>
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
  return {
    about: async (tx, place) => describe(tx, place),

    async step(tx, place, organisationId) {
      const described = await describe(tx, place)
      if (!described || (organisationId !== null && described.organisationId !== organisationId)) return undefined
      const added: TrailLink[] = []
      for (const way of ways) added.push(...(await way.leadsTo(tx, place)))
      const { kind, id, title, says } = described
      const restsOn = once(described.restsOn)
      const leadsTo = once([...described.leadsTo, ...added])
      if (organisationId === null) return { kind, id, title, says, restsOn, leadsTo }
      return {
        kind,
        id,
        title,
        says,
        restsOn: await walkable(tx, restsOn, organisationId),
        leadsTo: await walkable(tx, leadsTo, organisationId),
      }
    },
  }
}

const once = (links: readonly TrailLink[]): TrailLink[] => [
  ...new Map(links.map((link) => [`${link.kind}.${link.id}`, link])).values(),
]
