import type { Sentence } from '../../../platform/contract/public.ts'
import { timeText } from './times.ts'

type Times = { readonly day: string; readonly startMinute: number; readonly endMinute: number }

const when = ({ day, startMinute, endMinute }: Times) => `${day} ${timeText(startMinute)}–${timeText(endMinute)}`

const percent = (numerator: number, denominator: number) => `${Math.round((numerator * 100) / denominator)}%`

export const words = {
  tooFewHours: (level: Sentence, total: number, minimum: number) => ({
    zh: `共${total}课时,${level.zh}不得少于${minimum}课时,请增加课次`,
    en: `${total} class-hours in all; ${level.en} needs at least ${minimum}: add sessions`,
  }),
  tooLittleSafety: (found: number, minimum: number) => ({
    zh: `安全教育课时为${found},规定不少于${minimum}课时,请把相应课次的类型改为“安全教育”(计入理论课时)`,
    en: `${found} hours of safety education; at least ${minimum} are required: mark sessions as safety education (they count as theory)`,
  }),
  tooLittlePractice: (practice: number, total: number, share: { numerator: number; denominator: number }) => ({
    zh: `实操${practice}课时,占总课时${percent(practice, Math.max(total, 1))},不得低于${percent(share.numerator, share.denominator)}`,
    en: `${practice} hours of practice are ${percent(practice, Math.max(total, 1))} of the whole; at least ${percent(share.numerator, share.denominator)} is required`,
  }),
  theoryDiffers: (found: number, planned: number) => ({
    zh: `课程表理论共${found}课时,计划为${planned}课时,请使两者一致`,
    en: `The timetable has ${found} hours of theory and the plan ${planned}: make them agree`,
  }),
  practiceDiffers: (found: number, planned: number) => ({
    zh: `课程表实操共${found}课时,计划为${planned}课时,请使两者一致`,
    en: `The timetable has ${found} hours of practice and the plan ${planned}: make them agree`,
  }),
  tooLongADay: (day: string, hours: number, most: number) => ({
    zh: `${day} 共${hours}课时,每日不得超过${most}课时`,
    en: `${hours} class-hours on ${day}; at most ${most} a day`,
  }),
  tooShort: (session: Times & { classHours: number }, minutes: number, needed: number) => ({
    zh: `${when(session)} 只有${minutes}分钟,${session.classHours}课时需要${needed}分钟`,
    en: `${when(session)} is ${minutes} minutes; ${session.classHours} class-hours need ${needed}`,
  }),
  outsideHours: (session: Times, terms: { earliestMinute: number; latestMinute: number }) => ({
    zh: `${when(session)} 不在规定的上课时段 ${timeText(terms.earliestMinute)}–${timeText(terms.latestMinute)} 内`,
    en: `${when(session)} is outside the permitted hours ${timeText(terms.earliestMinute)}–${timeText(terms.latestMinute)}`,
  }),
  outsideDates: (session: Times, plan: { startsOn: string; endsOn: string }) => ({
    zh: `${when(session)} 不在开班期间 ${plan.startsOn} 至 ${plan.endsOn} 内`,
    en: `${when(session)} is outside the class’s dates, ${plan.startsOn} to ${plan.endsOn}`,
  }),
  restDay: (session: Times) => ({
    zh: `${session.day} 是休息日或法定节假日,请写明排课理由或改期`,
    en: `${session.day} is a rest day or public holiday: give the reason or move the session`,
  }),
  notSaved: {
    zh: '课程表没有保存,请按下面列出的全部问题修改',
    en: 'The timetable was not saved: correct everything listed below',
  },
  overlaps: (later: number, earlier: number, a: Times, b: Times) => ({
    zh: `第${later}行(${when(b)})与第${earlier}行(${when(a)})时间重叠,一个班不能同时上两节课`,
    en: `Row ${later} (${when(b)}) overlaps row ${earlier} (${when(a)}): a class cannot be in two sessions`,
  }),
  moreOverlaps: (count: number) => ({
    zh: `还有 ${count} 对课次时间重叠没有列出,请先改正以上各行`,
    en: `${count} more pairs of sessions overlap and are not listed: correct these rows first`,
  }),
  tooManySessions: (most: number) => ({
    zh: `最多 ${most} 个课次,请合并课次或分班`,
    en: `has at most ${most} sessions: merge sessions or make two classes`,
  }),
  endsFirst: (row: number) => ({
    zh: `第${row}行的结束时间不晚于开始时间`,
    en: `Row ${row} does not end after it begins`,
  }),
  foreignRoom: (row: number) => ({
    zh: `第${row}行的教室不是本机构登记的,请重新选择`,
    en: `The room of row ${row} is not filed for your organisation: choose again`,
  }),
  foreignInstructor: (row: number) => ({
    zh: `第${row}行的教师没有在本机构登记,请重新选择`,
    en: `The instructor of row ${row} is not filed for your organisation: choose again`,
  }),
  kinds: {
    safety: { zh: '安全教育', en: 'Safety education' },
    theory: { zh: '理论', en: 'Theory' },
    practice: { zh: '实操', en: 'Practice' },
  },
  trail: {
    session: (when: string) => ({ zh: `课次 ${when}`, en: `Session ${when}` }),
    kind: { zh: '类型', en: 'Kind' },
    hours: { zh: '课时', en: 'Class-hours' },
    room: { zh: '教室', en: 'Room' },
    instructor: { zh: '教师', en: 'Instructor' },
    reason: { zh: '排课理由', en: 'Reason' },
  },
  noSessions: { zh: '还没有课程表,请先排课', en: 'There is no timetable yet: add sessions first' },
} as const
