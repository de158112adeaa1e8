import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listOrganisationNames } from '../../people/public.ts'
import { schemesOf } from '../../policy/public.ts'
import type { CivilDate } from '../../values/public.ts'

export const STRATA = ['organisation', 'scheme', 'state'] as const
export type Stratum = (typeof STRATA)[number]

/** Which records of a kind may be drawn. */
export type PopulationFilter = {
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  readonly organisationId: string | null
  readonly scheme: string | null
  readonly state: string | null
  readonly leastFen: bigint | null
  readonly mostFen: bigint | null
}

export type PopulationRow = {
  readonly id: string
  readonly organisationId: string
  readonly scheme: string
  readonly state: string
}

/** Records that samples are drawn from; the room that owns them declares them, of a kind that has a trail. */
export type Population = {
  readonly kind: string
  readonly name: Sentence
  /** What the period is asked of: the day of freezing, the day the class ends. */
  readonly dated: Sentence
  readonly states: Readonly<Record<string, Sentence>>
  /** Whether its records have a scheme and an amount. */
  readonly ofMoney: boolean
  /** The next records in the order of their ids. */
  list(
    tx: Tx,
    filter: PopulationFilter,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<readonly PopulationRow[]>
}

/** More than these are not kept with one sample. */
export const MOST_CANDIDATES = 100_000
const PAGE = 5_000

/** Every record of a population, read page by page; undefined where there are more than may be drawn from. */
export async function gather(
  tx: Tx,
  population: Population,
  filter: PopulationFilter,
  stratifiedBy: Stratum | null,
  most = MOST_CANDIDATES,
): Promise<{ id: string; stratum: string }[] | undefined> {
  const found: { id: string; stratum: string }[] = []
  for (let after: string | null = null; ; ) {
    const rows: readonly PopulationRow[] = await population.list(tx, filter, { after, limit: PAGE })
    for (const row of rows) found.push({ id: row.id, stratum: stratumOf(row, stratifiedBy) })
    if (found.length > most) return undefined
    if (rows.length < PAGE) return found
    after = rows.at(-1)!.id
  }
}

function stratumOf(row: PopulationRow, by: Stratum | null): string {
  if (by === null) return ''
  return by === 'organisation' ? row.organisationId : row[by]
}

/** Strata as people call them: kept and drawn by id and code, shown by name. What has no name any more is shown as it is kept. */
export async function strataNames(
  tx: Tx,
  population: Pick<Population, 'states'> | undefined,
  by: Stratum | null,
  items: readonly { readonly stratum: string }[],
): Promise<(stratum: string) => Sentence> {
  const same = (text: string): Sentence => ({ zh: text, en: text })
  if (by === null) return same
  if (by === 'state') return (stratum) => population?.states[stratum] ?? same(stratum)
  if (by === 'scheme') {
    const titles = new Map((await schemesOf(tx)).titles().map(({ scheme, title }) => [scheme, title]))
    return (stratum) => titles.get(stratum) ?? same(stratum)
  }
  const names = await listOrganisationNames(tx, [...new Set(items.map(({ stratum }) => stratum))])
  return (stratum) => same(names.get(stratum) ?? stratum)
}
