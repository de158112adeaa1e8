import type { Sentence } from '../../../platform/contract/public.ts'

export const words = {
  classTitle: (number: string, occupation: Sentence, level: Sentence) => ({
    zh: `${number} ${occupation.zh}(${level.zh})`,
    en: `${number} ${occupation.en}, ${level.en}`,
  }),
  onlyProviders: {
    zh: '班级由培训机构建立,请用机构账号登录',
    en: 'Classes are drafted by providers: sign in with a provider’s account',
  },
  notSaved: {
    zh: '班级没有保存,请按下面列出的全部问题修改',
    en: 'The class was not saved: correct everything listed below',
  },
  /** Why an act is not possible in a state. */
  notNow: (act: Sentence, status: Sentence) => ({
    zh: `班级目前是“${status.zh}”状态,不能${act.zh}。请刷新后查看`,
    en: `The class is “${status.en}” and cannot be ${act.en}. Reload and look again`,
  }),
  acts: {
    change: { zh: '修改', en: 'changed' },
    submit: { zh: '提交', en: 'submitted' },
    approve: { zh: '通过', en: 'approved' },
    return: { zh: '退回', en: 'returned' },
    complete: { zh: '结业', en: 'completed' },
  },
  plan: {
    endsBeforeItBegins: (from: string, to: string) => ({
      zh: `结束日期 ${to} 早于开班日期 ${from}`,
      en: `It ends on ${to}, before it begins on ${from}`,
    }),
    noHours: { zh: '理论和实操课时不能都为0', en: 'Theory and practice cannot both be 0 hours' },
    unknownCode: (value: string) => ({
      zh: `“${value}”不在目录中,请从列表中选择`,
      en: `“${value}” is not in the list: choose one of it`,
    }),
    unknownOccupation: (id: string) => ({
      zh: `职业目录中没有“${id}”,请从协议约定的职业中选择`,
      en: `“${id}” is not in the list of occupations: choose one of your agreements`,
    }),
    unknownLevel: (level: string) => ({ zh: `没有“${level}”这个等级`, en: `There is no level “${level}”` }),
    foreignSite: {
      zh: '这个培训地点不是本机构登记的,请重新选择',
      en: 'This site is not filed for your organisation: choose again',
    },
    foreignRoom: {
      zh: '这个教室不在所选的培训地点,请重新选择',
      en: 'This room is not at the chosen site: choose again',
    },
    foreignInstructor: {
      zh: '这位教师没有在本机构登记,请重新选择或先请人社局登记',
      en: 'This instructor is not filed for your organisation: choose again, or have them filed by the bureau',
    },
  },
  happened: {
    'paper.printed': { zh: '打印表格', en: 'Printed a form' },
    'paper.printed-in-full': { zh: '打印表格(完整号码)', en: 'Printed a form with numbers in full' },
    'scan.attached': { zh: '附上扫描件', en: 'Attached a scan' },
    'scan.opened': { zh: '下载扫描件', en: 'Downloaded a scan' },
    'scan.struck': { zh: '作废扫描件', en: 'Struck out a scan' },
    'class.drafted': { zh: '建立草稿', en: 'Drafted' },
    'class.changed': { zh: '修改计划', en: 'Plan changed' },
    'class.timetabled': { zh: '保存课程表', en: 'Timetable saved' },
    'class.submitted': { zh: '提交开班申请', en: 'Submitted' },
    'class.filed': { zh: '审核通过,已备案', en: 'Approved and filed' },
    'class.returned': { zh: '退回补正', en: 'Returned' },
    'class.completed': { zh: '结业', en: 'Completed' },
    'roster.imported': { zh: '导入花名册', en: 'Roster imported' },
    'roster.refused': { zh: '花名册有误,未导入', en: 'Roster refused' },
    'attendance.imported': { zh: '导入考勤', en: 'Attendance imported' },
    'marks.imported': { zh: '导入成绩', en: 'Marks imported' },
  } as Readonly<Record<string, Sentence>>,
  byThePlatform: { zh: '系统', en: 'The platform' },
  trail: {
    class: (title: Sentence) => ({ zh: `班级 ${title.zh}`, en: `Class ${title.en}` }),
    provider: { zh: '培训机构', en: 'Provider' },
    dates: { zh: '培训时间', en: 'Dates' },
    site: { zh: '培训地点', en: 'Site' },
    status: { zh: '状态', en: 'State' },
    filing: { zh: '备案号', en: 'Filing number' },
    hours: { zh: '课时(理论/实操)', en: 'Hours (theory/practice)' },
    roster: { zh: '学员花名册', en: 'Roster' },
  },
} as const

/** Sentences for what the schema promises about classes. */
export const classConstraintWords = {
  one_class_number_a_provider: {
    zh: '本机构已有同名的班级(期次),请换一个班级名称',
    en: 'Your organisation already has a class of that number: choose another',
  },
  class_ends_after_it_begins: {
    zh: '结束日期早于开班日期,请修改',
    en: 'The class ends before it begins: correct the dates',
  },
} as const satisfies Record<string, Sentence>
