/** What a column of the province's file can hold for us; `ignored` columns are not read at all. */
export const PROVINCE_COLUMNS = [
  'identityNumber',
  'name',
  'reference',
  'ourReference',
  'level',
  'certificateNo',
  'amount',
  'state',
  'reason',
  'paidOn',
  'paidAmount',
] as const

export type ProvinceColumn = (typeof PROVINCE_COLUMNS)[number]

export const MEANINGS = [...PROVINCE_COLUMNS, 'ignored'] as const
export type Meaning = (typeof MEANINGS)[number]

export const REQUIRED_COLUMNS: readonly ProvinceColumn[] = ['identityNumber', 'reference', 'amount', 'state']
