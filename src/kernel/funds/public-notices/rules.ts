import {
  addWorkingDays,
  type CivilDate,
  type CountingConvention,
  countWorkingDays,
  type OfficialCalendar,
} from '../../values/public.ts'

export const NOTICE_STATUSES = ['open', 'ended', 'withdrawn'] as const
export type NoticeStatus = (typeof NOTICE_STATUSES)[number]

export const CHANNELS = ['phone', 'letter', 'visit', 'online'] as const
export type Channel = (typeof CHANNELS)[number]

/** For how many official working days a list is out, and which day is the first of them: the parameter `notice.period`. */
export type NoticePeriod = { readonly workingDays: number; readonly counting: CountingConvention }

/** The last day on which somebody may object. Throws CalendarYearUnknown where the official calendar ends before it. */
export function lastDayToObject(calendar: OfficialCalendar, publishedOn: CivilDate, period: NoticePeriod): CivilDate {
  return addWorkingDays(calendar, publishedOn, period.workingDays, period.counting)
}

type Out = { readonly status: NoticeStatus; readonly publishedOn: CivilDate; readonly endsOn: CivilDate }

/** Whether the public reads a list on a day: it takes itself down on the day after its last. */
export function isOut({ status, endsOn }: Pick<Out, 'status' | 'endsOn'>, today: CivilDate): boolean {
  return status === 'open' && today <= endsOn
}

/** Whether a notice has run its days, as the calendar counts them now: a day made a holiday since makes it shorter. */
export function hasRun(
  calendar: OfficialCalendar,
  notice: Omit<Out, 'status'> & NoticePeriod,
  today: CivilDate,
): { readonly ended: boolean; readonly days: number } {
  const days = countWorkingDays(calendar, notice.publishedOn, notice.endsOn, notice.counting)
  return { ended: notice.endsOn < today && days >= notice.workingDays, days }
}

export type ObjectionRefusal = 'not-yet' | 'too-late' | 'in-the-future' | 'moved-on'

/** Why an objection cannot be taken in about a notice; undefined when it can. */
export function refusalToObject(
  notice: Omit<Out, 'status'>,
  asked: { readonly receivedOn: CivilDate; readonly today: CivilDate; readonly mayHold: boolean },
): ObjectionRefusal | undefined {
  if (asked.receivedOn > asked.today) return 'in-the-future'
  if (asked.receivedOn < notice.publishedOn) return 'not-yet'
  if (asked.receivedOn > notice.endsOn) return 'too-late'
  return asked.mayHold ? undefined : 'moved-on'
}

/** One person of a list, as it was published. */
export type PublishedRow = {
  readonly claimLineId: string
  readonly position: number
  readonly maskedName: string
  readonly maskedIdentity: string
  readonly amountFen: bigint
}

/** How a line that would be paid differs from what was published of it; undefined where it does not. */
export function publishedDifference(
  row: PublishedRow | undefined,
  line: { readonly maskedName: string; readonly amountFen: bigint },
): 'absent' | 'another-person' | 'another-amount' | undefined {
  if (!row) return 'absent'
  if (row.maskedName !== line.maskedName) return 'another-person'
  return row.amountFen === line.amountFen ? undefined : 'another-amount'
}
