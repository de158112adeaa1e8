import type { Answer } from '../deciding/decide.ts'
import { factsOf } from '../packs/cases.ts'
import { stepsOf } from '../packs/amount.ts'
import { eachMutation, redCases } from '../packs/mutations.ts'
import { entriesOf } from '../packs/pack-parameters.ts'
import type { SchemePack } from '../packs/pack.ts'
import type { CompileOptions, Program } from '../deciding/compile.ts'
import type { TraceNode } from '../deciding/trace.ts'
import { type LintFinding, lintFinding } from './finding.ts'
import { placeOf } from './linted.ts'
import { unlessTooLarge } from './suppose.ts'

/** Clauses that nothing rests on, and clauses that no case comes to. */
export function coverageFindings(programs: readonly Program[]): LintFinding[] {
  const { pack } = programs[0]!.parts
  const cited = citedIn(pack)
  // What people decide by, and why a version takes another's place, no case comes to.
  const beside = [pack.manual, pack.corrects, pack.together].flatMap((each) => each?.cite ?? [])
  const used = new Set(
    programs.flatMap((program) =>
      pack.cases.flatMap((golden) => {
        const answer = unlessTooLarge(() => program.decide(factsOf(golden, pack.cases)))
        return answer ? usedBy(answer, pack) : []
      }),
    ),
  )
  return Object.entries(pack.clauses).flatMap(([id, { doc, article }]) => {
    const tell = (rule: 'clause-not-cited' | 'clause-without-case', zh: string, en: string) => [
      lintFinding(rule, {
        clause: id,
        at: ['clauses', id],
        wrong: { zh: `${doc}${article}(${id})${zh}`, en: `${doc} ${article} (${id}) ${en}` },
      }),
    ]
    if (beside.includes(id)) return []
    if (!cited.has(id)) return tell('clause-not-cited', '没有被引用', 'is cited by nothing')
    return used.has(id) ? [] : tell('clause-without-case', '没有案例', 'has no case')
  })
}

/** Values of the pack's own that nothing reads on any day. */
export function unreadFindings(pack: SchemePack, programs: readonly Program[]): LintFinding[] {
  const read = new Set(programs.flatMap(({ parameters }) => parameters.map(({ name }) => name)))
  return Object.entries(pack.parameters ?? {}).flatMap(([name, parameter]) => {
    if (read.has(name)) return []
    const { zh, en } = parameter.label
    const wrong = { zh: `“${zh}”(${name})没有用到`, en: `nothing reads “${en}” (${name})` }
    return [lintFinding('value-not-read', { clause: entriesOf(parameter)[0]!.cite, at: ['parameters', name], wrong })]
  })
}

function citedIn(pack: SchemePack): Set<string> {
  const { scope = [], conditions, exceptions = [], limits = [], amount, parameters = {} } = pack
  const once = [pack.window, pack.stacking, pack.together, pack.instalments]
  const named = [
    ...scope,
    ...conditions,
    ...exceptions,
    ...limits,
    ...once.flatMap((each) => each ?? []),
    amount,
    ...stepsOf(amount),
  ]
  const dated = Object.values(parameters).flatMap((each) => [...entriesOf(each)] as { cite: string }[])
  return new Set([...named, ...dated].map(({ cite }) => cite))
}

/** The clauses that decide a case: what refuses it, what it is excepted by, what it is told, what moves its amount. */
function usedBy({ kind, trace }: Answer, { amount }: SchemePack): string[] {
  const conditions = [...trace.scope, ...trace.conditions]
  const steps = trace.amount.filter(({ fen }) => fen !== 0n)
  const deciding = conditions.filter(
    ({ verdict, limit, stacking }) =>
      verdict === 'false' || limit?.then !== undefined || stacking?.had.length || stacking?.beside.length,
  )
  const parameters = [...conditions.flatMap(parametersIn), ...steps.flatMap((step) => step.parameters ?? [])]
  return [
    ...(kind === 'eligible' ? [amount.cite, ...(trace.instalment ? [trace.instalment.cite] : [])] : []),
    ...[...deciding, ...steps, ...conditions.flatMap(exceptionsIn)].map(({ cite }) => cite),
    ...Object.entries(trace.clauses).flatMap(([id, clause]) =>
      parameters.some(({ cite }) => cite === clause) ? [id] : [],
    ),
  ]
}

function parametersIn(node: TraceNode): TraceNode['parameters'][number][] {
  return [...node.parameters, ...node.parts.flatMap(parametersIn)]
}

function exceptionsIn(node: TraceNode): { cite: string }[] {
  const own = node.exception && node.verdict === 'true' ? [node.exception] : []
  return [...own, ...node.parts.flatMap(exceptionsIn)]
}

/** The same in earnest, and slowly: every small way to break the pack that no case of it notices. */
export function unnoticedFindings(document: unknown, program: Program, options: CompileOptions): LintFinding[] {
  const { parts } = program
  const ids = [
    ...(parts.pack.exceptions ?? []),
    ...parts.required.map(({ condition }) => condition),
    ...parts.steps.map(({ step }) => step),
  ]
  const unnoticed: string[] = []
  for (const { name, document: broken } of eachMutation(document))
    if (redCases(broken, options).length === 0) unnoticed.push(name)
  return unnoticed.map((name) => {
    const of = ids.find(({ id }) => name === id || name.startsWith(`${id} `) || name.startsWith(`${id}:`))
    const wrong = { zh: `改动没有被发现:${name}`, en: `nobody notices: ${name}` }
    const place = of ? placeOf(parts, of.id) : ['amount']
    return lintFinding('break-unnoticed', { clause: of?.cite ?? parts.pack.amount.cite, at: place, wrong })
  })
}
