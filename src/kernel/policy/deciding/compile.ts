import { type CivilDate, civilDate } from '../../values/public.ts'
import { stepsOf } from '../packs/amount.ts'
import type { Limit } from '../limits/limits.ts'
import type { Condition } from '../packs/condition.ts'
import { withOwnFacts } from '../packs/own-facts.ts'
import { entriesOf } from '../packs/pack-parameters.ts'
import { packProblem, readPack, type SchemePack, WINDOW_SPANS } from '../packs/pack.ts'
import { FACT_DICTIONARY } from '../facts/dictionary.ts'
import type { FactDictionary, Facts } from '../facts/facts.ts'
import { type CompiledStep, compileSteps } from './amounts.ts'
import { compilePart, type Node } from './conditions.ts'
import { type Counterfactual, counterfactuals } from './counterfactual.ts'
import { AMOUNT, type Answer, type Compiled, decide, type Parts } from './decide.ts'
import { compileExceptions, WINDOW } from './exceptions.ts'
import { compileInstalments, INSTALMENTS, onTheDay, readsAtMoment } from './instalments.ts'
import { checkFamilies, compileLimits } from './limits.ts'
import { type ParameterSource, parameterResolver, type UsedParameter } from './parameters.ts'
import { type Compilation, faultAt, type Slot } from './slots.ts'
import { compileStacking, STACKING, type StackingOf } from './stacking.ts'
import type { Columns } from '../simulating/columns.ts'
import { type Outcomes, simulate } from '../simulating/simulate.ts'

/** A pack made ready. It reads no clock, no database and no user: the same facts always give the same answer. */
export type Program = {
  readonly pack: SchemePack
  /** The day whose values of the pack's own parameters it decides by. */
  readonly on: CivilDate
  /** Every fact the scheme reads, at which moment: what has to be gathered before deciding. */
  readonly slots: readonly Slot[]
  /** The parameters it was compiled with; to be stored with every decision. */
  readonly parameters: readonly UsedParameter[]
  /** Its limits on what a person may have, their values known. */
  readonly limits: readonly Limit[]
  /** What it is made of, for whoever looks at the scheme instead of at a person. */
  readonly parts: Parts
  readonly decide: (facts: Facts) => Answer
  /** Which one or two facts, changed, would make the answer yes; none where it is yes, or where nothing so small does. */
  readonly counterfactuals: (facts: Facts) => readonly Counterfactual[]
  /** The same pack by its own values of another day; the county's stay as they are. */
  readonly forDay: (on: CivilDate) => Program
  /** The answers to many subjects at once, without their traces. */
  readonly simulate: (columns: Columns) => Outcomes
}

export type CompileOptions = {
  readonly parameters?: ParameterSource
  readonly dictionary?: FactDictionary
  /** The deciding day, by which the pack's own dated values are chosen; without it the first day in force. */
  readonly on?: CivilDate
  /** The families that schemes belong to, where all schemes are at hand: a limit over another one is a fault. */
  readonly families?: ReadonlySet<string>
}

/** Validates a pack's document and makes it a program; refuses with every fault at once. */
export function compile(document: unknown, options: CompileOptions = {}): Program {
  const pack = readPack(document)
  const on = options.on ?? civilDate(pack.inForce.from)
  const dictionary = options.dictionary ?? FACT_DICTIONARY
  const to: Compilation = {
    dictionary: withOwnFacts(dictionary, pack.facts),
    resolve: parameterResolver(pack, on, options.parameters),
    problems: [],
    slots: new Map(),
    parametersUsed: new Map(),
    families: options.families,
  }
  for (const key of Object.keys(pack.facts ?? {}))
    if (dictionary.has(key))
      faultAt(to, ['facts', key], '事实字典中已有这个事实,请直接引用', 'the dictionary has this fact: read that one')
  checkWhole(pack, to)
  const instalments = compileInstalments(pack, to)
  const read = instalments ? instalments.read : (_: string, first: Node) => first
  const steps = stepsOf(pack.amount)
  const exceptions = compileExceptions(
    pack,
    to,
    steps.map(({ id }) => id),
  )
  const compileAll = (conditions: readonly Condition[], path: string): Compiled[] =>
    conditions.flatMap((condition, index) => {
      const node = compilePart(condition, to, path === WINDOW ? [path] : [path, index])
      const origin = pack.origins?.[`${path}.${condition.id}`]
      const onDue = () => {
        const again = readsAtMoment(condition) ? compilePart(onTheDay(condition), to, [path, index]) : null
        return again && exceptions.around(condition.id, again)
      }
      return node ? [{ condition, node: read(condition.id, exceptions.around(condition.id, node), onDue), origin }] : []
    })
  const compiledSteps = compileSteps(pack, to, exceptions.skipping)
  const compiledLimits = compileLimits(pack, to, compiledSteps)
  const limits = compiledLimits.map((of) => ({
    condition: of.limit,
    node: read(of.limit.id, exceptions.around(of.limit.id, of.test), () => null),
    origin: pack.origins?.[`limits.${of.limit.id}`],
    of,
  }))
  const conditions = [...compileAll(pack.conditions, 'conditions'), ...compileAll(windowOf(pack), WINDOW)]
  const stacking = stackingOf(compileStacking(pack, to, compiledSteps, limits), pack, (base) =>
    exceptions.around(STACKING, base),
  )
  const given = instalments ? [{ condition: instalments.condition, node: instalments.test }] : []
  const parts: Parts = {
    pack,
    scope: compileAll(pack.scope ?? [], 'scope'),
    conditions,
    limits,
    stacking,
    instalments,
    required: [...conditions, ...limits, ...given, ...(stacking ? [stacking] : [])],
    placeholder: isPlaceholder(pack, compiledSteps),
    steps: compiledSteps,
  }
  checkCases(pack, parts, to)
  if (to.problems.length > 0) throw packProblem(document, to.problems)
  const days = new Map<CivilDate, Program>()
  const program: Program = {
    pack,
    on,
    slots: [...to.slots.values()],
    parameters: [...to.parametersUsed.values()],
    limits: compiledLimits.map(({ limit }) => limit),
    parts,
    decide: (facts) => decide(parts, facts),
    counterfactuals: (facts) => counterfactuals(parts, facts),
    forDay: (day) => {
      const ready = day === on ? program : (days.get(day) ?? compile(document, { ...options, on: day }))
      days.set(day, ready)
      return ready
    },
    simulate: (columns) => simulate(parts, columns),
  }
  return program
}

function stackingOf(
  compiled: ReturnType<typeof compileStacking>,
  { origins }: SchemePack,
  around: (base: Node) => Node,
): StackingOf | undefined {
  if (!compiled) return undefined
  const { named, test, family, cut } = compiled
  const of = { family, ...(cut ? { cut } : {}) }
  return { condition: named, node: around(test), origin: origins?.[STACKING], of }
}

function isPlaceholder(pack: SchemePack, steps: readonly CompiledStep[]): boolean {
  if (pack.amount.placeholder || steps.some((step) => step.placeholder)) return true
  return Object.values(pack.clauses).some((clause) => clause.placeholder)
}

/** The claim window as a condition like any other: the day of the claim, held against the day from which it runs. */
function windowOf({ window }: SchemePack): Condition[] {
  if (!window) return []
  const { label, cite, from } = window
  const span = WINDOW_SPANS.find((each) => window[each] !== undefined)!
  const within = { of: from, [span]: window[span] }
  return [{ id: WINDOW, label, cite, fact: 'claim.on', within }]
}

/** What the shape cannot say: order of dates, clauses that exist, names used once. */
function checkWhole(pack: SchemePack, to: Compilation): void {
  const { from, to: last } = pack.inForce
  if (last !== undefined && last < from)
    faultAt(to, ['inForce', 'to'], `施行期止日 ${last} 早于起日 ${from}`, `ends ${last}, before it starts ${from}`)
  const seen = new Set([AMOUNT, WINDOW, STACKING, INSTALMENTS])
  const cited: [PropertyKey[], string][] = [[['amount', 'cite'], pack.amount.cite]]
  const named = (path: PropertyKey[], { id, cite }: { id: string; cite: string }) => {
    if (seen.has(id)) faultAt(to, [...path, 'id'], `名称“${id}”已被使用`, `the id ${id} is taken`)
    seen.add(id)
    cited.push([path, cite])
  }
  for (const list of ['scope', 'conditions', 'exceptions', 'limits'] as const)
    for (const [index, each] of (pack[list] ?? []).entries()) named([list, index], each)
  for (const [index, step] of (pack.amount.steps ?? []).entries()) named(['amount', 'steps', index], step)
  for (const part of ['window', 'corrects', 'replaces', 'manual', 'stacking', 'together', 'instalments'] as const) {
    const { cite } = pack[part] ?? {}
    if (cite !== undefined) cited.push([[part], cite])
  }
  const ofFamily = pack.stacking && pack.family !== undefined && pack.stacking.over === undefined
  if (ofFamily && pack.stacking?.family !== pack.family)
    faultAt(
      to,
      ['stacking', 'family'],
      `与本政策的补贴类别“${pack.family}”不同的,请写明与哪些类别比较(over)`,
      `it is another than the family ${pack.family} that the scheme is of: say over which families`,
    )
  if (pack.together) checkFamilies({ over: pack.together.families }, to, ['together', 'families'])
  if (pack.corrects?.versions.includes(pack.version))
    faultAt(to, ['corrects', 'versions'], '一个版本不能更正自己', 'a version does not correct itself')
  if (pack.replaces?.versions.includes(pack.version))
    faultAt(to, ['replaces', 'versions'], '一个版本不能替代自己', 'a version does not take its own place')
  for (const [name, parameter] of Object.entries(pack.parameters ?? {})) {
    const entries: readonly { from: string; to?: string | undefined; cite: string }[] = entriesOf(parameter)
    entries.forEach((entry, index) => {
      const path = ['parameters', name, index]
      cited.push([path, entry.cite])
      if (entry.to !== undefined && entry.to < entry.from)
        faultAt(to, path, `止日 ${entry.to} 早于起日 ${entry.from}`, `ends ${entry.to}, before it starts ${entry.from}`)
      if (entries.slice(0, index).some((other) => other.from === entry.from))
        faultAt(to, path, `自 ${entry.from} 起有两个值`, `two values begin on ${entry.from}`)
    })
  }
  for (const [path, cite] of cited) {
    if (pack.clauses[cite]) continue
    const place = path[0] === 'amount' && path.length > 1 && path[1] === 'cite' ? path : [...path, 'cite']
    faultAt(to, place, `引用的条款“${cite}”不在 clauses 中`, `cites ${cite}, which is not among the clauses`)
  }
}

function namesIn(expect: SchemePack['cases'][number]['expect']): readonly string[] {
  if ('eligible' in expect) return expect.told ?? []
  if ('ineligible' in expect) return expect.ineligible
  if ('paused' in expect) return expect.paused
  return 'contradiction' in expect ? expect.contradiction : []
}

/** Golden cases may only name facts the scheme reads and conditions it has: a misspelt one would prove nothing. */
function checkCases(pack: SchemePack, parts: Parts, to: Compilation): void {
  const ids = new Set([AMOUNT, ...parts.required.map(({ condition }) => condition.id)])
  const names = new Set<string>()
  for (const [index, golden] of pack.cases.entries()) {
    const at = (...rest: string[]) => ['cases', index, ...rest]
    if (names.has(golden.name))
      faultAt(to, at('name'), `案例“${golden.name}”重名`, `two cases are named ${golden.name}`)
    if (golden.on !== undefined && (golden.on < pack.inForce.from || (pack.inForce.to ?? golden.on) < golden.on))
      faultAt(to, at('on'), `${golden.on} 不在施行期内`, `${golden.on} is not a day in force`)
    if (golden.like && !names.has(golden.like))
      faultAt(to, at('like'), `前面没有案例“${golden.like}”`, `no earlier case ${golden.like}`)
    names.add(golden.name)
    for (const key of Object.keys(golden.given))
      if (!to.slots.has(key))
        faultAt(to, at('given', key), '本政策不读取这个事实', 'the scheme does not read this fact')
    if (golden.instalment !== undefined && !pack.instalments)
      faultAt(to, at('instalment'), '本政策不分期发放', 'the scheme gives no instalments')
    if (golden.beside !== undefined && !pack.stacking)
      faultAt(to, at('beside'), '本政策没有写合并享受的规则', 'the scheme has no stacking rule')
    const { expect } = golden
    const named = namesIn(expect)
    for (const id of named)
      if (!ids.has(id)) faultAt(to, at('expect'), `没有条件“${id}”`, `there is no condition ${id}`)
    const missing = 'unknown' in expect ? expect.unknown : []
    for (const key of missing)
      if (!to.slots.has(key)) faultAt(to, at('expect'), `本政策不读取“${key}”`, `the scheme does not read ${key}`)
  }
}
