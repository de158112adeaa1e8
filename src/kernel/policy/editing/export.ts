import type { Locale } from '../../../platform/contract/public.ts'
import { csvOf } from '../../../platform/office/public.ts'
import type { SchemeRow } from './contract.ts'
import { pageWords as words } from './page-words.ts'

/** Exactly the rows that are shown, as a table. */
export function exported(rows: readonly SchemeRow[], locale: Locale, on: string) {
  const { columns } = words
  const head = [
    columns.title,
    columns.version,
    columns.state,
    columns.origin,
    columns.from,
    columns.to,
    columns.documentNumber,
    columns.example,
  ].map((title) => title[locale])
  const lines = rows.map((row) => [
    row.title[locale] || row.scheme,
    row.version,
    words.states[row.state][locale],
    words.origins[row.origin][locale],
    row.from,
    row.to ?? '',
    row.documentNumber ?? '',
    row.placeholder ? words.example[locale] : '',
  ])
  const bytes = new TextEncoder().encode(csvOf([head, ...lines]))
  return { fileName: `${words.exportName[locale]}-${on}.csv`, bytes }
}
