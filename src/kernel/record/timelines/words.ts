export const words = {
  title: { zh: '时间线', en: 'Timeline' },
  ofPerson: { zh: '本人时间线', en: 'Timeline of the person' },
  ofProvider: { zh: '机构时间线', en: 'Timeline of the provider' },
  ofEmployer: { zh: '企业时间线', en: 'Timeline of the employer' },
  meta: { zh: '按时间倒序,每条都可打开当时的记录。', en: 'The newest first; each opens the record of then.' },
  empty: { zh: '还没有记录。', en: 'Nothing yet.' },
  providers: { zh: '培训机构', en: 'Providers' },
  employers: { zh: '企业(参保名单里有的)', en: 'Employers (of the insured lists)' },
  ofPeople: {
    zh: '个人的时间线从申领单里的人员打开,要写明理由。',
    en: 'A person’s timeline is opened from a claim, for a reason.',
  },
  all: { zh: '全部', en: 'All' },
  more: { zh: '更早的', en: 'Earlier' },
  reason: { zh: '查看理由', en: 'Reason' },
  reasonHint: {
    zh: '查看一个人的时间线会留痕:谁、何时、为什么。请写明理由,例如“核实异议 2022-0003”。',
    en: 'Opening a person’s timeline is recorded: who, when and why. Say why, for example “to look into objection 2022-0003”.',
  },
  open: { zh: '打开', en: 'Open' },
  missing: { zh: '没有找到这个人或这家单位。', en: 'There is no such person or organisation.' },
  ofWhich: { zh: '统一社会信用代码', en: 'Credit code' },
} as const
