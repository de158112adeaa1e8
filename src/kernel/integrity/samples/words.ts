import type { Sentence } from '../../../platform/contract/public.ts'

/** Sentences of seeded samples. */
export const words = {
  title: { zh: '抽样', en: 'Samples' },
  named: (number: string): Sentence => ({ zh: `抽样 ${number}`, en: `Sample ${number}` }),
  meta: {
    zh: '先定方案(从哪些记录里、抽几件),方案连同总体的哈希封存;种子就是封存它的那一号检查点的根,谁也挑不了。别人拿导出的总体,在自己的电脑上能抽出同样的样本。',
    en: 'First the plan (which records, how many), sealed with the hash of its population. The seed is the root of the seal it came under, which nobody chose. With the exported population another person draws the same on their own machine.',
  },
  unknownPopulation: (given: string): Sentence => ({
    zh: `没有名为“${given}”的总体,请从列表中选择。`,
    en: `There is no population called “${given}”; choose one of the list.`,
  }),
  unknownState: (given: string): Sentence => ({
    zh: `这类记录没有“${given}”这个状态,请从列表中选择。`,
    en: `These records have no state “${given}”; choose one of the list.`,
  }),
  noMoney: {
    zh: '这类记录没有项目和金额,请不要按项目、金额筛选或分层。',
    en: 'These records have no scheme and no amount; neither filter nor stratify by them.',
  },
  datesTurned: (from: string, to: string): Sentence => ({
    zh: `起始日 ${from} 晚于截止日 ${to},请对调。`,
    en: `The first day ${from} is after the last ${to}; turn them round.`,
  }),
  amountsTurned: { zh: '最低金额高于最高金额,请对调。', en: 'The least amount is above the most; turn them round.' },
  nobody: {
    zh: '这个范围里没有记录,抽不出样本。请放宽筛选。',
    en: 'No record is in this population; widen the filter.',
  },
  tooMany: (most: number): Sentence => ({
    zh: `总体超过 ${most} 件。请缩短期间,或按机构、项目、状态分开抽。`,
    en: `The population is over ${most}. Shorten the period, or draw by provider, scheme or state.`,
  }),
  tooLarge: (items: number, most: number): Sentence => ({
    zh: `这样会抽出 ${items} 件,一次最多 ${most} 件。请减少每层件数或取消分层。`,
    en: `That would draw ${items}; at most ${most} at once. Take fewer of each stratum, or no strata.`,
  }),
  notSealed: {
    zh: '方案还没有封存,种子还不存在。封存通常在两分钟之内,请稍后再抽。',
    en: 'The plan is not sealed yet, so there is no seed. Sealing takes two minutes or so; draw then.',
  },
  drawnAlready: { zh: '这个样本已经抽出,请刷新页面查看。', en: 'This sample is drawn already; reload the page.' },
  spoiled: {
    zh: '保存的总体与封存的哈希不符,不能抽取。请立即报告并运行核验。',
    en: 'The kept population is not the one that was sealed; nothing is drawn. Report it and run the verification.',
  },
  missing: { zh: '没有这个抽样。', en: 'There is no such sample.' },
  noItem: { zh: '样本里没有这一件。', en: 'The sample has no such item.' },
  noFinding: {
    zh: '标为“发现”须指明针对这一件的审计发现。请先写审计发现。',
    en: 'A finding must be named, and be about this item. Write the finding first.',
  },
  justMarked: { zh: '刚刚有人标记了这一件,请刷新页面。', en: 'Somebody has just marked this item; reload the page.' },
  population: { zh: '总体', en: 'Population' },
  candidates: { zh: '候选件数', en: 'Candidates' },
  purpose: { zh: '目的', en: 'Purpose' },
  take: { zh: '抽取件数(每层)', en: 'Taken (of each stratum)' },
  seed: { zh: '种子', en: 'Seed' },
  hash: { zh: '总体哈希', en: 'Hash of the population' },
  by: { zh: '方案人', en: 'Planned by' },
} as const

export const sampleConstraintWords = {
  sample_draws_pkey: words.drawnAlready,
  one_mark_at_a_time: words.justMarked,
} as const satisfies Record<string, Sentence>
