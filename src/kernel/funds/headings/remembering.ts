import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import { sha256 } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { recordAct } from '../../record/public.ts'
import { holdsLongNumber } from '../../values/public.ts'
import { type HeadingSaid, insertColumns, type MappingTable } from './remembered-store.ts'

type Remembered = {
  readonly table: MappingTable
  readonly columns: readonly HeadingSaid[]
  readonly required: readonly string[]
  readonly words: { readonly columnsNotWhole: Sentence; readonly headingWithNumber: Sentence }
  readonly act: string
  readonly subjectKind: string
  readonly actor: Actor
  readonly now: Date
  readonly newId: () => string
}

/** Keeps what columns were said to mean: each meaning once, what is needed among them, and no number in a heading. */
export async function rememberColumns(tx: Tx, said: Remembered): Promise<{ saved: number }> {
  const { table, columns, required, words, act, subjectKind, actor, now, newId } = said
  const chosen = columns.flatMap(({ meaning }) => (meaning === 'ignored' ? [] : [meaning]))
  const isWhole = new Set(chosen).size === chosen.length && required.every((each) => chosen.includes(each))
  if (!isWhole) throw new Problem('not-acceptable', words.columnsNotWhole)
  if (columns.some(({ heading, key }) => holdsLongNumber(heading) || holdsLongNumber(key)))
    throw new Problem('not-acceptable', words.headingWithNumber)

  const id = newId()
  const headingsSha256 = sha256(JSON.stringify(columns.map(({ key }) => key).sort()))
  await insertColumns(tx, table, { id, headingsSha256, columns, accountId: actor.accountId, businessAt: now })
  const detail = { columns: columns.length }
  await recordAct(tx, { id: newId(), act, subjectKind, subjectId: id, actor, at: now, detail })
  return { saved: columns.length }
}
