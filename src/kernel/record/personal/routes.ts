import { type Route, route } from '../../../platform/http/public.ts'
import { writeTable } from '../../../platform/office/public.ts'
import { exportPersonalRegister, getPersonalRegister } from './contract.ts'
import type { PersonalRegister } from './declared.ts'
import { readable, type RetentionYears } from './register.ts'
import { pageWords } from './words.ts'

export type PersonalRouteNeeds = {
  readonly register: PersonalRegister
  /** The county's years today, and whether they are only an example. */
  readonly retention: (district: number) => {
    readonly value: RetentionYears
    readonly cite: { readonly placeholder?: true | undefined }
  }
}

/** What is held about people, as people read it. It says nothing of anybody. */
export function personalRoutes({ register, retention }: PersonalRouteNeeds): Route[] {
  return [
    route(getPersonalRegister, async ({ tx }) => {
      const { value, cite } = retention(tx.district)
      return { items: readable(register, value), placeholder: cite.placeholder === true }
    }),

    route(exportPersonalRegister, async ({ tx, locale }) => {
      const { value, cite } = retention(tx.district)
      const { what, where, how, why, basis, until, seen } = pageWords
      const bytes = await writeTable({
        title: pageWords.title[locale],
        lines: cite.placeholder ? [pageWords.placeholder[locale]] : [],
        columns: [what, where, how, why, basis, until, seen].map((each) => each[locale]),
        rows: readable(register, value).map((row) => [
          row.what[locale],
          row.column,
          ...[row.how, row.why, row.basis, row.until, row.seen].map((each) => each[locale]),
        ]),
      })
      return { fileName: `${pageWords.fileName[locale]}.xlsx`, bytes }
    }),
  ]
}
