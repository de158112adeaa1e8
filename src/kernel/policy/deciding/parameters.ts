import type { Sentence } from '../../../platform/contract/public.ts'
import type { CivilDate } from '../../values/public.ts'
import type { Clause } from '../packs/clause.ts'
import type { SchemePack } from '../packs/pack.ts'
import { entriesOf, entryOn } from '../packs/pack-parameters.ts'
import type { TraceParameter } from './trace.ts'

/** Where the county's parameters come from while a pack is compiled. */
export type ParameterSource = {
  get(name: string): { name: string; value: unknown; origin: string; cite: Clause }
}

/** A parameter as it was used. The pack's own values stay in the pack and are not repeated: `from` says which one it was. */
export type UsedParameter = TraceParameter & { readonly value?: unknown; readonly from?: string }

/** A value by its name, on the day that decides, and where it came from. */
export type ResolvedParameter = {
  readonly name: string
  readonly value: unknown
  readonly origin: string
  readonly cite: Clause
  /** Set where the pack defines it: its words, and the day from which the value holds. */
  readonly own?: { readonly label: Sentence; readonly from: string; readonly placeholder: boolean }
}

export type ParameterResolver = (name: string) => ResolvedParameter | Sentence

/** The pack's own parameters first, then the county's. A name nobody defines is a sentence that says so. */
export function parameterResolver(
  pack: SchemePack,
  on: CivilDate,
  county: ParameterSource | undefined,
): ParameterResolver {
  return (name) => {
    const own = pack.parameters?.[name]
    if (!own) {
      if (county) return county.get(name)
      return { zh: `须先给出参数“${name}”`, en: `the parameter ${name} is needed` }
    }
    const entry = entryOn<ReturnType<typeof entriesOf>[number]>(entriesOf(own), on)
    if (!entry) return { zh: `参数“${name}”在 ${on} 没有值`, en: `the parameter ${name} has no value on ${on}` }
    const cite = pack.clauses[entry.cite]
    if (!cite) return { zh: `参数“${name}”引用的条款不存在`, en: `the parameter ${name} cites no clause` }
    const axes = 'axes' in own ? own.axes : []
    const value =
      'value' in entry ? entry.value : 'lookups' in own ? { axes, lookups: entry.rows } : { axes, rows: entry.rows }
    const origin = pack.origins?.[`parameters.${name}`] ?? pack.region
    const placeholder = entry.placeholder === true || cite.placeholder === true
    return { name, value, origin, cite, own: { label: own.label, from: entry.from, placeholder } }
  }
}

export function isSentence(found: ResolvedParameter | Sentence): found is Sentence {
  return 'zh' in found
}

/** A resolved parameter as a trace and a stored decision keep it. */
export function usedParameter({ name, value, origin, cite, own }: ResolvedParameter, words: Sentence): UsedParameter {
  const used = { name, origin, words, cite }
  return own ? { ...used, from: own.from } : { ...used, value }
}

/** The same for the trace of a decision, without the value. */
export function tracedParameter({ name, origin, words, cite }: UsedParameter): TraceParameter {
  return { name, origin, words, cite }
}
