import { type Locale, Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { csvOf } from '../../../platform/office/public.ts'
import { civilDateOf, fenToText, formatYuan } from '../../values/public.ts'
import { maskedNamesOf } from '../claims/people/names.ts'
import * as contract from './contract.ts'
import { type InstalmentFilter, type ListedInstalment, listInstalments, sumByYear } from './store.ts'
import { words } from './words.ts'

const MOST_EXPORTED = 5_000

export function promiseRoutes(): Route[] {
  return [
    route(contract.listInstalments, async ({ tx, actor, query }) => {
      const { after, limit, ...filter } = query
      const rows = await listInstalments(
        tx,
        { ...filter, organisationId: actor.organisationId },
        { after, limit: limit + 1 },
      )
      const items = await shown(tx, rows.slice(0, limit))
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
    }),

    route(contract.exportInstalments, ({ tx, actor, query, locale, now }) =>
      exported(tx, { ...query, organisationId: actor.organisationId }, locale, now),
    ),

    route(contract.sumInstalments, async ({ tx, actor }) => {
      const years = await sumByYear(tx, { organisationId: actor.organisationId })
      return { years: years.map(({ fen, ...year }) => ({ ...year, amountFen: fenToText(fen) })) }
    }),
  ]
}

async function shown(tx: Tx, rows: readonly ListedInstalment[]): Promise<contract.InstalmentShown[]> {
  const names = await maskedNamesOf(
    tx,
    rows.map(({ promise }) => promise.factId),
  )
  return rows.map(({ id, dueOn, endsOn, number, amountFen, state, claim, because, promise }) => ({
    id,
    dueOn,
    endsOn,
    name: names.get(promise.factId) ?? '*',
    schemeTitle: promise.schemeTitle,
    title: promise.title,
    number,
    of: promise.instalments,
    amountFen: fenToText(amountFen),
    state,
    claim,
    because: because === null ? [] : [...because],
  }))
}

async function exported(tx: Tx, filter: InstalmentFilter, locale: Locale, now: Date) {
  const rows = await listInstalments(tx, filter, { limit: MOST_EXPORTED + 1 })
  if (rows.length > MOST_EXPORTED) throw new Problem('not-acceptable', words.tooMany(MOST_EXPORTED))
  const { columns } = words
  const { dueOn, until, person, scheme, which, amount, state, claim, because, group } = columns
  const head = [dueOn, until, person, scheme, which, amount, state, claim, because, group].map((title) => title[locale])
  const lines = (await shown(tx, rows)).map((row, at) => [
    row.dueOn,
    row.endsOn,
    row.name,
    row.schemeTitle[locale],
    words.which(row.number, row.of)[locale],
    formatYuan(rows[at]!.amountFen).replaceAll(',', ''),
    words.states[row.state][locale],
    row.claim?.number ?? '',
    row.because.map(({ label, sentence }) => `${label[locale]}:${sentence[locale]}`).join('; '),
    row.title,
  ])
  const bytes = new TextEncoder().encode(csvOf([head, ...lines]))
  return { fileName: `${words.exportName[locale]}-${civilDateOf(now)}.csv`, bytes }
}
