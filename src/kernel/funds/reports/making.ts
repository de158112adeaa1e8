import type { Tx } from '../../../platform/db/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, newId, withoutLongNumbers } from '../../values/public.ts'
import { answeredBy, LONGEST_SAID, type ReportKind } from './rules.ts'
import { findReportOfForm, insertReport, type Report } from './store.ts'

/** In how many days the county answers. */
export const answerDays = (tx: Tx): number =>
  parametersOn(tx.district, civilDateOf(tx.now)).get('report.answerDays').value

/** The last day of answering a report in time. */
export const dueOn = (tx: Tx, { businessAt }: Pick<Report, 'businessAt'>) =>
  answeredBy(civilDateOf(businessAt), answerDays(tx))

/** Somebody says what is wrong about their own subsidy; the same form sent twice is one report. */
export async function makeReport(
  tx: Tx,
  given: {
    readonly personId: string
    readonly claimId: string
    readonly decisionId: string
    readonly kind: ReportKind
    readonly said: string
    readonly formKey: string
  },
): Promise<Report> {
  const before = await findReportOfForm(tx, given.personId, given.formKey)
  if (before) return before
  const id = newId()
  const year = Number(civilDateOf(tx.now).slice(0, 4))
  const number = formatNumber('F-{year}-{serial:4}', { year, serial: await nextSerial(tx, 'person-report', year) })
  const said = withoutLongNumbers(given.said).slice(0, LONGEST_SAID)
  const report = { ...given, id, number, said, businessAt: tx.now }
  await insertReport(tx, report)
  await recordAct(tx, {
    id: newId(),
    act: 'subsidy.reported',
    subjectKind: 'claim',
    subjectId: given.claimId,
    actor: null,
    at: tx.now,
    detail: { number, kind: given.kind },
  })
  return { ...report, answer: null }
}
