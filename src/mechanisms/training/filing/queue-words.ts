/** Sentences of the clerk's queue. */
export const queueWords = {
  title: { zh: '开班审核', en: 'Class review' },
  empty: {
    zh: '都办完了,没有等待审核的班级。机构提交后会出现在这里。',
    en: 'All done: no class is waiting for review. A class that a provider submits appears here.',
  },
  gone: { zh: '这个班级已不在待办中。', en: 'This class is no longer waiting.' },
  waiting: (count: number) => ({
    zh: `${count} 个班级等候审核,先提交的在前`,
    en: `${count} waiting, the longest first`,
  }),
  people: (count: number) => ({ zh: `${count}人`, en: `${count} people` }),
  submitted: (provider: string, on: string) => ({
    zh: `${provider} · 提交 ${on}`,
    en: `${provider} · submitted ${on}`,
  }),
  tone: {
    good: { zh: '核对全部通过', en: 'All checks passed' },
    attention: { zh: '有需要看一看的', en: 'Something to look at' },
    refused: { zh: '核对未通过', en: 'A check failed' },
  },
  failed: (count: number) => ({ zh: `${count} 项不通过`, en: `${count} failed` }),
  unavailable: { zh: '有未能核对的', en: 'some not available' },
  returnedBefore: (count: number) => ({ zh: `曾退回 ${count} 次`, en: `returned ${count} times` }),
  figures: {
    people: { zh: '花名册人数', en: 'People on the roster' },
    hours: { zh: '理论 / 实操课时', en: 'Theory / practice hours' },
    checks: { zh: '核对通过 / 全部(项次)', en: 'Checks passed / asked' },
    capacity: { zh: '计划人数 / 教室座位', en: 'Planned / seats' },
  },
  basisOf: { zh: '依据:', en: 'On ' },
  basis: (clause: string) => ({ zh: `依据:${clause}`, en: `Clause: ${clause}` }),
  notCompared: (count: number) => ({
    zh: `${count} 项未能核对,不等于通过`,
    en: `${count} checks could not be asked, which is not a pass`,
  }),
  passed: (count: number, of: number) => ({
    zh: `核对 ${count}/${of} 项通过`,
    en: `${count} of ${of} checks passed`,
  }),
  lastReturn: (count: number) => ({
    zh: `曾退回 ${count} 次,上次的理由`,
    en: `Returned ${count === 1 ? 'once' : `${count} times`}; the last reasons`,
  }),
  planned: (days: number, sessions: number) => ({
    zh: `课程表:${days} 天,${sessions} 次课`,
    en: `Timetable: ${days} days, ${sessions} sessions`,
  }),
  list: (values: readonly string[]) => ({ zh: values.join('、'), en: values.join(', ') }),
  instructors: (names: string) => ({ zh: `教师 ${names}`, en: `taught by ${names}` }),
  mayReturn: {
    zh: '核对未通过,可按上面的理由退回补正',
    en: 'Refused: return it with the reasons above',
  },
  previous: { zh: '上一件', en: 'Previous' },
  approve: { zh: '通过并备案', en: 'Approve and file' },
  askTitle: (count: number) => ({
    zh: `还有 ${count} 项核对没有通过,确定备案吗?`,
    en: `${count} ${count === 1 ? 'check has' : 'checks have'} not passed: file the class all the same?`,
  }),
  outcome: {
    passed: { zh: '通过', en: 'passed' },
    failed: { zh: '不通过', en: 'failed' },
    doubt: { zh: '有疑点', en: 'a doubt' },
    unavailable: { zh: '未能核对', en: 'could not be asked' },
  },
  askNote: {
    zh: '未能核对不等于通过:开班后、付款前还会再核对,届时有人不符合的,不予补贴。',
    en: 'What could not be asked has not passed: it is asked again before money moves, and who fails then is not paid.',
  },
  fileAllTheSame: { zh: '仍然备案', en: 'File all the same' },
  filed: (number: string) => ({ zh: `已备案,备案号 ${number}`, en: `Filed under ${number}` }),
  return: { zh: '退回补正(一次性告知)', en: 'Return, all reasons at once' },
  next: { zh: '下一件', en: 'Next' },
  returned: { zh: '已退回,机构可一次改完再提交', en: 'Returned; the provider can correct everything and submit again' },
  returnTitle: { zh: '退回补正', en: 'Return for correction' },
  returnLead: {
    zh: '一次告知全部理由。核对不通过的已勾选,可取消;下面可补充,每行一条。',
    en: 'All reasons at once. Failed checks are ticked already and may be taken off; add your own below, one a line.',
  },
  ownReasons: { zh: '补充理由(每行一条)', en: 'Reasons of your own, one a line' },
  send: (count: number) => ({ zh: `退回(${count} 条理由)`, en: `Return (${count} reasons)` }),
  cancel: { zh: '取消', en: 'Cancel' },
  snippets: {
    plan: {
      zh: '授课计划与课程表不一致,请改为一致后再提交。',
      en: 'The teaching plan and the timetable differ: make them agree and submit again.',
    },
    roster: {
      zh: '花名册与报名登记不一致,请核对后重新导入。',
      en: 'The roster differs from the registrations: check it and import it again.',
    },
    instructor: {
      zh: '任课教师的资格材料不全,请先补登记。',
      en: 'The instructor’s papers are incomplete: have them filed first.',
    },
    commitment: { zh: '缺少盖章的承诺书,请补交。', en: 'The sealed commitment is missing: hand it in.' },
  },
  open: { zh: '打开班级', en: 'Open the class' },
  timetable: { zh: '课程表', en: 'Timetable' },
} as const
