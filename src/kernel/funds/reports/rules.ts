import type { CivilDate } from '../../values/public.ts'
import { addDays } from '../../values/public.ts'

/** What a person can say is wrong. */
export const REPORT_KINDS = ['identity', 'account', 'attendance', 'marks', 'amount', 'other'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

export const isReportKind = (text: string | undefined): text is ReportKind => REPORT_KINDS.some((kind) => kind === text)

export const LONGEST_SAID = 500

/** The last day on which a report made on a day is answered in time. */
export const answeredBy = (madeOn: CivilDate, days: number): CivilDate => addDays(madeOn, days)
