import { joinSentences } from '../../../platform/contract/public.ts'
import { type CheckAsk, failed, type Finding, passed } from '../../../kernel/record/public.ts'
import { listClassesById } from '../classes/store.ts'
import { type Clash, type ClashCheck, clashesOf } from '../timetable/clashes.ts'
import { clashAskOf, rosterOf } from '../timetable/material.ts'
import { listSessions } from '../timetable/store.ts'
import { words } from './words.ts'

/** The clashes of one kind that the kept timetable of the class has. */
export async function clashesOfClass({ tx, groupId }: CheckAsk, check: ClashCheck): Promise<Clash[]> {
  const row = (await listClassesById(tx, [groupId])).get(groupId)
  if (!row) return []
  const roster = check === 'C05' ? await rosterOf(tx, row) : []
  const ask = await clashAskOf(tx, row, await listSessions(tx, row.id), roster)
  return clashesOf(ask).filter((clash) => clash.check === check)
}

/** One finding for a subject from its clashes: all of them in words, and the other classes as evidence. */
export function clashFinding(subjectId: string, clashes: readonly Clash[]): Finding {
  if (clashes.length === 0) return passed(subjectId, words.free)
  const others = [...new Set(clashes.flatMap((clash) => clash.classId ?? []))]
  return failed(
    subjectId,
    joinSentences(clashes.map((clash) => clash.sentence)),
    others.map((id) => ({ label: words.otherClass, kind: 'class', id })),
  )
}
