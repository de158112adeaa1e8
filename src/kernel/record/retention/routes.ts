import { type Route, route } from '../../../platform/http/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { PURPOSES } from '../personal/words.ts'
import { listEmptied, retentionDue } from './contract.ts'
import type { EmptyingRule } from './declared.ts'
import { begunBy, dueOn, quarterEnd } from './rules.ts'
import { countEmptied, listEmptyings } from './store.ts'
import { heldAmong, type Retaining, yearsOf } from './sweeping.ts'

const MOST_NAMED = 50

/** What was emptied when its years were over, and what is next. */
export function retentionRoutes(needs: Retaining): Route[] {
  const ruleOf = new Map(needs.rules.map((rule) => [rule.code, rule]))
  return [
    route(retentionDue, async ({ tx, now }) => {
      const today = civilDateOf(now)
      const until = quarterEnd(today)
      const emptied = await countEmptied(tx)
      const { value, cite } = needs.retention(tx.district, today)
      const due = async (rule: EmptyingRule) => {
        const years = yearsOf(needs, tx, rule, today)
        const rows = await rule.list(tx, { until: begunBy(until, years), after: null, limit: MOST_NAMED + 1 })
        const named = rows.slice(0, MOST_NAMED)
        const held = await heldAmong(tx, needs, rule, named, today)
        return {
          code: rule.code,
          name: rule.name,
          purpose: PURPOSES[rule.purpose].why,
          years,
          emptied: emptied.get(rule.code) ?? 0,
          due: named.map((row) => ({
            id: row.id,
            title: row.title,
            since: row.since,
            dueOn: dueOn(row.since, years),
            subject: { kind: row.subject.kind, id: row.subject.id },
            held: held.get(row.id) ?? null,
          })),
          isMore: rows.length > MOST_NAMED,
        }
      }
      const rules: Awaited<ReturnType<typeof due>>[] = []
      for (const rule of needs.rules) rules.push(await due(rule))
      return { rules, until, moneyYears: value.money ?? 0, placeholder: cite.placeholder === true }
    }),

    route(listEmptied, async ({ tx, query }) => {
      const found = await listEmptyings(tx, { after: query.after, limit: query.limit + 1 })
      const items = found.slice(0, query.limit).map((each) => ({
        id: each.id,
        rule: ruleOf.get(each.rule)?.name ?? { zh: each.rule, en: each.rule },
        title: each.title,
        since: each.since,
        years: each.years,
        emptiedOn: each.emptiedOn,
        files: each.fileHashes.map((hash) => hash.toString('hex')),
        subject: each.subject,
      }))
      return { items, next: found.length > query.limit ? items.at(-1)!.id : null }
    }),
  ]
}
