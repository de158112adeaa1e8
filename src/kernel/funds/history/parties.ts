import type { Tx } from '../../../platform/db/public.ts'
import { listCertificatesById } from '../../credentials/public.ts'
import { listIdentityLookups, listUsccs } from '../../people/public.ts'
import {
  type BenefitParty,
  type FactValue,
  type History,
  HISTORIES,
  known,
  listBenefitIdsOf,
  listUses,
  notApplicable,
  parametersOn,
  type PersonUse,
  schemesOf,
} from '../../policy/public.ts'
import { isSkillLevel } from '../../values/public.ts'
import type { ClaimedFact } from '../deciding/decide-group.ts'
import { listGroupsOfPromise } from '../promises/store.ts'
import { coversHere } from './gather.ts'
import { certificateKey, organisationKey, studioKey } from './party-keys.ts'
import type { PastAsked } from './supply.ts'
import { historyTerms } from './terms.ts'

/** By whom the benefits of recorded facts count besides the person, fact by fact. */
export type PartiesOf = (claimed: Pick<ClaimedFact, 'fact'>) => readonly BenefitParty[]

export async function partiesOf(tx: Tx, claimed: readonly ClaimedFact[]): Promise<PartiesOf> {
  const usccs = await listUsccs(
    tx,
    claimed.flatMap(({ body }) => [body.organisationId, ...(body.employerId ? [body.employerId] : [])]),
  )
  const certificates = await listCertificatesById(
    tx,
    claimed.flatMap(({ body }) => body.certificateId ?? []),
  )
  const lookups = await listIdentityLookups(
    tx,
    claimed.map(({ fact }) => fact.personId),
  )
  const parties = claimed.map(({ fact, body }): [string, BenefitParty[]] => {
    const organisation = (kind: 'employer' | 'provider', id: string | undefined) => {
      if (id === undefined) return []
      // One without a credit code is known in this county alone.
      return [{ kind, key: organisationKey(kind, usccs.get(id) ?? `${tx.district}/${id}`) }]
    }
    const number = certificates.get(body.certificateId ?? '')?.number
    const lookup = lookups.get(fact.personId)
    return [
      fact.id,
      [
        ...organisation('employer', body.employerId),
        ...organisation('provider', body.organisationId),
        ...(body.studioId ? [{ kind: 'studio' as const, key: studioKey(body.studioId) }] : []),
        ...(number && lookup ? [{ kind: 'certificate' as const, key: certificateKey(lookup, number) }] : []),
      ],
    ]
  })
  const byFact = new Map(parties)
  return ({ fact }) => byFact.get(fact.id) ?? []
}

/** What has been had by, or for, each of these, over all districts, as the facts that limits are held against. */
export async function partyFacts(
  tx: Tx,
  parties: readonly BenefitParty[],
  { groupId, schemes, today }: Omit<PastAsked, 'personIds'>,
): Promise<(parties: readonly BenefitParty[]) => Record<string, FactValue>> {
  const terms = historyTerms(parametersOn(tx.district, today), { schemes: await schemesOf(tx), on: today })
  const own = await listBenefitIdsOf(tx, [groupId, ...(await listGroupsOfPromise(tx, groupId))], schemes)
  const keys = [...new Map(parties.map(({ key }) => [key.toString('hex'), key])).values()]
  const uses = (await listUses(tx, keys)).filter(({ id }) => !own.has(id))
  const covers = coversHere(terms, today).map(({ families, from, to }) => ({ families, from, to }))
  const from = { source: 'funds/history', asOf: today }
  return (asked) =>
    Object.fromEntries(
      (Object.keys(HISTORIES) as (keyof typeof HISTORIES)[]).flatMap((kind): [string, FactValue][] => {
        if (kind === 'person') return []
        const party = asked.find((each) => each.kind === kind)
        // Whoever has no certificate claims for none; of whom they are employed by, or trained in, nothing is known.
        if (!party) return kind === 'certificate' ? [[HISTORIES[kind], notApplicable(from)]] : []
        const receipts = uses.filter(({ personKey }) => personKey.equals(party.key)).map(hadBefore)
        return [[HISTORIES[kind], known({ receipts, covers, since: terms.since }, from)]]
      }),
    )
}

function hadBefore(use: PersonUse): History['receipts'][number] {
  const { id, family, occupationId, level, countsOn, amountFen, more } = use
  return {
    id,
    family,
    on: { from: countsOn, to: countsOn } as History['receipts'][number]['on'],
    ...(occupationId === null ? {} : { occupation: occupationId }),
    ...(level !== null && isSkillLevel(level) ? { level } : {}),
    fen: Number(amountFen),
    ...(more ? { more: true as const } : {}),
    where: 'elsewhere',
  }
}
