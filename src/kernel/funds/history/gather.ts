import type { Tx } from '../../../platform/db/public.ts'
import { findCertificates, listCertificatesById } from '../../credentials/public.ts'
import { listIdentityLookups } from '../../people/public.ts'
import {
  type Benefit,
  listBenefits,
  listDecidedFacts,
  listUses,
  type OccupationKnown,
  occupationOf,
  type PersonUse,
} from '../../policy/public.ts'
import { listOccupationsById, type Occupation } from '../../reference/public.ts'
import { addDays, civilDate, type CivilDate, civilDateOf, isSkillLevel } from '../../values/public.ts'
import { Claimable } from '../deciding/claimable.ts'
import type { Cover } from './covers.ts'
import type { OwnReceipt } from './own-store.ts'
import { listGroupsOfPromise } from '../promises/store.ts'
import { grouped } from './grouped.ts'
import { type KnownPayment, listPaymentsOfPeople } from './payment-store.ts'
import { certificateKey } from './party-keys.ts'
import { distinctReceipts, type PastReceipts, type Receipt } from './receipts.ts'
import { listAnswersAbout, listLedgers } from './source-store.ts'
import type { HistoryTerms } from './terms.ts'
import { type ProvincePast, provincePast } from '../province/past.ts'
import { sumThere } from '../province/reconcile.ts'
import { evidenceWords } from './check-words.ts'
import { readOccupation } from './wordings.ts'

type Asked = {
  readonly personIds: readonly string[]
  /** The group that is asked about, with those of the same promises; with `schemes`, only what it takes under these is left out. */
  readonly groupId: string
  readonly schemes?: readonly string[]
  readonly terms: HistoryTerms
  readonly today: CivilDate
}

/**
 * What is known of the past of these people, in one view: ledgers, the province's answers, and what this platform gives them
 * in other groups. One set of queries, however many people.
 */
export async function gatherPast(tx: Tx, asked: Asked): Promise<(personId: string) => PastReceipts> {
  const { personIds, groupId, terms, today } = asked
  const lookups = await listIdentityLookups(tx, personIds)
  const payments = await listPaymentsOfPeople(tx, [...lookups.values()])
  const province = await provincePast(tx, [...lookups.values()], groupId)
  const taken = await listBenefits(tx, personIds)
  const own = new Set([groupId, ...(await listGroupsOfPromise(tx, groupId))])
  const isAsked = (each: Benefit) =>
    own.has(each.groupId) && (asked.schemes === undefined || asked.schemes.includes(each.scheme))
  const given = taken
    .filter((each) => !isAsked(each))
    .map(ownReceipt)
    .flatMap((each) => asTheProvinceSays(each, province))
  const elsewhere = await usesElsewhere(tx, lookups, taken)
  const here = grouped(await receiptsHere(tx, given, terms), (each) => each.personId)
  const there = grouped(province.others, (each) => each.lookup)
  const occupations = await listOccupationsById(
    tx,
    payments.flatMap((each) => each.occupationId ?? []),
  )
  const byLookup = grouped(payments, (each) => each.identityLookup.toString('hex'))
  const answers = grouped(await listAnswersAbout(tx, personIds), (each) => each.personId)
  const aboutAll = [...(await listLedgers(tx)).map(coverOfLedger), ...coversHere(terms, today)]
  return (personId) => {
    const lookup = lookups.get(personId)?.toString('hex') ?? ''
    const past = byLookup.get(lookup) ?? []
    const paidThere = (there.get(lookup) ?? []).map((each) => receiptThere(each, terms))
    const receipts = [...past.map((payment) => receiptOf(payment, occupations)), ...paidThere]
    const covers = (answers.get(personId) ?? []).map(({ families, coversTo, source }): Cover => {
      const on = civilDate(coversTo)
      return { kind: 'province', families, from: null, to: addDays(on, terms.lookupStandsDays), source, on }
    })
    const all = [...(here.get(personId) ?? []), ...receipts, ...(elsewhere.get(lookup) ?? [])]
    return { receipts: distinctReceipts(all, terms.samePaymentDays), covers: [...covers, ...aboutAll] }
  }
}

/** A benefit of the register as what this platform gives. */
function ownReceipt(benefit: Benefit): OwnReceipt {
  const { holder, reference } = benefit
  const isClaim = holder.kind === 'claim'
  return {
    id: benefit.id,
    personId: benefit.personId,
    groupId: benefit.groupId,
    scheme: benefit.scheme,
    ...(benefit.family === null ? {} : { family: benefit.family }),
    amountFen: benefit.amountFen,
    claimId: isClaim ? holder.id : null,
    claimNumber: isClaim ? reference : null,
    listId: isClaim ? null : holder.id,
    listNumber: isClaim ? null : reference,
    decisionId: benefit.decisionId,
    at: new Date(`${benefit.countsOn}T00:00:00+08:00`),
    ...(benefit.more ? { more: true as const } : {}),
    isPaid: benefit.status === 'paid',
  }
}

/** What these people have taken in other districts of the platform, of which nothing else is told. */
async function usesElsewhere(tx: Tx, lookups: ReadonlyMap<string, Buffer>, taken: readonly Benefit[]) {
  const own = new Set(taken.map(({ id }) => id))
  const uses = (await listUses(tx, [...lookups.values()])).filter(({ id }) => !own.has(id))
  const numbers = uses.length === 0 ? new Map<string, string>() : await certificatesOfUses(tx, lookups)
  const occupations = await listOccupationsById(
    tx,
    uses.flatMap((each) => each.occupationId ?? []),
  )
  return new Map(
    [...grouped(uses, ({ personKey }) => personKey.toString('hex'))].map(([key, of]) => [
      key,
      of.map((use) => receiptElsewhere(use, numbers.get(use.id) ?? null, occupations)),
    ]),
  )
}

/** For which of the certificates that are known here something was taken, wherever: by the use's id. */
async function certificatesOfUses(tx: Tx, lookups: ReadonlyMap<string, Buffer>): Promise<ReadonlyMap<string, string>> {
  const held = await findCertificates(tx, [...lookups.keys()])
  const keyed = [...held].flatMap(([personId, certificates]) =>
    certificates.map(({ number }) => [certificateKey(lookups.get(personId)!, number), number] as const),
  )
  const numberOf = new Map(keyed.map(([key, number]) => [key.toString('hex'), number]))
  const uses = await listUses(
    tx,
    keyed.map(([key]) => key),
  )
  return new Map(uses.map(({ id, personKey }) => [id, numberOf.get(personKey.toString('hex'))!]))
}

function receiptElsewhere(
  use: PersonUse,
  certificateNo: string | null,
  occupations: ReadonlyMap<string, Occupation>,
): Receipt {
  const day = civilDate(use.countsOn)
  return {
    id: use.id,
    // One register with ours: what two counties gave is never one payment.
    sourceId: 'here',
    kind: 'elsewhere',
    family: use.family,
    occupation: occupationKnown(use.occupationId, occupations),
    level: use.level !== null && isSkillLevel(use.level) ? use.level : null,
    certificateNo,
    amountFen: use.amountFen,
    ...(use.more ? { more: true as const } : {}),
    paid: { from: day, to: day },
    source: '',
    evidence: { label: evidenceWords.elsewhere },
  }
}

/** What this platform pays itself is known from the day that the county says all of it is paid here. */
export function coversHere(terms: HistoryTerms, today: CivilDate): Cover[] {
  return Object.entries(terms.paidHereSince).map(([family, from]) => ({
    kind: 'here',
    families: [family],
    from: civilDate(from),
    to: today,
    source: '',
    on: null,
  }))
}

function coverOfLedger(ledger: {
  families: readonly string[]
  coversFrom: string | null
  coversTo: string
  source: string
}): Cover {
  const { families, coversFrom, coversTo, source } = ledger
  return {
    kind: 'ledger',
    families,
    from: coversFrom === null ? null : civilDate(coversFrom),
    to: civilDate(coversTo),
    source,
    on: null,
  }
}

export function receiptOf(payment: KnownPayment, occupations: ReadonlyMap<string, Occupation>): Receipt {
  const kind = payment.sourceKind === 'ledger' ? 'ledger' : 'province'
  return {
    id: payment.id,
    sourceId: payment.sourceId,
    kind,
    family: payment.family,
    occupation: occupationKnown(payment.occupationId, occupations, payment.occupationText),
    level: payment.level,
    certificateNo: payment.certificateNo,
    amountFen: payment.amountFen,
    paid: { from: civilDate(payment.paidFrom), to: civilDate(payment.paidTo) },
    source: payment.source,
    evidence: {
      label: evidenceWords.inSource(payment.source, payment.sheetRow),
      kind: 'history-source',
      id: payment.sourceId,
    },
  }
}

/** An occupation as it is compared; without the dictionary's entry only its wording is known. */
export function occupationKnown(
  id: string | null | undefined,
  occupations: ReadonlyMap<string, Occupation>,
  text = '',
): OccupationKnown {
  const entry = id ? occupations.get(id) : undefined
  // An entry that is in no dictionary of ours any more still says by its key what it is.
  if (!entry && id) return occupationOf(id)
  if (!entry) return { id: null, name: readOccupation(text).text, trade: '' }
  return { id: entry.id, name: readOccupation(entry.nameZh).text, trade: readOccupation(entry.tradeZh).text }
}

/** Of a list that the province holds, the province says whether and when it was paid; what it returned was not received. */
function asTheProvinceSays(own: OwnReceipt, { saysOf }: ProvincePast): OwnReceipt[] {
  const says = saysOf.get(own.decisionId)
  if (says?.state === 'returned') return []
  if (says?.state !== 'paid' || says.on === null) return [own]
  return [{ ...own, amountFen: says.amountFen, at: new Date(`${says.on}T00:00:00+08:00`) }]
}

/** What the province paid that stands on none of our lists. */
function receiptThere(said: ProvincePast['others'][number], terms: HistoryTerms): Receipt {
  const day = said.paidOn!
  return {
    id: said.id,
    sourceId: said.importId,
    kind: 'province',
    family: terms.schemeFamilies[said.scheme] ?? null,
    occupation: occupationKnown(null, new Map()),
    level: said.level !== null && isSkillLevel(said.level) ? said.level : null,
    certificateNo: said.certificateNo,
    amountFen: sumThere(said),
    paid: { from: day, to: day },
    source: evidenceWords.atTheProvince(said.reference).zh,
    evidence: { label: evidenceWords.atTheProvince(said.reference), kind: 'province-import', id: said.importId },
  }
}

/** What this platform gives people, as receipts; `at` is when. */
export async function receiptsHere(
  tx: Tx,
  given: readonly OwnReceipt[],
  terms: HistoryTerms,
): Promise<(Receipt & { personId: string })[]> {
  const facts = await listDecidedFacts(
    tx,
    given.map((each) => each.decisionId),
  )
  const bodies = new Map(given.map((each) => [each.id, Claimable.safeParse(facts.get(each.decisionId)?.body).data]))
  const saying = [...bodies.values()]
  const occupations = await listOccupationsById(
    tx,
    saying.flatMap((body) => body?.occupationId ?? []),
  )
  const certificates = await listCertificatesById(
    tx,
    saying.flatMap((body) => body?.certificateId ?? []),
  )
  return given.map((each): Receipt & { personId: string } => {
    const body = bodies.get(each.id)
    const day = civilDateOf(each.at)
    const level = body?.level
    return {
      personId: each.personId,
      id: each.id,
      sourceId: 'here',
      kind: 'here',
      family: each.family ?? terms.schemeFamilies[each.scheme] ?? null,
      occupation: occupationKnown(body?.occupationId, occupations),
      level: level !== undefined && isSkillLevel(level) ? level : null,
      certificateNo: certificates.get(body?.certificateId ?? '')?.number ?? null,
      amountFen: each.amountFen,
      ...(each.more ? { more: true as const } : {}),
      paid: { from: day, to: day },
      source: '',
      evidence: evidenceOf(each),
    }
  })
}

function evidenceOf({ id, claimId, claimNumber, listId, listNumber }: OwnReceipt): Receipt['evidence'] {
  if (claimId) return { label: evidenceWords.inClaim(claimNumber ?? ''), kind: 'claim', id: claimId }
  if (listId) return { label: evidenceWords.onList(listNumber ?? ''), kind: 'province-list', id: listId }
  return { label: evidenceWords.entitled, kind: 'entitlement', id }
}
