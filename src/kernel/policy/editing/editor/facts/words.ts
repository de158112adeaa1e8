/** The sentences of the dictionary of facts. */
export const words = {
  title: { zh: '事实字典', en: 'The dictionary of facts' },
  meant: {
    zh: '条件、标准表和算法只能用这里的事实',
    en: 'Conditions, tables and steps read these facts and no others',
  },
  find: { zh: '查找事实', en: 'Find a fact' },
  onlyRead: { zh: '只看本政策用到的', en: 'Only those that this scheme reads' },
  name: { zh: '名称', en: 'Name' },
  key: { zh: '代号', en: 'Key' },
  type: { zh: '类型', en: 'Type' },
  values: { zh: '取值', en: 'Values' },
  from: { zh: '从哪里来', en: 'Comes from' },
  by: { zh: '由谁提供', en: 'Supplied by' },
  personal: { zh: '个人信息', en: 'Personal' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  read: { zh: '本政策用到', en: 'read here' },
  none: { zh: '没有这样的事实', en: 'There is no such fact' },
}

/** What the types are called. One that has no name here is shown by its own. */
export const TYPE_WORDS: Readonly<Record<string, { zh: string; en: string }>> = {
  boolean: { zh: '是否', en: 'yes or no' },
  integer: { zh: '整数', en: 'whole number' },
  money: { zh: '金额', en: 'amount' },
  ratio: { zh: '比例', en: 'share' },
  date: { zh: '日期', en: 'date' },
  text: { zh: '文字', en: 'text' },
  code: { zh: '选项', en: 'one of' },
  level: { zh: '技能等级', en: 'skill level' },
  history: { zh: '以往享受记录', en: 'earlier subsidies' },
  beside: { zh: '同时应得的其他补贴', en: 'others due at the same time' },
}
