import type { Sentence } from '../../../platform/contract/public.ts'

export const words = {
  title: { zh: '时间线', en: 'Timeline' },
  ofPerson: { zh: '本人时间线', en: 'Timeline of the person' },
  ofProvider: { zh: '机构时间线', en: 'Timeline of the provider' },
  ofEmployer: { zh: '企业时间线', en: 'Timeline of the employer' },
  of: (what: string, name: string): Sentence => ({ zh: `${what} · ${name}`, en: `${what} · ${name}` }),
  claim: { zh: '申领单', en: 'Claim' },
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
  about: { zh: '为哪件事', en: 'For what' },
  noMatter: { zh: '没有对应事项(会标记并计数,供审计查看)', en: 'For no matter (marked and counted for the auditor)' },
  halfAMatter: {
    zh: '事项的种类和编号要一起给出,或者都不给。',
    en: 'A matter is named by its kind and its id together, or not at all.',
  },
  settled: { zh: '已办结', en: 'settled' },
  open: { zh: '打开', en: 'Open' },
  noReading: {
    zh: '翻看一个人的时间线,要先写明理由打开:这次没有写明,或者已过时限,或者是别人打开的。请写明理由重新打开。',
    en: 'A person’s timeline is read for a reason that is written down first: none was, it has run out, or somebody else opened it. Give the reason and open it anew.',
  },
  readUnder: (reason: string, until: string): Sentence => ({
    zh: `本次查看的理由已留痕:${reason}(${until} 前可继续翻看)`,
    en: `Recorded as the reason for reading: ${reason} (open until ${until})`,
  }),
  readings: { zh: '查看记录', en: 'Who read this' },
  readBy: ({ name, post }: { readonly name: string; readonly post: Sentence }): Sentence => ({
    zh: `${post.zh} ${name} 查看了时间线`,
    en: `${post.en} ${name} read the timeline`,
  }),
  takenOutBy: ({ name, post }: { readonly name: string; readonly post: Sentence }): Sentence => ({
    zh: `${post.zh} ${name} 下载了归档`,
    en: `${post.en} ${name} took out the archive`,
  }),
  readFor: (reason: string): Sentence => ({ zh: `理由:${reason}`, en: `Because: ${reason}` }),
  missing: { zh: '没有找到这个人或这家单位。', en: 'There is no such person or organisation.' },
  ofWhich: { zh: '统一社会信用代码', en: 'Credit code' },
} as const
