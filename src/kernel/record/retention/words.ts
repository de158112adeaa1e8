import type { Sentence } from '../../../platform/contract/public.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

/** Sentences of what is emptied when its years are over. */
export const words = {
  title: say('到期清理', 'Emptied when due'),
  meta: say(
    '个人信息的保存年限到了,文件内容自动清空:记录、摘要(哈希)和清理留痕都保留,封存核验照常通过。在办的疑点、异议、审计发现和限制所依据的材料暂不清理;发放所依据的按会计档案年限保存。',
    'When the years of personal data are over the contents of files are emptied by themselves: the record, its hash and an act stay, and verification holds. What an open case, objection, finding or restriction rests on is kept; what money rests on is kept as long as accounts are.',
  ),
  placeholder: say(
    '保存年限是待核实的默认值,请由本县法规部门核定后修改参数“个人信息保存年限”。',
    'The years are defaults to be verified: have the county’s legal office set the parameter “Years personal data are kept”.',
  ),
  due: (until: string): Sentence => ({ zh: `本季度到期(至 ${until})`, en: `Due this quarter (until ${until})` }),
  rule: (years: number, emptied: number, purpose: Sentence): Sentence => ({
    zh: `保存 ${years} 年 · 目的:${purpose.zh} · 已清理 ${emptied} 件`,
    en: `Kept ${years} ${years === 1 ? 'year' : 'years'} · purpose: ${purpose.en} · ${emptied} emptied`,
  }),
  nothingDue: say('本季度没有到期的。', 'Nothing is due this quarter.'),
  more: say('另有更多到期的,清理后依次显示。', 'There are more; they follow as these are emptied.'),
  what: say('材料', 'What'),
  since: say('起算日', 'Counted from'),
  dueOn: say('到期日', 'Due on'),
  state: say('状态', 'State'),
  willGo: say('到期自动清空', 'Is emptied when due'),
  heldUntil: (why: string, until: string): Sentence => ({ zh: `${why}(至 ${until})`, en: `${why} (until ${until})` }),
  held: say('暂不清理', 'Held'),
  done: say('已清理', 'Emptied'),
  noneDone: say('还没有清理过。', 'Nothing was emptied yet.'),
  byRule: say('规则', 'Rule'),
  on: say('清理日期', 'Emptied on'),
  kept: say('保留的摘要', 'Hash kept'),
  noFile: say('(没有文件,清去姓名或比对摘要)', '(no file: names or keyed hashes)'),
} as const
