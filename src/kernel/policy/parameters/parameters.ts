import { z } from 'zod'
import { Problem, type ProblemItem, type Sentence } from '../../../platform/contract/public.ts'
import { type CivilDate, cityOf, type DivisionCode, provinceOf } from '../../values/public.ts'
import { Clause, PolicyDate, RegionCode, Words } from '../packs/clause.ts'
import { documentProblem, itemAt, itemsOf } from '../packs/document-problems.ts'
import { isParameterName, PARAMETERS, type ParameterName, type ParameterValue } from './parameter-shapes.ts'

/** The layer under every province: national rules, and what the platform starts with. */
export const NATIONAL = '000000'

const DatedValue = z.strictObject({
  from: PolicyDate,
  /** The last day; without it until a later value begins elsewhere. */
  to: PolicyDate.optional(),
  value: z.unknown(),
  cite: Clause,
})

const ParameterDocument = z.strictObject({
  region: RegionCode,
  title: Words,
  parameters: z.record(z.string(), z.array(DatedValue).min(1)),
})

type Dated = { readonly from: string; readonly to?: string | undefined; readonly value: unknown; readonly cite: Clause }

/** One region's own values, each dated and cited. */
export type ParameterLayer = {
  readonly region: string
  readonly title: Sentence
  readonly values: ReadonlyMap<ParameterName, readonly Dated[]>
}

/** A value as it applies on a day, and the layer it came from. */
export type Resolved<N extends ParameterName = ParameterName> = {
  readonly name: N
  readonly value: ParameterValue<N>
  readonly origin: string
  readonly from: string
  readonly to?: string
  readonly cite: Clause
}

export type Parameters = {
  readonly on: CivilDate
  /** The value on that day; a name nobody defines is a refusal that names it. */
  get<N extends ParameterName>(name: N): Resolved<N>
  get(name: string): Resolved
  /** Every value in force on that day, in the order of their names. */
  list(): Resolved[]
}

/** Whose parameters apply in a county, weakest first: national, province, city, county. */
export function regionsOf(county: DivisionCode): string[] {
  return [NATIONAL, provinceOf(county), cityOf(county), county]
}

/** Reads one region's parameters.json; refuses with every fault: unknown names, wrong values, days with two values. */
export function readParameters(document: unknown): ParameterLayer {
  const read = ParameterDocument.safeParse(document, { reportInput: true })
  if (!read.success) throw parametersProblem(document, itemsOf(read.error.issues))
  const problems: ProblemItem[] = []
  const values = new Map<ParameterName, readonly Dated[]>()
  for (const [name, dated] of Object.entries(read.data.parameters)) {
    if (!isParameterName(name)) {
      problems.push(itemAt(['parameters', name], { zh: `没有“${name}”这个参数`, en: `there is no parameter ${name}` }))
      continue
    }
    for (const [index, each] of dated.entries()) {
      const shaped = PARAMETERS[name].shape.safeParse(each.value, { reportInput: true })
      if (!shaped.success) problems.push(...itemsOf(shaped.error.issues, ['parameters', name, index, 'value']))
    }
    problems.push(...problemsOfDates(name, dated))
    values.set(name, dated)
  }
  if (problems.length > 0) throw parametersProblem(document, problems)
  return { region: read.data.region, title: read.data.title, values }
}

/** The values of layers given weakest first, as they apply on one day; a stronger layer overrides by name. */
export function resolveParameters(layers: readonly ParameterLayer[], on: CivilDate): Parameters {
  const get = (name: string): Resolved => {
    if (!isParameterName(name)) throw noParameter(name, on, { zh: '没有这个参数', en: 'there is no such parameter' })
    for (const layer of layers.toReversed()) {
      const found = layer.values.get(name)?.find((each) => each.from <= on && (each.to === undefined || on <= each.to))
      if (!found) continue
      const { from, to, cite } = found
      return {
        name,
        value: found.value as ParameterValue<ParameterName>,
        origin: layer.region,
        from,
        ...(to ? { to } : {}),
        cite,
      }
    }
    const regions = layers.map((layer) => layer.region).join(', ')
    throw noParameter(name, on, { zh: `${regions} 均未规定`, en: `none of ${regions} defines it` })
  }
  const defined = new Set(layers.flatMap((layer) => [...layer.values.keys()]))
  const inForce = (name: ParameterName) =>
    layers.some((layer) =>
      layer.values.get(name)?.some((each) => each.from <= on && (each.to === undefined || on <= each.to)),
    )
  return { on, get, list: () => [...defined].filter(inForce).sort().map(get) }
}

/** Nobody who asks can mend this: the county's own settings lack a value, and whoever keeps them is told. */
function noParameter(name: string, on: CivilDate, why: Sentence): Problem {
  return new Problem(
    'conflict',
    {
      zh: `参数“${name}”在 ${on} 没有值(${why.zh}),这一步暂时办不了。您填写的内容没有问题,请联系本局的系统管理员设定这个参数后再试。`,
      en: `The parameter ${name} has no value on ${on} (${why.en}), so this step cannot be done yet. Nothing is wrong with what you sent: ask the bureau's administrator to set it, then try again.`,
    },
    { code: 'parameter-not-set', operatorsFault: true },
  )
}

function problemsOfDates(name: string, dated: readonly Dated[]): ProblemItem[] {
  const problems: ProblemItem[] = []
  for (const [index, { from, to }] of dated.entries()) {
    const at = ['parameters', name, index]
    if (to !== undefined && to < from)
      problems.push(itemAt(at, { zh: `止日 ${to} 早于起日 ${from}`, en: `ends ${to}, before it starts ${from}` }))
    const earlier = dated
      .slice(0, index)
      .find((other) => (other.to === undefined || from <= other.to) && (to === undefined || other.from <= to))
    if (earlier) {
      problems.push(
        itemAt(at, {
          zh: `与自 ${earlier.from} 起的值有重叠,同一天有两个值`,
          en: `overlaps the value from ${earlier.from}: a day has two`,
        }),
      )
    }
  }
  return problems
}

function parametersProblem(document: unknown, items: readonly ProblemItem[]): Problem {
  const said = (document as { region?: unknown } | null)?.region
  const region = typeof said === 'string' ? said : '?'
  return documentProblem(
    { zh: `${region} 的参数文件`, en: `The parameters of ${region}` },
    items,
    'parameters-not-valid',
  )
}
