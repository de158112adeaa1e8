import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { listResultsOfRun } from '../../integrity/public.ts'
import { listPersons } from '../../people/public.ts'
import { type ProvinceScheme, schemesOf } from '../../policy/public.ts'
import { civilDateOf, fenToText } from '../../values/public.ts'
import { shownPeople } from '../claims/shown.ts'
import { postsOf } from '../history/showing.ts'
import type {
  DifferenceLine,
  DifferenceShown,
  ImportLine,
  ListLine,
  ListShown,
  ReconciliationShown,
} from './contract.ts'
import { listImports, listSaidOf, type ProvinceImport } from './import-store.ts'
import { findExport, findListPerson, listListEvents, listListPeople, type ProvinceList } from './list-store.ts'
import { countLines, listSettlements, type ReconciledLine, type Settlement } from './lines-store.ts'
import { findReconciliation } from './reconcile-store.ts'
import { obstacleOnList, refusalOn } from './review-list.ts'
import { LIST_REVIEWS, listReviewAwaited, OUTCOMES_OF } from './rules.ts'
import { words } from './words.ts'

export function listedList(list: ProvinceList): ListLine {
  return {
    id: list.id,
    number: list.number,
    title: list.title,
    organisationName: list.organisationName,
    scheme: list.scheme,
    schemeTitle: list.schemeTitle,
    status: list.status,
    headCount: list.headCount,
    heldCount: list.heldCount,
    refusedCount: list.refusedCount,
    amountFen: fenToText(list.amountFen),
    assembledOn: civilDateOf(list.assembledAt),
  }
}

/** Everything the desk shows of a list. */
export async function shownList(tx: Tx, list: ProvinceList, actor: Actor, now: Date): Promise<ListShown> {
  const people = await listListPeople(tx, list.id)
  const events = await listListEvents(tx, list.id)
  const names = await listPersons(
    tx,
    events.flatMap((event) => event.personId ?? []),
  )
  const awaits = listReviewAwaited(list.status)
  const unsent = awaits !== undefined || list.status === 'second-passed'
  const file = await findExport(tx, list.id)
  const postOf = await postsOf(tx, file ? [file.accountId] : [])
  return {
    ...listedList(list),
    schemeVersion: list.schemeVersion,
    groupKind: list.groupKind,
    groupId: list.groupId,
    contentSha256: list.contentSha256.toString('hex'),
    checksAsked: list.checksAsked,
    checksPassed: list.checksPassed,
    unavailable: [...list.unavailable],
    people: await shownPeople(tx, people, [], await listResultsOfRun(tx, list.groupId, list.checkRunId)),
    history: events.map(({ at, from, to, personId, note }) => ({
      at: at.toISOString(),
      from,
      to,
      byName: personId === null ? null : (names.get(personId)?.maskedName ?? null),
      note,
    })),
    awaits: awaits ?? null,
    mayNot: awaits ? await whyNot(tx, list, awaits, actor, now) : null,
    mayNotPass: unsent ? ((await obstacleOnList(tx, list))?.sentence ?? null) : null,
    file: file
      ? {
          name: file.name,
          sha256: file.sha256.toString('hex'),
          purpose: file.purpose,
          by: { post: postOf(file.accountId), at: file.at.toISOString() },
        }
      : null,
  }
}

async function whyNot(
  tx: Tx,
  list: ProvinceList,
  duty: keyof typeof LIST_REVIEWS,
  actor: Actor,
  now: Date,
): Promise<Sentence | null> {
  if (!actor.permissions.has(LIST_REVIEWS[duty].may)) return words.notYourDuty(duty)
  return (await refusalOn(tx, list, duty, actor.personId, now))?.sentence ?? null
}

export async function shownImports(tx: Tx, imports: readonly ProvinceImport[]): Promise<ImportLine[]> {
  const postOf = await postsOf(
    tx,
    imports.map((each) => each.accountId),
  )
  return imports.map((each) => ({
    id: each.id,
    scheme: each.scheme,
    asOf: each.asOf,
    whole: each.whole,
    fileName: each.fileName,
    rowCount: each.rowCount,
    paidCount: each.paidCount,
    amountFen: fenToText(each.amountFen),
    paidFen: fenToText(each.paidFen),
    by: { post: postOf(each.accountId), at: each.businessAt.toISOString() },
  }))
}

export async function shownReconciliation(tx: Tx, { scheme, title }: ProvinceScheme): Promise<ReconciliationShown> {
  const run = await findReconciliation(tx, scheme)
  const [newest] = await shownImports(tx, await listImports(tx, scheme, { limit: 1 }))
  return {
    scheme,
    title,
    at: run?.businessAt.toISOString() ?? null,
    newest: newest ?? null,
    hereCount: run?.hereCount ?? 0,
    hereFen: fenToText(run?.hereFen ?? 0n),
    thereCount: run?.thereCount ?? 0,
    thereFen: fenToText(run?.thereFen ?? 0n),
    paidCount: run?.paidCount ?? 0,
    paidFen: fenToText(run?.paidFen ?? 0n),
    agreeCount: run?.agreeCount ?? 0,
    counts: run ? await countLines(tx, run.id) : [],
  }
}

export async function schemeOf(tx: Tx, scheme: string): Promise<ProvinceScheme | undefined> {
  return (await schemesOf(tx)).atTheProvince().find((each) => each.scheme === scheme)
}

export async function shownLines(tx: Tx, lines: readonly ReconciledLine[]): Promise<DifferenceLine[]> {
  const postOf = await postsOf(
    tx,
    lines.flatMap((line) => line.settlement?.accountId ?? []),
  )
  return lines.map((line) => shownLine(line, postOf))
}

function shownLine(line: ReconciledLine, postOf: (accountId: string) => Sentence): DifferenceLine {
  const { id, kind, maskedName, maskedIdentity, here, there, other, state, settlement } = line
  const stands = state === 'settled' || state === 'asked'
  return {
    id,
    kind,
    maskedName,
    maskedIdentity,
    here,
    there,
    other,
    state,
    settlement: settlement && shownSettlement(settlement, stands, postOf),
  }
}

function shownSettlement(settlement: Settlement, stands: boolean, postOf: (accountId: string) => Sentence) {
  const { outcome, reason, document, askedOn, accountId, at } = settlement
  return { outcome, reason, document, askedOn, stands, by: { post: postOf(accountId), at: at.toISOString() } }
}

/** A difference with both sides opened; everybody stays masked. */
export async function shownDifference(tx: Tx, line: ReconciledLine): Promise<DifferenceShown> {
  const settlements = await listSettlements(tx, line)
  const postOf = await postsOf(
    tx,
    settlements.map((each) => each.accountId),
  )
  const person = line.listPersonId === null ? undefined : await findListPerson(tx, line.listPersonId)
  const said = line.there ? await listSaidOf(tx, line.scheme, line.there.reference) : []
  return {
    ...shownLine(line, postOf),
    says: line.says,
    standingReasons: person?.reasons.map((reason) => reason.sentence) ?? [],
    decisionId: person?.decisionId ?? null,
    said: said.map((each) => ({
      ...each,
      amountFen: fenToText(each.amountFen),
      paidFen: each.paidFen === null ? null : fenToText(each.paidFen),
    })),
    settlements: settlements.map((each, at) => shownSettlement(each, at === 0 && each.says === line.says, postOf)),
    outcomes: [...OUTCOMES_OF[line.kind]],
  }
}
