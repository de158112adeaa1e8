import type { Tx } from '../../../platform/db/public.ts'
import type { Sealed } from '../sealing/declared.ts'
import { leafHash } from '../sealing/merkle.ts'
import { findLeaf, readContent, readSources, writeValuesPlainly } from '../sealing/store.ts'
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
  const read = async (table: string, key: string) => {
    const source = sources.find((each) => each.table === table)
    const leaf = source && (await findLeaf(tx, table, key))
    const columns = leaf && source.forms.get(leaf.form)
    // Not under a seal yet: it comes under one as it reads after.
    if (!leaf || !columns) return undefined
    const content = await readContent(tx, source, { form: leaf.form, columns }, key)
    return content === undefined ? undefined : leafHash(content)
  }
  const before = new Map<string, Buffer>()
  for (const { sealed, keys } of of)
    for (const key of keys) {
      const hash = await read(sealed.table, key)
      if (hash) before.set(`${sealed.table} ${key}`, hash)
    }

  await work()

  const rows: { source: string; key: string; before: Buffer; after: Buffer }[] = []
  for (const { sealed, keys } of of)
    for (const key of keys) {
      const was = before.get(`${sealed.table} ${key}`)
      const after = was && (await read(sealed.table, key))
      if (was && after && !was.equals(after)) rows.push({ source: sealed.table, key, before: was, after })
    }
  await insertEmptiedRows(tx, emptyingId, rows)
}
