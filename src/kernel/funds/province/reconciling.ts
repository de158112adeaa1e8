import type { Tx } from '../../../platform/db/public.ts'
import { findPersonIdsByLookup } from '../../people/public.ts'
import { parametersOn, schemesOf } from '../../policy/public.ts'
import { civilDate, civilDateOf, newId } from '../../values/public.ts'
import { evidenceWords } from '../history/check-words.ts'
import { receiptsHere } from '../history/gather.ts'
import { listOwnReceipts } from '../history/own-store.ts'
import { listPaymentsOfPeople } from '../history/payment-store.ts'
import { type HistoryTerms, historyTerms } from '../history/terms.ts'
import { listImports } from './import-store.ts'
import {
  type DifferenceFound,
  inOrder,
  type PaidElsewhere,
  reconcilePerson,
  sumThere,
  type There,
} from './reconcile.ts'
import { countBothSides, type Keyed, listHere, listThere, type Slice } from './sides-store.ts'
import { insertDifferences, insertReconciliation, type Reconciliation } from './reconcile-store.ts'

/** About so many lines of both sides are held at once. */
const LINES_AT_ONCE = 20_000

/** Asks about nobody's group. */
const NO_GROUP = '00000000-0000-0000-0000-000000000000'

/**
 * Compares both sides of a scheme: a merge over slices of the keyed hash, a handful of queries a slice however many people
 * are in it. What differs is stored in the order a clerk works it; figures are of the whole.
 */
export async function reconcile(tx: Tx, scheme: string, now: Date): Promise<Reconciliation> {
  const terms = historyTerms(parametersOn(tx.district, civilDateOf(now)), {
    schemes: await schemesOf(tx),
    on: civilDateOf(now),
  })
  const differences: DifferenceFound[] = []
  let [hereCount, hereFen, thereCount, thereFen, paidCount, paidFen, agreeCount] = [0, 0n, 0, 0n, 0, 0n, 0]
  for (const slice of slices(await countBothSides(tx, scheme))) {
    const here = await listHere(tx, scheme, slice)
    const there = await listThere(tx, scheme, slice)
    for (const each of here)
      if (each.isSent && each.standing === 'due') [hereCount, hereFen] = [hereCount + 1, hereFen + each.amountFen]
    for (const each of there) {
      ;[thereCount, thereFen] = [thereCount + 1, thereFen + sumThere(each)]
      if (each.paidFen !== null) [paidCount, paidFen] = [paidCount + 1, paidFen + each.paidFen]
    }
    const ours = byPerson(here)
    const theirs = byPerson(there)
    const elsewhere = await paidElsewhere(tx, scheme, there, terms)
    for (const lookup of new Set([...ours.keys(), ...theirs.keys()])) {
      const found = reconcilePerson(
        ours.get(lookup) ?? [],
        theirs.get(lookup) ?? [],
        elsewhere.get(lookup) ?? [],
        terms.samePaymentDays,
      )
      differences.push(...found.differences)
      agreeCount += found.agree
    }
  }
  const [newest] = await listImports(tx, scheme, { limit: 1 })
  const figures = { hereCount, hereFen, thereCount, thereFen, paidCount, paidFen, agreeCount }
  const run = { id: newId(), scheme, importId: newest?.id ?? null, ...figures, businessAt: now }
  await insertReconciliation(tx, run)
  await insertDifferences(tx, { reconciliationId: run.id, scheme }, inOrder(differences))
  return run
}

/** Equal ranges of a hash, 2, 4, … up to 65,536 of them. */
export function slices(lines: number): Slice[] {
  let count = 1
  while (count < 65_536 && lines / count > LINES_AT_ONCE) count *= 2
  const bound = (at: number) => {
    const bytes = Buffer.alloc(2)
    bytes.writeUInt16BE((at * 65_536) / count)
    return bytes
  }
  return Array.from({ length: count }, (_, at) => ({
    from: at === 0 ? Buffer.alloc(0) : bound(at),
    before: at + 1 === count ? null : bound(at + 1),
  }))
}

function byPerson<T extends { readonly lookup: string }>(all: readonly T[]): Map<string, T[]> {
  const people = new Map<string, T[]>()
  for (const each of all) {
    const before = people.get(each.lookup)
    if (before) before.push(each)
    else people.set(each.lookup, [each])
  }
  return people
}

/** What else was paid to those the province has paid: by this platform, and as ledgers of other offices tell. */
async function paidElsewhere(
  tx: Tx,
  scheme: string,
  there: readonly Keyed<There>[],
  terms: HistoryTerms,
): Promise<Map<string, (PaidElsewhere & { readonly lookup: string })[]>> {
  const family = terms.schemeFamilies[scheme]
  const paid = [...new Set(there.filter((each) => each.state === 'paid').map((each) => each.lookup))]
  if (family === undefined || paid.length === 0) return new Map()
  const lookups = paid.map((hex) => Buffer.from(hex, 'hex'))
  const ledgers = (await listPaymentsOfPeople(tx, lookups)).filter(
    (each) => each.sourceKind === 'ledger' && each.family === family,
  )
  const persons = await findPersonIdsByLookup(tx, lookups)
  const lookupOf = new Map([...persons].map(([lookup, personId]) => [personId, lookup]))
  const own = (await listOwnReceipts(tx, [...persons.values()], NO_GROUP)).filter((each) => each.isPaid)
  const receipts = await receiptsHere(tx, own, terms)
  return byPerson<PaidElsewhere & { readonly lookup: string }>([
    ...ledgers.map((each) => ({
      lookup: each.identityLookup.toString('hex'),
      kind: 'history-source' as const,
      id: each.sourceId,
      label: evidenceWords.inSource(each.source, each.sheetRow),
      level: each.level,
      certificateNo: each.certificateNo,
      amountFen: each.amountFen,
      paid: { from: civilDate(each.paidFrom), to: civilDate(each.paidTo) },
    })),
    ...receipts
      .filter((each) => each.family === family && each.evidence.kind === 'claim')
      .map((each) => ({
        lookup: lookupOf.get(each.personId) ?? '',
        kind: 'claim' as const,
        id: each.evidence.id ?? '',
        label: each.evidence.label,
        level: each.level,
        certificateNo: each.certificateNo,
        amountFen: each.amountFen,
        paid: each.paid,
      })),
  ])
}
