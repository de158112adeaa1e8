import type { Sentence } from '../../../platform/contract/public.ts'
import { type Ratio, ratioText } from './ratio.ts'

const lineText = ({ numerator, denominator }: Ratio) => `${Math.round((numerator * 1000) / denominator) / 10}%`

export const musterTitle = (seq: number, maskedName: string): Sentence => ({
  zh: `序号${seq} ${maskedName} 出勤汇总`,
  en: `Muster of no. ${seq}, ${maskedName}`,
})

export const shortfalls = {
  attendance: (attended: Ratio, line: Ratio): Sentence => ({
    zh: `出勤 ${ratioText(attended)},低于 ${lineText(line)}`,
    en: `Attended ${ratioText(attended)}, below ${lineText(line)}`,
  }),
}

export const obstacles = {
  notFiled: { zh: '本班还没有备案', en: 'The class is not filed yet' },
  notEnded: (endsOn: string): Sentence => ({ zh: `班级 ${endsOn} 才结束`, en: `The class ends on ${endsOn}` }),
  noAttendance: { zh: '还没有导入考勤表', en: 'No attendance sheet has been imported' },
  noMarks: { zh: '还没有导入成绩登记表', en: 'No mark sheet has been imported' },
  nobody: { zh: '本班没有学员', en: 'There is nobody in the class' },
  signsMissing: (seqs: readonly number[]): Sentence => ({
    zh: `序号 ${seqs.join('、')} 的考勤不完整,请重新上传考勤表`,
    en: `Attendance is incomplete for no. ${seqs.join(', ')}; upload the attendance sheet again`,
  }),
  marksMissing: (seqs: readonly number[]): Sentence => ({
    zh: `序号 ${seqs.join('、')} 没有成绩,请重新上传成绩登记表`,
    en: `Marks are missing for no. ${seqs.join(', ')}; upload the mark sheet again`,
  }),
}

export const refusals = {
  alreadyCompleted: (on: string): Sentence => ({
    zh: `本班已于 ${on} 结业,不能重复结业。请刷新后查看。`,
    en: `This class was completed on ${on} and cannot be completed twice. Reload and look again.`,
  }),
  notYet: {
    zh: '现在还不能结业,请先办好下面列出的全部事项。',
    en: 'The class cannot be completed yet: see to everything listed below.',
  },
  onlyItsProvider: {
    zh: '结业由开班的培训机构确认,请用机构账号登录。',
    en: 'Its provider confirms that a class is completed: sign in with the provider’s account.',
  },
}

export const trailWords = {
  person: { zh: '学员', en: 'Person' },
  identity: { zh: '身份证号', en: 'Identity number' },
  class: { zh: '班级', en: 'Class' },
  sessions: { zh: '出勤课次', en: 'Sessions attended' },
  minutes: { zh: '出勤分钟数', en: 'Minutes attended' },
  completedOn: { zh: '结业确认日期', en: 'Completed on' },
  fact: { zh: '结业事实', en: 'Completion of the training' },
  enrolment: { zh: '花名册上的登记', en: 'Place on the roster' },
} as const satisfies Record<string, Sentence>

/** What the panel on the class's page says. */
export const words = {
  title: { zh: '出勤与成绩汇总', en: 'Muster' },
  empty: {
    zh: '导入考勤表和成绩登记表后,这里按人汇总出勤、成绩和证书。',
    en: 'Once the attendance and mark sheets are imported, everybody’s attendance, marks and certificate are summed up here.',
  },
  people: { zh: '学员', en: 'People' },
  attendanceMet: { zh: '出勤达标', en: 'Attendance met' },
  marksMet: { zh: '成绩合格', en: 'Marks passed' },
  certificates: { zh: '有证书', en: 'Certificates' },
  allMet: { zh: '全部达标', en: 'All met' },
  below: { zh: '未达标', en: 'Below the line' },
  belowFirst: (count: number) => ({
    zh: count === 0 ? '全班都达到出勤和成绩的要求。' : `${count} 人未达到要求,排在最前。`,
    en: count === 0 ? 'Everybody meets the lines.' : `${count} below a line, listed first.`,
  }),
  grid: { zh: '逐人逐课次的签到', en: 'Signs by person and session' },
  seq: { zh: '序号', en: 'No.' },
  name: { zh: '姓名', en: 'Name' },
  attended: { zh: '出勤', en: 'Attended' },
  theory: { zh: '理论', en: 'Theory' },
  practice: { zh: '技能', en: 'Practice' },
  certificate: { zh: '证书编号', en: 'Certificate' },
  remarks: { zh: '说明', en: 'Remarks' },
  absentFromTest: { zh: '缺考', en: 'absent' },
  none: { zh: '无', en: 'none' },
  halves: {
    morning: { zh: '上', en: 'am' },
    afternoon: { zh: '下', en: 'pm' },
    evening: { zh: '晚', en: 'E' },
  },
  credits: {
    present: { zh: '出勤', en: 'present' },
    late: { zh: '迟到', en: 'late' },
    leave: { zh: '请假', en: 'on leave' },
    absent: { zh: '缺勤', en: 'absent' },
  },
  /** What a cell of the grid shows: one character each. */
  glyphs: {
    present: { zh: '√', en: '√' },
    late: { zh: '迟', en: 'L' },
    leave: { zh: '假', en: 'E' },
    absent: { zh: '×', en: '×' },
  },
  legend: {
    zh: '√ 出勤  迟 迟到  假 请假  × 缺勤;点任一格可查到考勤表上的那一格',
    en: '√ present, L late, E on leave, × absent; any sign opens the very cell of the sheet',
  },
  wasBefore: (credit: string) => ({ zh: `;上一版记为${credit}`, en: `; ${credit} in the version before` }),
  changed: (count: number, version: number) => ({
    zh: `第${version}版比上一版改了 ${count} 次签到,表中加框标出。`,
    en: `Version ${version} counts ${count} signs otherwise than the one before: they are framed.`,
  }),
  signTitle: (when: string, written: string, credit: string) => ({
    zh: `${when} 写的是“${written}”,记为${credit}`,
    en: `${when}: “${written}” is written, counted as ${credit}`,
  }),
  completeTitle: { zh: '确认结业', en: 'Confirm completion' },
  completeButton: (count: number) => ({ zh: `确认结业(${count}人)`, en: `Confirm completion (${count} people)` }),
  confirmOnce: { zh: '请再确认一次', en: 'Please confirm once more' },
  confirmText: (all: number, met: number, below: number) => ({
    zh: `本班 ${all} 人,其中 ${met} 人出勤、成绩都达到要求,${below} 人未达到。`,
    en: `${all} people: ${met} meet the lines of attendance and marks, ${below} do not.`,
  }),
  afterwards: {
    zh: '确认后不再接收考勤表和成绩表,考勤有误须提出更正并由另一人确认;补贴由系统按政策自动核定,不用另外申请。',
    en: 'Afterwards no sheet is taken any more; attendance is amended only with another person’s confirmation. Subsidies are decided by the platform, nobody has to apply.',
  },
  cannotYet: { zh: '还不能结业', en: 'Cannot be completed yet' },
  completed: (on: string) => ({ zh: `本班已于 ${on} 结业。`, en: `The class was completed on ${on}.` }),
  done: (count: number) => ({ zh: `已结业:${count} 人`, en: `Completed: ${count} people` }),
  cancel: { zh: '取消', en: 'Cancel' },
} as const
