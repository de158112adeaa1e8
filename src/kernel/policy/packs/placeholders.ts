import { PARAMETERS } from '../parameters/parameter-shapes.ts'
import type { Parameters } from '../parameters/parameters.ts'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Clause } from './clause.ts'
import type { SchemePack } from './pack.ts'

/** An example that stands in for a county's own rule: where it stands, and the document that it was taken from. */
export type Placeholder = {
  /** `class.size`; `liandu.training-subsidy 2022-01, rates`. */
  readonly name: string
  readonly title: Sentence
  /** The region whose file has it. */
  readonly region: string
  readonly cite: Pick<Clause, 'doc' | 'article' | 'text'>
}

/** Every example among these: what nobody has confirmed as the county's own. */
export function placeholdersAmong(parameters: Parameters, packs: readonly SchemePack[]): Placeholder[] {
  return [
    ...parameters
      .list()
      .filter(({ cite }) => cite.placeholder === true)
      .map(({ name, origin, cite }) => ({ name, title: PARAMETERS[name].label, region: origin, cite })),
    ...packs.flatMap(placeholdersOf),
  ]
}

function placeholdersOf({ scheme, version, title, region, clauses, amount }: SchemePack): Placeholder[] {
  const examples = Object.entries(clauses).filter(([, clause]) => clause.placeholder === true)
  const found = examples.map(([id, cite]) => ({ name: `${scheme} ${version}, ${id}`, title, region, cite }))
  const cite = clauses[amount.cite]
  // Amounts may be examples although their clause is not.
  return amount.placeholder === true && cite && cite.placeholder !== true
    ? [...found, { name: `${scheme} ${version}, amount`, title, region, cite }]
    : found
}
