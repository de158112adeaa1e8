import { type Compilation, compilePart, type ParameterSource, type Slot, useSlot } from './conditions.ts'
import { AMOUNT, type Answer, type Compiled, decide, type Rates, rowKey } from './decide.ts'
import { FACT_DICTIONARY } from '../facts/dictionary.ts'
import { itemAt } from '../packs/document-problems.ts'
import { type FactDictionary, type Facts, isValueOf } from '../facts/facts.ts'
import { type Condition, packProblem, readPack, type SchemePack } from '../packs/pack.ts'
import type { TraceParameter } from './trace.ts'

/** A pack made ready. It reads no clock, no database and no user: the same facts always give the same answer. */
export type Program = {
  readonly pack: SchemePack
  /** Every fact the scheme reads, at which moment: what has to be gathered before deciding. */
  readonly slots: readonly Slot[]
  /** The county's parameters it was compiled with; to be stored with every decision. */
  readonly parameters: readonly (TraceParameter & { readonly value: unknown })[]
  readonly decide: (facts: Facts) => Answer
}

export type CompileOptions = { readonly parameters?: ParameterSource; readonly dictionary?: FactDictionary }

/** Validates a pack's document and makes it a program; refuses with every fault at once. */
export function compile(document: unknown, options: CompileOptions = {}): Program {
  const pack = readPack(document)
  const to: Compilation = {
    dictionary: options.dictionary ?? FACT_DICTIONARY,
    parameters: options.parameters,
    problems: [],
    slots: new Map(),
    parametersUsed: new Map(),
  }
  checkWhole(pack, to)
  const scope = compileAll(pack.scope ?? [], to, 'scope')
  const conditions = compileAll(pack.conditions, to, 'conditions')
  const amount = compileAmount(pack, to)
  checkCases(pack, to)
  if (to.problems.length > 0) throw packProblem(document, to.problems)
  return {
    pack,
    slots: [...to.slots.values()],
    parameters: [...to.parametersUsed.values()],
    decide: (facts) => decide({ pack, scope, conditions, amount }, facts),
  }
}

function compileAll(conditions: readonly Condition[], to: Compilation, path: string): Compiled[] {
  return conditions.flatMap((condition, index) => {
    const node = compilePart(condition, to, [path, index])
    return node ? [{ condition, node }] : []
  })
}

function compileAmount(pack: SchemePack, to: Compilation): Rates {
  const path = ['amount', 'axes']
  const axes = pack.amount.axes.flatMap((fact, index) => useSlot(fact, undefined, to, [...path, index]) ?? [])
  const fenOf = new Map<string, bigint>()
  pack.amount.rows.forEach((row, index) => {
    const at = ['amount', 'rows', index, 'at']
    const wrong = row.at.find((value, axis) => axes[axis] && !isValueOf(axes[axis].definition, value))
    const said = JSON.stringify(wrong)
    if (row.at.length !== pack.amount.axes.length) {
      to.problems.push(
        itemAt(at, { zh: `应有 ${pack.amount.axes.length} 个取值`, en: `needs ${pack.amount.axes.length} value(s)` }),
      )
    } else if (wrong !== undefined) {
      to.problems.push(itemAt(at, { zh: `${said} 不是这一栏可以取的值`, en: `${said} is not a value of its axis` }))
    } else if (fenOf.has(rowKey(row.at))) {
      to.problems.push(itemAt(at, { zh: '与前面的一行重复', en: 'repeats an earlier row' }))
    }
    fenOf.set(rowKey(row.at), row.fen)
  })
  return { axes, fenOf }
}

/** What the shape cannot say: order of dates, clauses that exist, names used once. */
function checkWhole(pack: SchemePack, to: Compilation): void {
  const { from, to: last } = pack.inForce
  if (last !== undefined && last < from) {
    to.problems.push(
      itemAt(['inForce', 'to'], {
        zh: `施行期止日 ${last} 早于起日 ${from}`,
        en: `ends ${last}, before it starts ${from}`,
      }),
    )
  }
  const seen = new Set([AMOUNT])
  const cited: [PropertyKey[], string][] = [[['amount', 'cite'], pack.amount.cite]]
  for (const list of ['scope', 'conditions'] as const) {
    for (const [index, { id, cite }] of (pack[list] ?? []).entries()) {
      if (seen.has(id))
        to.problems.push(itemAt([list, index, 'id'], { zh: `名称“${id}”已被使用`, en: `the id ${id} is taken` }))
      seen.add(id)
      cited.push([[list, index, 'cite'], cite])
    }
  }
  for (const [path, cite] of cited) {
    if (pack.clauses[cite]) continue
    to.problems.push(
      itemAt(path, { zh: `引用的条款“${cite}”不在 clauses 中`, en: `cites ${cite}, which is not among the clauses` }),
    )
  }
}

/** Golden cases may only name facts the scheme reads and conditions it has: a misspelt one would prove nothing. */
function checkCases(pack: SchemePack, to: Compilation): void {
  const ids = new Set([AMOUNT, ...pack.conditions.map((condition) => condition.id)])
  const names = new Set<string>()
  for (const [index, golden] of pack.cases.entries()) {
    const at = (...rest: string[]) => ['cases', index, ...rest]
    const wrong = (path: PropertyKey[], zh: string, en: string) => to.problems.push(itemAt(path, { zh, en }))
    if (names.has(golden.name)) wrong(at('name'), `案例“${golden.name}”重名`, `two cases are named ${golden.name}`)
    if (golden.like && !names.has(golden.like))
      wrong(at('like'), `前面没有案例“${golden.like}”`, `no earlier case ${golden.like}`)
    names.add(golden.name)
    for (const key of Object.keys(golden.given)) {
      if (!to.slots.has(key)) wrong(at('given', key), '本政策不读取这个事实', 'the scheme does not read this fact')
    }
    const named = 'ineligible' in golden.expect ? golden.expect.ineligible : []
    for (const id of named) if (!ids.has(id)) wrong(at('expect'), `没有条件“${id}”`, `there is no condition ${id}`)
    const missing = 'unknown' in golden.expect ? golden.expect.unknown : []
    for (const key of missing)
      if (!to.slots.has(key)) wrong(at('expect'), `本政策不读取“${key}”`, `the scheme does not read ${key}`)
  }
}
