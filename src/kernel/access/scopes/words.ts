import type { Sentence } from '../../../platform/contract/public.ts'

/** What an instructor's account reaches: refusals, and the page. */
export const words = {
  refused: { zh: '范围没有保存,请按下列各条修改。', en: 'The scope was not saved. Correct the following.' },
  onlyInstructors: {
    zh: '范围只对授课教师的账号设定;这个账号没有“授课教师”角色,请先授予。',
    en: 'Only an instructor’s account has a scope; give it the role first.',
  },
  noClass: { zh: '没有这个班级,请从列表中选择。', en: 'There is no such class; choose from the list.' },
  noOrganisation: { zh: '没有这家机构,请从列表中选择。', en: 'There is no such provider; choose from the list.' },
  daysWrong: { zh: '结束日期早于开始日期,请核对。', en: 'The last day is before the first; check both.' },
  inThePast: { zh: '结束日期已过,请填今天或以后。', en: 'The last day has passed; give today or later.' },
  already: { zh: '这段日期已有同样的范围,不用重复设定。', en: 'The account reaches it on these days already.' },
  missing: { zh: '没有这条范围。', en: 'There is no such scope.' },
  ended: { zh: '这条范围已经结束。', en: 'This scope has ended.' },
  oneself: {
    zh: '任何人不得设定自己的范围,请由另一名系统管理员办理。',
    en: 'Nobody sets their own scope: another administrator must do it.',
  },
  title: { zh: '授课范围', en: 'Scope' },
  whole: {
    zh: '没有单独设定:可以主持本机构由其授课的全部课次。',
    en: 'None was set: all sessions they teach at their own provider.',
  },
  narrow: {
    zh: '只能主持下列有效范围内、由其本人授课的课次。',
    en: 'Only sessions they teach themself, within what counts below.',
  },
  nothingNow: {
    zh: '现在没有有效的范围,不能主持任何课次。',
    en: 'Nothing counts today: they can hold no session.',
  },
  kinds: {
    class: { zh: '一个班级', en: 'One class' },
    organisation: { zh: '一家机构的全部班级', en: 'All classes of a provider' },
  },
  add: { zh: '设定范围', en: 'Set the scope' },
  added: { zh: '范围已保存', en: 'Saved' },
  of: { zh: '范围', en: 'Of' },
  subject: { zh: '班级或机构', en: 'Class or provider' },
  search: { zh: '输入班级名称查找', en: 'Find a class by name' },
  days: { zh: '起止', en: 'Days' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至(不填为长期)', en: 'To (empty: no end)' },
  forGood: { zh: '长期', en: 'no end' },
  reason: { zh: '依据', en: 'Reason' },
  by: { zh: '设定人', en: 'Set by' },
  state: { zh: '状态', en: 'State' },
  counts: { zh: '有效', en: 'Counts' },
  over: { zh: '不在期内', en: 'Not now' },
  end: { zh: '结束', en: 'End' },
  endTitle: { zh: '结束范围', en: 'End this scope' },
  endMeans: {
    zh: '今天起不再有效。全部结束后,此人不能主持任何课次,直到另设范围。',
    en: 'From today it counts no more. Once all have ended they hold no session until another is set.',
  },
  endDone: { zh: '范围已结束', en: 'Ended' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  choose: { zh: '请选择', en: 'Choose' },
} as const satisfies Record<string, Sentence | Record<string, Sentence>>
