import type { Sentence } from '../../../platform/contract/public.ts'
import { timeText } from '../timetable/times.ts'

/** What the inspections of a class say, on the page, in refusals and in trails. */
export const words = {
  title: { zh: '现场检查', en: 'Inspections' },
  empty: { zh: '还没有现场检查记录。', en: 'Nobody has inspected this class yet.' },
  explained: {
    zh: '两名检查人员同到现场:一人清点登记,另一人用自己的账号确认。登记后不能修改;记错了,再登记一次并说明。',
    en: 'Two inspectors are there together: one counts and records, the other confirms from their own account. It is never changed; if it is wrong, record it again and say so.',
  },
  record: { zh: '登记现场检查', en: 'Record an inspection' },
  session: { zh: '课次', en: 'Session' },
  at: { zh: '清点时间', en: 'Counted at' },
  headCount: { zh: '实到人数', en: 'Heads counted' },
  fewer: { zh: '少一人', en: 'One fewer' },
  more: { zh: '多一人', en: 'One more' },
  note: { zh: '情况说明(选填)', en: 'Note (optional)' },
  noteHint: {
    zh: '如:3人在操作间,已一并清点',
    en: 'As: three were in the workshop and are counted',
  },
  save: { zh: '登记', en: 'Record' },
  cancel: { zh: '取消', en: 'Cancel' },
  saved: { zh: '已登记,请另一名检查人员确认', en: 'Recorded: the other inspector confirms it' },
  confirm: { zh: '我在现场,确认', en: 'I was there: confirm' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  waits: { zh: '待另一名检查人员确认', en: 'Waits for the second inspector' },
  short: { zh: '实到少于签到', en: 'Fewer heads than signs' },
  noSessions: { zh: '还没有已开始的课次。', en: 'No session has begun yet.' },
  photo: { zh: '照片(选填)', en: 'Photo (optional)' },
  photoHint: { zh: 'PNG、JPG 或 PDF', en: 'PNG, JPG or PDF' },
  photoKept: { zh: '照片已保存', en: 'The photo is kept' },
  opening: { zh: '现场检查照片', en: 'Photo of the inspection' },
  when: { zh: '课次与时间', en: 'Session and time' },
  counted: { zh: '实到', en: 'Counted' },
  signedIn: { zh: '当时已签到', en: 'Signed in then' },
  inspectors: { zh: '检查人员', en: 'Inspectors' },
  unknown: { zh: '无考勤', en: 'no attendance' },
  signed: (count: number): Sentence => ({ zh: `当时签到 ${count} 人`, en: `${count} signed in at that minute` }),

  trail: (day: string, minute: number): Sentence => ({
    zh: `现场检查 ${day} ${timeText(minute)}`,
    en: `Inspection ${day} ${timeText(minute)}`,
  }),
  heads: (count: number): Sentence => ({ zh: `${count} 人`, en: `${count} people` }),
  photos: { zh: '照片数', en: 'Photos' },
  first: { zh: '登记', en: 'Recorded by' },
  second: { zh: '确认', en: 'Confirmed by' },
  timeline: (title: Sentence, heads: number, minute: number): Sentence => ({
    zh: `${title.zh}:现场检查,${timeText(minute)} 实到 ${heads} 人`,
    en: `${title.en}: inspected, ${heads} people at ${timeText(minute)}`,
  }),

  inspected: { zh: '登记了现场检查', en: 'the class was inspected' },
  notFiled: {
    zh: '班级还没有备案,不能登记现场检查。',
    en: 'The class is not on file yet: no inspection of it can be recorded.',
  },
  refused: {
    zh: '现场检查没有登记,请改正下面各处。',
    en: 'The inspection was not recorded: correct what is listed below.',
  },
  noSession: {
    zh: '本班课程表上没有这次课,请重新选择',
    en: 'The timetable of this class has no such session: choose again',
  },
  outside: (start: number, end: number): Sentence => ({
    zh: `清点时间不在这次课内,应在 ${timeText(start)} 至 ${timeText(end)} 之间`,
    en: `The count was not during this session: give a time between ${timeText(start)} and ${timeText(end)}`,
  }),
  inFuture: { zh: '清点时间还没有到,请填实际清点的时间', en: 'That time has not come yet: give the time of the count' },
  moreThan: (seats: number): Sentence => ({
    zh: `实到人数多于花名册的 ${seats} 人,请只清点本班学员`,
    en: `More heads than the ${seats} people on the roster: count the trainees of this class alone`,
  }),
  attends: {
    zh: '您本人在本班花名册中,须由其他人员检查',
    en: 'You are on the roster of this class yourself: others must inspect it',
  },
  teaches: { zh: '您本人是本班教师,须由其他人员检查', en: 'You teach this class yourself: others must inspect it' },
  belongs: {
    zh: '您在开班的培训机构有账号,须由其他人员检查',
    en: 'You have an account of its provider: others must inspect this class',
  },
  samePerson: {
    zh: '登记人不能自己确认,请另一名到场的检查人员用自己的账号确认。',
    en: 'Who recorded it cannot confirm it: the other inspector who was there does, from their own account.',
  },
  confirmedAlready: { zh: '这次检查已经确认过了。', en: 'This inspection is confirmed already.' },
  photoRefused: {
    zh: '照片没有保存,请看下面的原因。',
    en: 'The photo was not kept: see why below.',
  },
} as const

export const constraintWords = {
  two_inspectors_are_two_people: words.samePerson,
} as const satisfies Record<string, Sentence>
