import notices from './data/calendar-2022-2026.json' with { type: 'json' }
import { type CalendarException, civilDate, type OfficialCalendar } from '../values/public.ts'

/** The State Council's notices that come with the platform, as they are before a county changes a day. */
export const NATIONAL_CALENDAR: OfficialCalendar = {
  years: notices.years,
  exceptions: new Map(notices.days.map(({ date, kind }) => [civilDate(date), kind as CalendarException])),
}
