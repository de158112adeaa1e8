import { joinSentences } from '../../../platform/contract/public.ts'
import { type Check, defineCheck, failed, ground, passed, unavailable } from '../../../kernel/record/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { listAmendments, listLines } from '../amendments/store.ts'
import { listSheets } from '../attendance/store.ts'
import { type AttendedClass, attendedClass } from './attended.ts'
import { correctionsOf } from './correction-rules.ts'
import { type LiveClass, liveClass } from './live-signs.ts'
import { words } from './words.ts'

/**
 * D12: attendance was hardly corrected by hand, and not by whoever gains from it alone. Corrected are the signs of
 * confirmed amendments, and those that a sheet typed from paper credits where a session was held live and nobody signed.
 */
export const correctionsCheck: Check = defineCheck({
  id: 'D12',
  title: { zh: '考勤人工更正不多,且不由受益的一方自己确认', en: 'Few corrections by hand, none by who gains alone' },
  subject: 'class',
  moments: ['claim'],
  action: 'hold',
  onUnavailable: 'hold',
  basis: ground('auditPractice'),
  async run({ tx, subjects }) {
    return Promise.all(
      subjects.map(async ({ id }) => {
        const attended = await attendedClass(tx, id)
        if (!attended) return unavailable(id, words.noAttendance)
        const { row, sessions, creditedBy } = attended
        const parameters = parametersOn(tx.district, row.endsOn)
        const marks = parameters.get('attendance.marks').value
        const most = parameters.get('attendance.amendedMost').value

        const confirmed = (await listAmendments(tx, id)).filter(({ answer }) => answer?.outcome === 'confirmed')
        const sideOf = new Map(confirmed.map((each) => [each.id, each.answer?.side ?? 'bureau']))
        const lines = await listLines(
          tx,
          confirmed.map((each) => each.id),
        )
        const corrected = lines.map((line) => ({ ...line, side: sideOf.get(line.amendmentId) ?? ('bureau' as const) }))
        const root = (await listSheets(tx, id)).find(({ method }) => method !== 'amended')
        const typed = root?.method === 'paper' ? typedOverLive(attended, await liveClass(tx, id)) : 0
        const all = sessions.length * creditedBy.size
        const found = correctionsOf(corrected, typed, all, {
          most,
          credits: (credit) => marks.some((mark) => mark.kind === credit && mark.credited),
          providerGains: row.payee === 'provider',
        })

        const sentences = [
          ...(found.isTooMuch ? [words.manyCorrections(found.count, all, most)] : []),
          ...(found.gaining.length > 0 ? [words.gainersCorrections(found.gaining.length)] : []),
        ]
        const evidence = [
          ...confirmed.map((each) => ({ label: words.amendment, kind: 'amendment', id: each.id })),
          { label: words.sheet, kind: 'attendance-sheet', id: attended.sheet.id },
        ]
        if (sentences.length === 0) return { ...passed(id, words.fewCorrections(found.count, all)), evidence }
        if (typed > 0) sentences.push(words.typedOverLive(typed))
        return failed(id, joinSentences(sentences), evidence)
      }),
    )
  },
})

/** How often a sheet of paper credits somebody for a session that was held live and for which they did not sign. */
function typedOverLive(attended: AttendedClass, live: LiveClass | undefined): number {
  if (!live) return 0
  const signed = new Set(
    live.signs
      .filter(({ kind }) => kind === 'in')
      .map(({ liveSessionId, enrolmentId }) => `${liveSessionId} ${enrolmentId}`),
  )
  const heldAs = new Map(live.sessions.map((each) => [each.sessionId, each.id]))
  let typed = 0
  for (const [enrolmentId, credited] of attended.creditedBy) {
    for (const sessionId of credited) {
      const held = heldAs.get(sessionId)
      if (held === undefined || attended.isAmended(enrolmentId, sessionId)) continue
      if (!signed.has(`${held} ${enrolmentId}`)) typed += 1
    }
  }
  return typed
}
