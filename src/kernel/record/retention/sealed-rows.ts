import type { Tx } from '../../../platform/db/public.ts'
import type { Sealed } from '../sealing/declared.ts'
import { leafHash } from '../sealing/merkle.ts'
import { listLeavesOf } from '../sealing/leaf-store.ts'
import { readContents, readSources, writeValuesPlainly } from '../sealing/table-store.ts'
import { insertEmptiedRows } from './store.ts'

/**
 * Does the work that empties values of sealed rows, and keeps how each row's leaf was and how the row reads since, so that
 * verification knows what the rule left of it. A row that somebody changed before is kept as found, and still named.
 */
export async function emptySealedRows(
  tx: Tx,
  emptyingId: string,
  of: readonly { readonly sealed: Sealed; readonly keys: readonly string[] }[],
  work: () => Promise<unknown>,
): Promise<void> {
  await writeValuesPlainly(tx)
  const sources = await readSources(
    tx,
    of.map(({ sealed }) => sealed),
  )
  const nowRead = async (table: string, keys: readonly string[]) => {
    const read = new Map<string, Buffer>()
    const source = sources.find((each) => each.table === table)
    // What is not under a seal yet comes under one as it reads after.
    const leaves = await listLeavesOf(tx, table, keys)
    for (const [form, columns] of source?.forms ?? []) {
      const inForm = keys.filter((key) => leaves.get(key)?.form === form)
      for (const [key, content] of await readContents(tx, source!, { form, columns }, inForm))
        read.set(key, leafHash(content))
    }
    return read
  }
  const before = await Promise.all(of.map(({ sealed, keys }) => nowRead(sealed.table, keys)))

  await work()

  for (const [nth, { sealed, keys }] of of.entries()) {
    const after = await nowRead(sealed.table, keys)
    const rows = keys.flatMap((key) => {
      const [was, reads] = [before[nth]!.get(key), after.get(key)]
      return was && reads && !was.equals(reads) ? [{ source: sealed.table, key, before: was, after: reads }] : []
    })
    await insertEmptiedRows(tx, emptyingId, rows)
  }
}
