import type { Tx } from '../../../platform/db/public.ts'
import type { Chore } from '../../../platform/outbox/public.ts'
import { fileHashes } from '../../../platform/files/public.ts'
import { type CivilDate, civilDateOf, newId } from '../../values/public.ts'
import type { RetentionYears } from '../personal/register.ts'
import { recordAct } from '../store.ts'
import type { EmptyingRule, Expiring, Held, LegalHold } from './declared.ts'
import { begunBy, dueOn } from './rules.ts'
import { emptyFiles, insertEmptying } from './store.ts'

export type Retaining = {
  readonly rules: readonly EmptyingRule[]
  readonly holds: readonly LegalHold[]
  /** The county's years on a day, and whether they are only an example. */
  readonly retention: (
    district: number,
    on: CivilDate,
  ) => { readonly value: RetentionYears; readonly cite: { readonly placeholder?: true | undefined } }
}

const EVERY_MS = 3_600_000
const EMPTIED_AT_ONCE = 20
const LOOKED_AT = 200

/** What is past its years is emptied, a few rows at a time. */
export function emptyingChore(needs: Retaining): Chore {
  return { name: 'empty what is past its years', everyMs: EVERY_MS, run: (tx) => emptySome(tx, needs) }
}

export function yearsOf({ retention }: Retaining, tx: Tx, rule: EmptyingRule, today: CivilDate): number {
  const years = retention(tx.district, today).value[rule.years]
  if (years === undefined) throw new Error(`No years are set for the rule ${rule.years}.`)
  return years
}

/** What of these rows something holds, by row; where several things do, the first that tells. */
export async function heldAmong(
  tx: Tx,
  { holds, retention }: Retaining,
  rule: EmptyingRule,
  rows: readonly Expiring[],
  today: CivilDate,
): Promise<ReadonlyMap<string, Held>> {
  const held = new Map<string, Held>()
  if (rows.length === 0) return held
  const moneyYears = retention(tx.district, today).value.money
  if (moneyYears === undefined) throw new Error('No years are set for the rule money.')
  for (const hold of holds)
    for (const [id, why] of await hold.of(tx, rows, { today, restsMoney: rule.restsMoney, moneyYears }))
      if (!held.has(id)) held.set(id, why)
  return held
}

/** Empties some of what is past its years and held by nothing; whether there may be more. Business time. */
export async function emptySome(tx: Tx, needs: Retaining, most = EMPTIED_AT_ONCE): Promise<boolean> {
  const today = civilDateOf(tx.now)
  let emptied = 0
  for (const rule of needs.rules) {
    const years = yearsOf(needs, tx, rule, today)
    let after: { since: CivilDate; id: string } | null = null
    for (;;) {
      const rows: Expiring[] = await rule.list(tx, { until: begunBy(today, years), after, limit: LOOKED_AT })
      const due = rows.filter(({ since }) => dueOn(since, years) <= today)
      const held = await heldAmong(tx, needs, rule, due, today)
      for (const row of due) {
        if (held.has(row.id)) continue
        if (emptied >= most) return true
        await emptyRow(tx, rule, row, { years, today })
        emptied += 1
      }
      if (rows.length < LOOKED_AT) break
      after = rows.at(-1)!
    }
  }
  return false
}

async function emptyRow(
  tx: Tx,
  rule: EmptyingRule,
  row: Expiring,
  { years, today }: { years: number; today: CivilDate },
): Promise<void> {
  const id = newId()
  const hashes = await fileHashes(tx, row.fileIds)
  const files = row.fileIds.filter((fileId) => hashes.has(fileId))
  await insertEmptying(tx, {
    id,
    rule: rule.code,
    source: rule.source,
    rowId: row.id,
    title: row.title,
    subject: row.subject,
    fileIds: files,
    fileHashes: files.map((fileId) => hashes.get(fileId)!),
    since: row.since,
    years,
    emptiedOn: today,
  })
  await emptyFiles(tx, id)
  await rule.empty?.(tx, id, row)
  await recordAct(tx, {
    id: newId(),
    act: 'personal.emptied',
    subjectKind: row.subject.kind,
    subjectId: row.subject.id,
    actor: null,
    at: tx.now,
    detail: { rule: rule.code, years, since: row.since, source: rule.source, row: row.id, emptying: id },
  })
}
