import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, httpWords } from '../../../platform/http/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import type { Period } from '../../../kernel/values/public.ts'
import { type ClassAct, type ClassStatus, STATUS_WORDS, statusAfter } from './states.ts'
import { type ClassEventRow, type ClassRow, findClass, findClassForUpdate, insertEvent, updateStatus } from './store.ts'
import { words } from './words.ts'

/** What the room's other features may ask of classes. */
export type { ClassRow } from './store.ts'
export { classesShown, classTitles } from './shown.ts'
export { listClassesById as listClassRows } from './store.ts'

type Viewer = Pick<Actor, 'organisationId'>

/** A class that this actor may see. Another organisation's class is as absent as one that does not exist. */
export async function getClassRow(tx: Tx, actor: Viewer, id: string): Promise<ClassRow> {
  return seen(actor, await findClass(tx, id))
}

/** The same, locked until the transaction ends: whoever comes second sees what the first did. */
export async function lockClass(tx: Tx, actor: Viewer, id: string): Promise<ClassRow> {
  return seen(actor, await findClassForUpdate(tx, id))
}

function seen(actor: Viewer, row: ClassRow | undefined): ClassRow {
  if (!row || (actor.organisationId !== null && row.organisationId !== actor.organisationId)) {
    throw new Problem('not-found', httpWords.notFound)
  }
  return row
}

/** What the class is after the act; refuses with a sentence when its state does not allow it. */
export function permit(row: Pick<ClassRow, 'status'>, act: ClassAct): ClassStatus {
  const next = statusAfter(row.status, act)
  if (!next)
    throw new Problem('conflict', words.notNow(words.acts[act], STATUS_WORDS[row.status]), { code: 'class-state' })
  return next
}

/** From the first day of a class to its last. */
export function duringOf(row: Pick<ClassRow, 'startsOn' | 'endsOn'>): Period {
  return { from: row.startsOn, to: row.endsOn }
}

type Move = {
  readonly act: ClassAct
  /** The dotted name it is recorded under: `class.filed`. */
  readonly name: string
  readonly id: string
  readonly actor: Actor
  readonly at: Date
  readonly reasons?: ClassEventRow['reasons']
  readonly checks?: unknown
  readonly change?: { filingNumber?: string; submittedAt?: Date }
  readonly detail?: Record<string, unknown>
  /** Of a review: the event of the submission it answers. */
  readonly submissionId?: string
}

/** Moves a locked class to its next state, with the event and the act that say so. */
export async function moveClass(tx: Tx, row: ClassRow, move: Move): Promise<ClassStatus> {
  const status = permit(row, move.act)
  const { id, actor, at } = move
  await updateStatus(tx, row.id, { status, ...move.change })
  await insertEvent(tx, {
    id,
    classId: row.id,
    statusFrom: row.status,
    statusTo: status,
    reasons: move.reasons ?? [],
    checks: move.checks ?? null,
    accountId: actor.accountId,
    personId: actor.personId,
    businessAt: at,
    submissionId: move.submissionId ?? null,
  })
  await recordAct(tx, {
    id,
    act: move.name,
    subjectKind: 'class',
    subjectId: row.id,
    actor,
    at,
    detail: move.detail ?? {},
  })
  return status
}
