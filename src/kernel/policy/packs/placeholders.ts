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
    ...packs.flatMap((pack) => {
      const { scheme, version, title, region } = pack
      return placeholdersOf(pack).map(({ name, cite }) => ({
        name: `${scheme} ${version}, ${name}`,
        title,
        region,
        cite,
      }))
    }),
  ]
}

/** The examples of one scheme: its clauses, and whatever else of it is an example although its clause is not. */
export function placeholdersOf({ clauses, ...rest }: SchemePack): { name: string; at: string; cite: Clause }[] {
  const examples = Object.entries(clauses).filter(([, { placeholder }]) => placeholder === true)
  const beside = examplesIn(rest, []).flatMap(({ at, cite }) => {
    const clause = clauses[cite]
    return clause && clause.placeholder !== true ? [{ name: at, at, cite: clause }] : []
  })
  return [...examples.map(([id, cite]) => ({ name: id, at: `clauses.${id}`, cite })), ...beside]
}

/** Every part below a place that is marked as an example and cites a clause. */
function examplesIn(part: unknown, at: readonly string[]): { at: string; cite: string }[] {
  if (typeof part !== 'object' || part === null) return []
  const { placeholder, cite } = part as { placeholder?: unknown; cite?: unknown }
  const below = Object.entries(part).flatMap(([key, each]) => examplesIn(each, [...at, key]))
  return placeholder === true && typeof cite === 'string' ? [{ at: at.join('.'), cite }, ...below] : below
}
