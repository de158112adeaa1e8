import type { Sentence } from '../../../platform/contract/public.ts'

/** What a column of a ledger can hold for us; `ignored` columns are not read at all. */
export const LEDGER_COLUMNS = [
  'identityNumber',
  'name',
  'family',
  'occupation',
  'level',
  'certificateNo',
  'amount',
  'paidOn',
  'paidYear',
  'payee',
] as const

export type LedgerColumn = (typeof LEDGER_COLUMNS)[number]

export const MEANINGS = [...LEDGER_COLUMNS, 'ignored'] as const

export type Meaning = (typeof MEANINGS)[number]

export const REQUIRED_COLUMNS: readonly LedgerColumn[] = ['identityNumber', 'amount']

/** A merged cell holds for every row it spans in these; an amount or a certificate is one person's. */
export const MERGING_COLUMNS: readonly LedgerColumn[] = ['family', 'occupation', 'level', 'paidOn', 'paidYear', 'payee']

export const COLUMN_TITLES: Record<Meaning, Sentence> = {
  identityNumber: { zh: '身份证号', en: 'Identity number' },
  name: { zh: '姓名(不保存)', en: 'Name (not kept)' },
  family: { zh: '补贴项目', en: 'Kind of subsidy' },
  occupation: { zh: '职业(工种)', en: 'Occupation' },
  level: { zh: '等级', en: 'Level' },
  certificateNo: { zh: '证书编号', en: 'Certificate number' },
  amount: { zh: '补贴金额', en: 'Amount' },
  paidOn: { zh: '发放日期(或月份)', en: 'Paid on (day or month)' },
  paidYear: { zh: '发放年度', en: 'Year of payment' },
  payee: { zh: '领取单位/收款人', en: 'Paid to' },
  ignored: { zh: '不读取这一列', en: 'Do not read this column' },
}

/** What a wording of a ledger can be a wording of. */
export const WORDING_KINDS = ['family', 'occupation', 'level'] as const

export type WordingKind = (typeof WORDING_KINDS)[number]
