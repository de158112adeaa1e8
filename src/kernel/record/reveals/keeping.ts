import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { kinOf, type Matter, type MatterKind, type Matters, type Places, type SharedPhone } from './matters.ts'
import { insertReveal } from './store.ts'
import { refusals } from './words.ts'

export type Revealing = {
  readonly matters: readonly Matters[]
  readonly places: Places
  readonly sharedPhone: SharedPhone
}

/** What concerns a person, of all rooms: what is open first, each kind the newest first. */
export async function mattersOf(tx: Tx, { matters }: Revealing, personId: string): Promise<Matter[]> {
  const found: Matter[] = []
  for (const of of matters) found.push(...(await of(tx, personId)))
  return found.toSorted((one, other) => Number(other.isOpen) - Number(one.isOpen))
}

/** Keeps beside an act what a person's data were looked at for. A matter that does not concern the person is refused. */
export async function keepReveal(
  tx: Tx,
  needs: Revealing,
  given: {
    readonly actId: string
    readonly personId: string
    readonly actor: { readonly accountId: string; readonly personId: string }
    readonly about: { readonly kind: MatterKind; readonly id: string } | null
    readonly at: Date
  },
): Promise<void> {
  const { actId, personId, actor, about, at } = given
  const matter =
    about && (await mattersOf(tx, needs, personId)).find(({ kind, id }) => kind === about.kind && id === about.id)
  if (about && !matter) throw new Problem('not-acceptable', refusals.notTheirs, { code: 'not-about-them' })
  const places = await needs.places(tx, [personId, actor.personId])
  const place = places.get(personId)
  const sharesPhone = actor.personId !== personId && (await needs.sharedPhone(tx, actor.personId, personId))
  await insertReveal(tx, {
    actId,
    personId,
    accountId: actor.accountId,
    byPerson: actor.personId,
    about: matter ? { kind: matter.kind, id: matter.id } : null,
    isOpen: matter?.isOpen ?? false,
    town: place?.town ?? null,
    village: place?.village ?? null,
    kin: kinOf({ personId: actor.personId, place: places.get(actor.personId) }, { personId, place, sharesPhone }),
    at,
  })
}
