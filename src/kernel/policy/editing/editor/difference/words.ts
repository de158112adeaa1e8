import type { Sentence } from '../../../../../platform/contract/public.ts'

/** The sentences of what changed. */
export const words = {
  title: { zh: '与现行版本相比', en: 'Against the version in force' },
  noBefore: { zh: '这是第一个版本,没有可比的现行版本', en: 'This is the first version: there is none before it' },
  same: { zh: '没有改动', en: 'Nothing is different' },
  count: (count: number) => ({ zh: `共 ${count} 处不同`, en: `${count} difference${count === 1 ? '' : 's'}` }),
  kinds: {
    added: { zh: '新增', en: 'Added' },
    removed: { zh: '删除', en: 'Removed' },
    changed: { zh: '修改', en: 'Changed' },
  },
  before: { zh: '原来', en: 'Before' },
  after: { zh: '现在', en: 'Now' },
  part: { zh: '哪一部分', en: 'Part' },
}

/** What the parts are called of which there is one. */
export const PART_WORDS: Readonly<Record<string, Sentence>> = {
  title: { zh: '名称', en: 'Title' },
  authority: { zh: '制定机关', en: 'Authority' },
  funds: { zh: '资金来源', en: 'Funds' },
  record: { zh: '台账在哪里', en: 'Who holds the record' },
  inForce: { zh: '施行日期', en: 'Dates in force' },
  replaces: { zh: '接替的版本', en: 'Versions whose place it takes' },
  versions: { zh: '版本', en: 'Versions' },
  corrects: { zh: '更正的版本', en: 'Versions it corrects' },
  manual: { zh: '人工认定的依据', en: 'Clause for deciding by hand' },
  trigger: { zh: '触发事项', en: 'Trigger' },
  beneficiary: { zh: '补贴对象', en: 'Beneficiary' },
  payee: { zh: '收款人', en: 'Payee' },
  family: { zh: '补贴类别', en: 'Family' },
  window: { zh: '申领期限', en: 'Claim window' },
  stacking: { zh: '与同类补贴的关系', en: 'Beside others of its family' },
  together: { zh: '可以同时享受的类别', en: 'May be had together with' },
  instalments: { zh: '分期发放', en: 'Instalments' },
  checks: { zh: '核查不可用时', en: 'When a check is unavailable' },
  clauses: { zh: '条款', en: 'Clauses' },
  scope: { zh: '适用范围', en: 'Scope' },
  conditions: { zh: '条件', en: 'Conditions' },
  exceptions: { zh: '例外', en: 'Exceptions' },
  limits: { zh: '享受限制', en: 'Limits' },
  cases: { zh: '案例', en: 'Cases' },
  amount: { zh: '金额', en: 'Amount' },
  parameters: { zh: '标准和数值', en: 'Rates and values' },
}
