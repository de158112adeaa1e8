import { joinSentences } from '../../../platform/contract/public.ts'
import { type CheckAsk, failed, type Finding, passed } from '../../../kernel/record/public.ts'
import { listClassesById } from '../classes/store.ts'
import { clashWords } from '../timetable/clash-words.ts'
import { type ClashAsk, type ClashCheck, type Clashes, clashesOf, type HeldSlot } from '../timetable/clashes.ts'
import { clashAskOf, rosterOf } from '../timetable/material.ts'
import { listSessions } from '../timetable/store.ts'
import { words } from './words.ts'

/** What is kept of one answer stays a few lines, however much is wrong. */
const TOLD_IN_A_FINDING = 10

export const NO_CLASHES: Clashes = { told: [], more: 0 }

/** The clashes of one kind that the kept timetable of the class has. */
export async function clashesOfClass({ tx, groupId }: CheckAsk, check: 'C06' | 'C07'): Promise<Clashes> {
  const row = (await listClassesById(tx, [groupId])).get(groupId)
  return row ? told(await clashAskOf(tx, row, await listSessions(tx, row.id), []), check) : NO_CLASHES
}

/** The clashes of each person of the roster: everybody is told of their own, and of nobody else's. */
export async function clashesOfTrainees({ tx, groupId }: CheckAsk): Promise<(personId: string) => Clashes> {
  const row = (await listClassesById(tx, [groupId])).get(groupId)
  if (!row) return () => NO_CLASHES
  const ask = await clashAskOf(tx, row, await listSessions(tx, row.id), await rosterOf(tx, row))
  const heldOf = new Map<string, HeldSlot[]>()
  for (const slot of ask.held) {
    if (slot.resourceKind !== 'trainee') continue
    const held = heldOf.get(slot.resourceId) ?? []
    heldOf.set(slot.resourceId, held)
    held.push(slot)
  }
  return (id) => told({ ...ask, trainees: [id], held: heldOf.get(id) ?? [] }, 'C05')
}

const told = (ask: ClashAsk, check: ClashCheck) => clashesOf(ask, [check], TOLD_IN_A_FINDING)

/** One finding for a subject from its clashes: in words, how many more there are, and the other classes as evidence. */
export function clashFinding(subjectId: string, clashes: Clashes): Finding {
  if (clashes.told.length === 0) return passed(subjectId, words.free)
  const others = [...new Set(clashes.told.flatMap((clash) => clash.classId ?? []))]
  const sentences = clashes.told.map((clash) => clash.sentence)
  return failed(
    subjectId,
    joinSentences(clashes.more > 0 ? [...sentences, clashWords.more(clashes.more)] : sentences),
    others.map((id) => ({ label: words.otherClass, kind: 'class', id })),
  )
}
