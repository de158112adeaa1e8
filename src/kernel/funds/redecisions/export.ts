import { type Locale, Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { csvOf } from '../../../platform/office/public.ts'
import { civilDateOf, fenFromText, formatYuan } from '../../values/public.ts'
import { itemsShown, redecisionsShown } from './showing.ts'
import { listItems, listRedecisions, type RedecisionFilter } from './store.ts'
import { CAUSE_WORDS, words } from './words.ts'

const MOST_EXPORTED = 2_000

const plainYuan = (fen: bigint) => (fen < 0n ? `-${formatYuan(-fen)}` : formatYuan(fen)).replaceAll(',', '')

/** The proposals that are filtered, a line for each person. */
export async function exported(tx: Tx, filter: RedecisionFilter, locale: Locale, now: Date) {
  const rows = await listRedecisions(tx, filter, { limit: MOST_EXPORTED + 1 })
  if (rows.length > MOST_EXPORTED) throw new Problem('not-acceptable', words.tooMany(MOST_EXPORTED))
  const shown = await redecisionsShown(tx, rows)
  const items = await listItems(
    tx,
    rows.map(({ id }) => id),
  )
  const { columns } = words
  const head = [
    columns.on,
    columns.cause,
    columns.class,
    columns.scheme,
    columns.people,
    columns.was,
    columns.now,
    columns.difference,
    columns.state,
    columns.document,
    columns.clause,
    columns.proposedBy,
    columns.confirmedBy,
  ].map((title) => title[locale])
  const lines: string[][] = []
  for (const each of shown) {
    const who = (by: { name: string; post: { zh: string; en: string } } | undefined) =>
      by ? `${by.post[locale]} ${by.name}` : ''
    const own = items.filter(({ redecisionId }) => redecisionId === each.id)
    for (const item of await itemsShown(tx, own)) {
      const [was, then] = [fenFromText(item.wasFen), fenFromText(item.effectiveFen)]
      lines.push([
        civilDateOf(new Date(each.proposed.at)),
        CAUSE_WORDS[each.cause][locale],
        each.group.title,
        each.schemeTitle[locale],
        item.maskedName,
        plainYuan(was),
        plainYuan(then),
        plainYuan(then - was),
        words.states[each.state][locale],
        each.document,
        each.manual?.clause[locale] ?? '',
        who(each.proposed.by),
        who(each.answer?.by),
      ])
    }
  }
  const bytes = new TextEncoder().encode(csvOf([head, ...lines]))
  return { fileName: `${words.exportName[locale]}-${civilDateOf(now)}.csv`, bytes }
}
