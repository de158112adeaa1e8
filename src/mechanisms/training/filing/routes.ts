import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type Route, route } from '../../../platform/http/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import {
  type CheckResult,
  type Integrity,
  isLiftable,
  listLatestResults,
  tellingTo,
} from '../../../kernel/integrity/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { type CheckSubject, type Evidence, type Moment, NO_GROUND, recordAct } from '../../../kernel/record/public.ts'
import { type CivilDate, civilDateOf, yearOf } from '../../../kernel/values/public.ts'
import {
  type ClassRow,
  classesShown,
  duringOf,
  getClassRow,
  lockClass,
  moveClass,
  permit,
} from '../classes/public-to-room.ts'
import { listClassesById, listEvents, listNewestEvents } from '../classes/store.ts'
import { listRoster, type RosterEntry } from '../rosters/listing.ts'
import { rosterSubjects } from '../rosters/subjects.ts'
import { rosterOf } from '../timetable/material.ts'
import { giveBackSlots, listSessions, takeSlots } from '../timetable/store.ts'
import * as contract from './contract.ts'
import { handsOf, ownClasses } from './own-class.ts'
import { blockingItems, countsOf, reasonsOf } from './rules.ts'
import { slotsOf } from './slots.ts'
import { countReturns, countWaiting, enterHands, listQueue, takeInHand } from './store.ts'
import { words } from './words.ts'

/** What is refused keeps no answers: before a class is filed, the bureau can ask what stands against it. */
const MAY_BE_CHECKED: readonly ClassRow['status'][] = ['draft', 'submitted', 'returned']

export type FilingNeeds = { readonly integrity: Integrity }

/** Who each enrolment of the roster is, for a sentence: number and masked name. */
function whoIsWho(roster: readonly RosterEntry[]): (subjectId: string) => Sentence | undefined {
  const names = new Map(roster.map((entry) => [entry.enrolmentId, words.person(entry.seq, entry.maskedName)]))
  return (subjectId) => names.get(subjectId)
}

/** The class and everybody on its roster, as the checks are asked about them. */
function subjectsOf(row: ClassRow, roster: readonly RosterEntry[]): CheckSubject[] {
  return [
    { kind: 'class', id: row.id, organisationId: row.organisationId, during: duringOf(row) },
    ...rosterSubjects(row, roster),
  ]
}

/** The submission that is to be reviewed, taken in hand by whoever has no other part in the class. */
async function takeForReview(
  tx: Tx,
  row: ClassRow,
  roster: readonly RosterEntry[],
  actor: Actor,
  today: CivilDate,
): Promise<string> {
  const submission = (await listNewestEvents(tx, [row.id], 'submitted')).get(row.id)
  if (!submission) throw new Error(`class ${row.id} was never submitted`)
  // A submission from before hands were kept has nobody in it yet.
  await enterHands(tx, submission.id, await handsOf(tx, row, roster))
  const mayNot = (await ownClasses(tx, [{ row, submission }], actor, today)).get(row.id)
  if (mayNot) throw new Problem('forbidden', mayNot, { code: 'own-class' })
  await takeInHand(tx, submission.id, actor.personId)
  return submission.id
}

const keyOf = (line: { submittedAt: Date; id: string }) => `${line.submittedAt.toISOString()}_${line.id}`

function readKey(text: string | undefined): { submittedAt: string; id: string } | undefined {
  const [submittedAt, id] = text?.split('_') ?? []
  return submittedAt && id ? { submittedAt, id } : undefined
}

export function filingRoutes(needs: FilingNeeds): Route[] {
  const check = (tx: Tx, moment: Moment, row: ClassRow, roster: readonly RosterEntry[], now: Date) =>
    needs.integrity.run(tx, { moment, groupId: row.id, subjects: subjectsOf(row, roster), now })

  const toldTo = (organisationId: string | null, results: readonly CheckResult[]): CheckResult[] => {
    const tell = tellingTo(organisationId, needs.integrity.checks)
    return results.map((each) => ({ ...each, sentence: tell(each.checkId, each.outcome, each.sentence) }))
  }

  return [
    route(contract.submitClass, async ({ tx, actor, params, now, newId }) => {
      const row = await lockClass(tx, actor, params.classId)
      permit(row, 'submit')
      const sessions = await listSessions(tx, row.id)
      const roster = row.rosterImportId === null ? [] : await listRoster(tx, row.id)
      const missing = [
        ...(sessions.length === 0 ? [{ at: 'timetable', sentence: words.noTimetable }] : []),
        ...(roster.length === 0 ? [{ at: 'roster', sentence: words.noRoster }] : []),
      ]
      if (missing.length > 0)
        throw new Problem('not-acceptable', words.notReady, { items: missing, code: 'class-not-ready' })

      // Taken before the checks are asked: of two classes that want one room at once, the second waits here, and its
      // checks then see the first.
      const slots = await slotsOf(tx, row, sessions, roster)
      const taken = await takeSlots(tx, row.id, slots)
      const { runId, results } = await check(tx, 'filing', row, roster, now)
      const items = blockingItems(toldTo(actor.organisationId, results), whoIsWho(roster))
      if (items.length > 0) throw new Problem('conflict', words.blocked(items.length), { items, code: 'class-blocked' })
      if (taken < slots.length) throw new Problem('conflict', words.taken, { code: 'nobody_in_two_places' })

      const id = newId()
      const status = await moveClass(tx, row, {
        act: 'submit',
        name: 'class.submitted',
        id,
        actor,
        at: now,
        checks: { runId, ...countsOf(results) },
        change: { submittedAt: now },
        detail: { runId },
      })
      await enterHands(tx, id, await handsOf(tx, row, roster))
      return { id: row.id, status, filingNumber: row.filingNumber }
    }),

    route(contract.approveClass, async ({ tx, actor, params, now, newId }) => {
      const row = await lockClass(tx, actor, params.classId)
      permit(row, 'approve')
      const today = civilDateOf(now)
      const parameters = parametersOn(tx.district, today)
      const roster = await listRoster(tx, row.id)

      const submissionId = await takeForReview(tx, row, roster, actor, today)
      const { runId, results } = await check(tx, 'approval', row, roster, now)
      const items = blockingItems(results, whoIsWho(roster))
      if (items.length > 0)
        throw new Problem('conflict', words.notApproved(items.length), { items, code: 'class-blocked' })

      const serial = await nextSerial(tx, 'class', yearOf(today))
      const filingNumber = formatNumber(parameters.get('numbering.class').value, { year: yearOf(today), serial })
      const status = await moveClass(tx, row, {
        act: 'approve',
        name: 'class.filed',
        id: newId(),
        actor,
        at: now,
        checks: { runId, ...countsOf(results) },
        change: { filingNumber },
        detail: { runId, filingNumber },
        submissionId,
      })
      return { id: row.id, status, filingNumber }
    }),

    route(contract.returnClass, async ({ tx, actor, params, body, now, newId }) => {
      const row = await lockClass(tx, actor, params.classId)
      permit(row, 'return')
      const results = await listLatestResults(tx, row.id, 'filing')
      const roster = await listRoster(tx, row.id)

      const submissionId = await takeForReview(tx, row, roster, actor, civilDateOf(now))
      // They are told to the provider: in the words the provider is told everything in.
      const { reasons, problems } = reasonsOf(body, toldTo(row.organisationId, results), whoIsWho(roster))
      if (problems.length > 0) throw new Problem('not-acceptable', problems[0]!.sentence, { items: problems })

      await giveBackSlots(tx, row.id)
      const status = await moveClass(tx, row, {
        act: 'return',
        name: 'class.returned',
        id: newId(),
        actor,
        at: now,
        reasons,
        submissionId,
      })
      return { id: row.id, status, filingNumber: row.filingNumber }
    }),

    route(contract.checkClass, async ({ tx, actor, params, now, newId }) => {
      const row = await lockClass(tx, actor, params.classId)
      if (!MAY_BE_CHECKED.includes(row.status))
        throw new Problem('conflict', words.checkedBeforeFiling, { code: 'class-state' })
      const { runId, results } = await check(tx, 'filing', row, await rosterOf(tx, row), now)
      const detail = { runId }
      const act = { act: 'class.checked', subjectKind: 'class', subjectId: row.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail })
      return { counts: countsOf(results) }
    }),

    route(contract.classChecksOf, async ({ tx, actor, params }) => {
      const row = await getClassRow(tx, actor, params.classId)
      const approved = (await listEvents(tx, row.id)).some((event) => event.statusTo === 'filed')
      const results = await listLatestResults(tx, row.id, approved ? 'approval' : 'filing')
      const whoOf = whoIsWho(await listRoster(tx, row.id))
      const mayLookAt = await evidenceFor(tx, actor, results)
      return {
        ranAt: results[0]?.businessAt.toISOString() ?? null,
        counts: countsOf(results),
        answers: toldTo(actor.organisationId, results).map((result) =>
          answerOf(result, needs.integrity, whoOf, mayLookAt),
        ),
      }
    }),

    route(contract.classQueue, async ({ tx, actor, query, now }) => {
      const page = await listQueue(tx, { after: readKey(query.after), limit: query.limit })
      const ids = page.map((line) => line.id)
      const rows = await listClassesById(tx, ids)
      const lines = await classesShown(
        tx,
        ids.map((id) => rows.get(id)!),
      )
      const submitted = await listNewestEvents(tx, ids, 'submitted')
      const returns = await countReturns(tx, ids)
      const asked = ids.map((id) => ({ row: rows.get(id)!, submission: submitted.get(id) }))
      const own = await ownClasses(tx, asked, actor, civilDateOf(now))
      return {
        items: lines.map((line) => ({
          ...line,
          checks: contract.CheckCounts.parse(submitted.get(line.id)?.checks),
          returns: returns.get(line.id) ?? 0,
          mayNot: own.get(line.id) ?? null,
        })),
        next: page.length === query.limit ? keyOf(page.at(-1)!) : null,
        waiting: await countWaiting(tx),
      }
    }),
  ]
}

/** What only the bureau looks at: what other offices told it, and whom it restricts. */
const OF_THE_BUREAU = ['insured-list', 'restriction', 'override']

/** Whether a piece of evidence may be looked at: a provider is not led to another provider’s class. */
async function evidenceFor(
  tx: Tx,
  actor: Actor,
  results: readonly CheckResult[],
): Promise<(each: Evidence) => boolean> {
  if (actor.organisationId === null) return () => true
  const ids = results.flatMap(({ evidence }) =>
    evidence.flatMap((each) => (each.kind === 'class' && each.id ? [each.id] : [])),
  )
  const classes = await listClassesById(tx, ids)
  return (each) =>
    each.kind === 'class'
      ? classes.get(each.id ?? '')?.organisationId === actor.organisationId
      : !OF_THE_BUREAU.includes(each.kind ?? '')
}

function answerOf(
  result: CheckResult,
  integrity: Integrity,
  whoOf: (subjectId: string) => Sentence | undefined,
  mayLookAt: (each: Evidence) => boolean,
): contract.CheckAnswer {
  const known = integrity.checks.find((each) => each.id === result.checkId)
  return {
    id: result.id,
    checkId: result.checkId,
    title: known?.title ?? words.leftCheck(result.checkId),
    basis: known?.basis ?? NO_GROUND,
    who: whoOf(result.subjectId) ?? null,
    outcome: result.outcome,
    action: result.action,
    sentence: result.sentence,
    evidence: result.evidence
      .filter(mayLookAt)
      .map((each) => ({ label: each.label, kind: each.kind ?? null, id: each.id ?? null })),
    liftable: isLiftable(known, result),
  }
}
