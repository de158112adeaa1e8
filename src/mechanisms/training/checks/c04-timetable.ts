import { joinSentences, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import {
  type Check,
  defineCheck,
  failed,
  type Finding,
  ground,
  passed,
  unavailable,
} from '../../../kernel/record/public.ts'
import type { OfficialCalendar } from '../../../kernel/values/public.ts'
import { type ClassRow, listClassesById } from '../classes/store.ts'
import { termsOf } from '../timetable/material.ts'
import { timetableFindings, totalsOf, type TimetableTerms } from '../timetable/rules.ts'
import { listSessions, type SessionRow } from '../timetable/store.ts'
import { words as timetableWords } from '../timetable/words.ts'
import { words } from './words.ts'

/** C04: hours, share of practice, length of days, times and dates of the timetable keep to the plan and the county's rules. */
export function timetableCheck(needs: { calendar: (tx: Tx) => Promise<OfficialCalendar> }): Check {
  return defineCheck({
    id: 'C04',
    title: { zh: '课时、时段、日期符合规定', en: 'Hours, times and dates of the timetable are allowed' },
    subject: 'class',
    moments: ['filing', 'approval'],
    action: 'block',
    onUnavailable: 'note',
    basis: ground('tianjinProcedure', '、淮安市2023年培训清单', 'and Huai’an’s training lists of 2023'),
    async run({ tx, subjects, parameters }) {
      const calendar = await needs.calendar(tx)
      const terms = termsOf(parameters)
      const findings: Finding[] = []
      for (const row of (
        await listClassesById(
          tx,
          subjects.map((subject) => subject.id),
        )
      ).values()) {
        findings.push(findingOf(row, await listSessions(tx, row.id), terms, calendar))
      }
      return findings
    },
  })
}

function findingOf(
  row: ClassRow,
  sessions: readonly SessionRow[],
  terms: TimetableTerms,
  calendar: OfficialCalendar,
): Finding {
  if (sessions.length === 0) return failed(row.id, timetableWords.noSessions)
  const findings = timetableFindings(row, sessions, terms, calendar)
  const faults = findings.filter((finding) => finding.answered)
  const evidence = [{ label: words.timetable, kind: 'session', id: sessions[faults[0]?.rows[0] ?? 0]!.id }]
  if (faults.length > 0) return failed(row.id, once(faults.map((finding) => finding.sentence)), evidence)
  if (findings.length > 0) return unavailable(row.id, once(findings.map((finding) => finding.sentence)))
  return passed(row.id, words.hoursStand(totalsOf(sessions)))
}

/** What is kept of one answer stays readable, however many sessions are wrong. */
const TOLD_IN_A_FINDING = 20

/** The sentences as one, each said once; of very many, the first and how many more. */
function once(sentences: readonly Sentence[]): Sentence {
  const each = [...new Map(sentences.map((sentence) => [sentence.zh, sentence])).values()]
  const more = each.length - TOLD_IN_A_FINDING
  return joinSentences(more > 0 ? [...each.slice(0, TOLD_IN_A_FINDING), words.moreFaults(more)] : each)
}
