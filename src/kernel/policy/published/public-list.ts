import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDateOf } from '../../values/public.ts'
import { contentHash } from '../decisions/content-hash.ts'
import { sayValue } from '../deciding/words.ts'
import { FACT_DICTIONARY } from '../facts/dictionary.ts'
import { stepsOf, tableIn } from '../packs/amount.ts'
import type { Clause } from '../packs/clause.ts'
import { isInForceOn, lastDayOf } from '../packs/in-force.ts'
import { entryOn } from '../packs/pack-parameters.ts'
import type { SchemePack } from '../packs/pack.ts'
import { schemesOf } from './schemes.ts'
import { listPublished, type Notice } from './store.ts'

/** A scheme in force, as the public reads of it. */
export type PublicScheme = {
  readonly sha256: string
  readonly title: Sentence
  readonly authority: Sentence
  readonly from: string
  readonly to: string | null
  readonly documentNumber: string | null
}

export type PublicSchemeText = PublicScheme & {
  readonly clauses: readonly Clause[]
  /** Each rate table: what it is called, and of every row the words and the sum. */
  readonly tables: readonly { readonly label: Sentence; readonly rows: readonly { at: Sentence; fen: bigint }[] }[]
  readonly notice: Notice | null
}

/** The schemes in force today. */
export async function listPublicSchemes(tx: Tx): Promise<PublicSchemeText[]> {
  const on = civilDateOf(tx.now)
  const { versions } = await schemesOf(tx)
  const published = new Map((await listPublished(tx)).map((each) => [each.packSha256.toString('hex'), each]))
  return versions
    .filter(({ pack }) => isInForceOn(pack, on, versions))
    .map(({ pack, document }) => {
      const sha256 = contentHash(document)
      const own = published.get(sha256)
      return {
        sha256,
        title: pack.title,
        authority: pack.authority,
        from: pack.inForce.from,
        to: lastDayOf(pack, versions) ?? null,
        documentNumber: own?.documentNumber ?? null,
        clauses: Object.values(pack.clauses),
        tables: tablesOn(pack, on),
        notice: own?.notice ?? null,
      }
    })
}

function tablesOn(pack: SchemePack, on: CivilDate): PublicSchemeText['tables'] {
  return stepsOf(pack.amount).flatMap((step) => {
    const { label } = step
    const table = tableIn(step)?.table
    if (!table) return []
    if (!('parameter' in table)) return [{ label, rows: rowsSaid(table.axes, table.rows) }]
    const held = pack.parameters?.[table.parameter]
    const entry = held && 'tables' in held ? entryOn(held.tables, on) : undefined
    return held && 'axes' in held && entry ? [{ label, rows: rowsSaid(held.axes, entry.rows) }] : []
  })
}

type Axes = readonly (string | { readonly fact: string })[]
type Rows = readonly { readonly at: readonly (string | number | boolean)[]; readonly fen: bigint }[]

function rowsSaid(axes: Axes, rows: Rows) {
  const facts = axes.map((axis) => FACT_DICTIONARY.get(typeof axis === 'string' ? axis : axis.fact))
  return rows.map(({ at, fen }) => {
    const said = at.map((value, index) => {
      const definition = facts[index]
      return definition ? sayValue(definition, value) : { zh: String(value), en: String(value) }
    })
    return { at: { zh: said.map(({ zh }) => zh).join(' · '), en: said.map(({ en }) => en).join(' · ') }, fen }
  })
}
