import { Problem } from '../../../platform/contract/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { type CivilDate, civilDateOf, newId } from '../../../kernel/values/public.ts'
import { type ClassRow, getClassRow, lockClass, moveClass } from '../classes/public-to-room.ts'
import { completeClass, musterOfClass } from './contract.ts'
import { keepCompletions } from './keep.ts'
import { type ClassResults, gatherResults, pointsOf } from './results.ts'
import { obstaclesTo } from './rules.ts'
import { completedOn, musterShown } from './showing.ts'
import { refusals } from './words.ts'

export function completionRoutes(): Route[] {
  return [
    route(musterOfClass, async ({ tx, actor, params, now }) => {
      const ofClass = await getClassRow(tx, actor, params.classId)
      const results = await gatherResults(tx, ofClass)
      const obstacles = ofClass.status === 'completed' ? [] : obstaclesIn(ofClass, results, civilDateOf(now))
      return musterShown(tx, ofClass, results, obstacles)
    }),

    route(completeClass, async ({ tx, actor, params, now }) => {
      // Held from here: no sheet is imported meanwhile, and whoever completes it second is told so.
      const ofClass = await lockClass(tx, actor, params.classId)
      if (ofClass.organisationId !== actor.organisationId) throw new Problem('forbidden', refusals.onlyItsProvider)
      if (ofClass.status === 'completed') {
        const on = (await completedOn(tx, ofClass.id)) ?? ofClass.endsOn
        throw new Problem('conflict', refusals.alreadyCompleted(on), { code: 'class-completed' })
      }
      const results = await gatherResults(tx, ofClass)

      const items = obstaclesIn(ofClass, results, civilDateOf(now)).map((sentence) => ({ at: '', sentence }))
      if (items.length > 0) throw new Problem('conflict', refusals.notYet, { items, code: 'class-not-completable' })

      const musters = await keepCompletions(tx, ofClass, results, now)
      const detail = {
        people: musters.length,
        attendanceSheetId: results.attendance?.id,
        markSheetId: results.markSheet?.id,
      }
      await moveClass(tx, ofClass, { act: 'complete', name: 'class.completed', id: newId(), actor, at: now, detail })
      return {
        classId: ofClass.id,
        status: 'completed' as const,
        people: musters.length,
        completedOn: civilDateOf(now),
      }
    }),
  ]
}

function obstaclesIn(ofClass: ClassRow, { sessions, attendance, markSheet, results }: ClassResults, today: CivilDate) {
  return obstaclesTo({
    status: ofClass.status,
    endsOn: ofClass.endsOn,
    today,
    hasAttendance: attendance !== undefined,
    hasMarks: markSheet !== undefined,
    people: results.map(({ entry, signs, marks }) => ({
      seq: entry.seq,
      isSigned: sessions.length > 0 && sessions.every((session) => signs.has(session.id)),
      isMarked: pointsOf(marks) !== undefined,
    })),
  })
}
