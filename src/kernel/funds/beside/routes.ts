import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { columnLetters, writeTable } from '../../../platform/office/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, fenToText, formatYuan } from '../../values/public.ts'
import { compareWithOld, type OldListCompared } from './comparing.ts'
import { rememberColumns } from '../headings/remembering.ts'
import * as contract from './contract.ts'
import { type Difference, REQUIRED_COLUMNS, saidBy } from './rules.ts'
import { insertSettlement, listReasons } from './store.ts'
import { KIND_WORDS, STATE_WORDS, words } from './words.ts'

const SHOWN = 500

export function besideRoutes({ vault }: { readonly vault: Vault }): Route[] {
  /** Each difference with what names it and the reason it was given. */
  async function withReasons(tx: Tx, differences: readonly Difference[]) {
    const keyed = differences.map((difference) => ({
      difference,
      key: vault.lookup('funds.old-list', saidBy(difference)),
    }))
    const reasons = await listReasons(
      tx,
      keyed.map(({ key }) => key),
    )
    return keyed.map(({ difference, key }) => {
      const hex = key.toString('hex')
      return { ...difference, key: hex, reason: reasons.get(hex) ?? null }
    })
  }

  return [
    route(contract.compareOldList, async ({ tx, actor, query, file, now, newId }) => {
      const today = civilDateOf(now)
      const outcome = await compareWithOld(tx, vault, { ...query, bytes: file, today })
      if (outcome.kind === 'columns') {
        const columns = outcome.columns.map(({ column, text, key, meaning, said, samples }) => {
          return { column: columnLetters(column), heading: text, key, meaning, said, samples: [...samples] }
        })
        return { outcome: 'columns' as const, columns, missing: [...outcome.missing] }
      }

      const found = await withReasons(tx, outcome.differences)
      const openCount = found.filter(({ reason }) => reason === null).length
      const figures = figuresOf(outcome)

      await recordAct(tx, {
        id: newId(),
        act: 'old-list.compared',
        subjectKind: 'old-list',
        subjectId: newId(),
        actor,
        at: now,
        detail: {
          sha256: sha256(file).toString('hex'),
          from: query.from,
          to: query.to,
          rows: figures.rows,
          differences: found.length,
          open: openCount,
        },
      })
      return {
        outcome: 'compared' as const,
        ...figures,
        agreeing: outcome.agreeing,
        openCount,
        settledCount: found.length - openCount,
        unreadStates: outcome.unreadStates,
        differences: [...found].sort(openFirst).slice(0, SHOWN).map(shown),
        isWhole: found.length <= SHOWN,
      }
    }),

    route(contract.exportDifferences, async ({ tx, query, file, now, locale }) => {
      const outcome = await compareWithOld(tx, vault, { ...query, bytes: file, today: civilDateOf(now) })
      if (outcome.kind === 'columns') throw new Problem('conflict', words.columnsNotWhole, { code: 'columns' })
      const found = await withReasons(tx, outcome.differences)
      const side = (line: { amountFen: bigint; state: keyof typeof STATE_WORDS | null } | null) =>
        line
          ? words.side(formatYuan(line.amountFen), line.state && STATE_WORDS[line.state])[locale]
          : words.none[locale]
      const { row, person, identity, kind, old, ours, claim, reason } = words.table
      const bytes = await writeTable({
        title: words.title[locale],
        columns: [row, person, identity, kind, old, ours, claim, reason].map((each) => each[locale]),
        rows: found.map((each) => {
          const whom = (each.old ?? each.ours)!
          return [
            each.old === null ? '' : String(each.old.row),
            whom.maskedName,
            whom.maskedIdentity,
            KIND_WORDS[each.kind][locale],
            side(each.old),
            side(each.ours),
            each.ours?.claimNumber ?? '',
            each.reason ?? '',
          ]
        }),
      })
      return { fileName: `${words.title[locale]} ${query.from}—${query.to}.xlsx`, bytes }
    }),

    route(contract.rememberOldColumns, ({ tx, actor, body, now, newId }) =>
      rememberColumns(tx, {
        table: 'funds.old_list_mappings',
        columns: body.columns,
        required: REQUIRED_COLUMNS,
        words,
        act: 'old-list.columns-remembered',
        subjectKind: 'old-list-mapping',
        actor,
        now,
        newId,
      }),
    ),

    route(contract.settleDifference, async ({ tx, actor, body, now, newId }) => {
      const id = newId()
      const key = Buffer.from(body.key, 'hex')
      await insertSettlement(tx, { id, key, kind: body.kind, reason: body.reason, actor, now })
      await recordAct(tx, {
        id: newId(),
        act: 'old-list.settled',
        subjectKind: 'old-list-settlement',
        subjectId: id,
        actor,
        at: now,
        detail: { kind: body.kind },
      })
      return {}
    }),
  ]
}

function figuresOf({ old, ours }: OldListCompared) {
  const due = ours.filter(({ state }) => state !== 'refused' && state !== 'held')
  const sum = (lines: readonly { amountFen: bigint }[]) =>
    fenToText(lines.reduce((all, line) => all + line.amountFen, 0n))
  return { rows: old.length, oldFen: sum(old), due: due.length, dueFen: sum(due) }
}

type Found = Difference & { readonly key: string; readonly reason: string | null }

const openFirst = (a: Found, b: Found) => Number(a.reason !== null) - Number(b.reason !== null)

function shown({ key, kind, old, ours, reason }: Found): contract.DifferenceShown {
  const { maskedName, maskedIdentity } = (old ?? ours)!
  return {
    key,
    kind,
    maskedName,
    maskedIdentity,
    row: old?.row ?? null,
    old: old && { amountFen: fenToText(old.amountFen), state: old.state },
    ours: ours && {
      amountFen: fenToText(ours.amountFen),
      state: ours.state,
      claimId: ours.claimId,
      claimNumber: ours.claimNumber,
      position: ours.position,
    },
    reason,
  }
}
