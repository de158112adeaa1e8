import { Problem, type ProblemItem } from '../../../../platform/contract/public.ts'
import { addDays, type CivilDate, civilDate } from '../../../values/public.ts'
import { compile, type Program } from '../../deciding/compile.ts'
import { FACT_DICTIONARY } from '../../facts/dictionary.ts'
import { lintPack } from '../../linting/lint.ts'
import type { Supply } from '../../linting/supply.ts'
import { factsOf, playedBy, runCases } from '../../packs/cases.ts'
import { familiesOf } from '../../packs/library.ts'
import { type PackDocument, readPack, type SchemePack } from '../../packs/pack.ts'
import { placeholdersOf } from '../../packs/placeholders.ts'
import type { Draft, DraftCheck } from '../contract.ts'
import { expectOf } from '../editor/cases/given.ts'
import { sayExpect } from '../editor/cases/say-expect.ts'
import { countySource, type CountyValue } from '../editor/county-values.ts'
import { type Difference, differencesOf } from '../editor/difference/difference.ts'
import { placeProblems } from '../rules.ts'
import { words } from '../words.ts'

/** Everything that a document is checked by, as plain data: it is worked out beside the serving process. */
export type CheckOrder = {
  readonly region: string
  /** The scheme that the draft was begun for, and which save it is. */
  readonly scheme: string
  readonly revision: number
  readonly document: unknown
  /** Every version of every scheme of the county, and which of them is in force now. */
  readonly versions: readonly unknown[]
  readonly before: number | null
  readonly today: string
  /** A county in real use, no demonstration. */
  readonly isReal: boolean
  /** How many facts since the first day of the document are decided already, where that day is past. */
  readonly decidedSince: number
  /** Every value of the county and of those above it, the strongest region first. */
  readonly values: readonly CountyValue[]
  readonly funds: Draft['funds']
  readonly supplies: readonly Supply[]
}

type Around = {
  readonly families: ReadonlySet<string>
  readonly parametersOn: (on: CivilDate) => ReturnType<typeof countySource>
}

/** What is wrong with a document as it is written; none where it can be read and made ready. */
export function problemsIn(
  document: unknown,
  { versions, values }: { versions: readonly { pack: SchemePack }[]; values: readonly CountyValue[] },
): readonly ProblemItem[] {
  const ready = programOf(document, versions, values)
  return 'problems' in ready ? ready.problems : []
}

type Ready = Around & { readonly pack: SchemePack; readonly program: Program }

function programOf(
  document: unknown,
  versions: readonly { pack: SchemePack }[],
  values: readonly CountyValue[],
): Ready | { readonly problems: readonly ProblemItem[] } {
  try {
    const pack = readPack(document)
    const families = familiesOf([...versions, { pack }])
    const parametersOn = (on: CivilDate) => countySource(values, on)
    const program = compile(document, { parameters: parametersOn(civilDate(pack.inForce.from)), families })
    return { pack, families, parametersOn, program }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { problems: error.items.length > 0 ? error.items : [{ at: '', sentence: error.sentence }] }
  }
}

/** What a draft says otherwise than the version in force; none where one of them cannot be read. */
export function differencesTo(before: unknown, document: unknown): Difference[] {
  return before === undefined ? [] : differencesOf(before as PackDocument, document as PackDocument, FACT_DICTIONARY)
}

/** Everything that is known of a document before it is published. Breaks every clause to see a case turn red. */
export function checkOf(order: CheckOrder): DraftCheck {
  const { region, scheme, revision, document, values, supplies } = order
  const versions = order.versions.map((each) => ({ document: each, pack: readPack(each) }))
  const ready = programOf(document, versions, values)
  const nothing = { revision, problems: [], cases: [], findings: [], uncovered: 0, differences: [], told: [] }
  if ('problems' in ready) {
    const problems = [...ready.problems]
    return { ...nothing, problems, blocked: [{ at: '', sentence: words.faulty(problems.length) }] }
  }
  const { pack, families, parametersOn, program } = ready
  const cases = runCases(program).map(({ name, passed }, index) => ({
    name,
    passed,
    ...saidOf(program, document as PackDocument, index),
  }))
  const findings = lintPack(document, {
    families,
    others: versions,
    parametersOn,
    changesOf: changesOf(values),
    supplies,
    funds: new Map(order.funds.map(({ code, name }) => [code, name])),
    strong: true,
  })
  const before = order.before === null ? undefined : order.versions[order.before]
  const differences = differencesTo(before, document)
  const blocked = [
    ...placeProblems(pack, { region, scheme, versions, today: order.today }),
    ...(order.isReal ? exampleProblems(pack) : []),
    ...blockedBy({ cases, findings, differences, isNew: before === undefined }),
  ]
  const uncovered = findings.filter(({ rule }) => rule === 'break-unnoticed').length
  return { ...nothing, cases, findings, uncovered, differences, blocked, told: toldOf(pack, order.decidedSince) }
}

/** A county in real use publishes no example as its rule: from then on it could pay nobody. */
const exampleProblems = (pack: SchemePack): ProblemItem[] =>
  placeholdersOf(pack).map(({ at, cite }) => ({ at, sentence: words.example(`${cite.doc}${cite.article}`) }))

/** What keeps nothing from being published, and who publishes has to know. */
function toldOf({ inForce, corrects }: SchemePack, decidedSince: number): ProblemItem[] {
  if (corrects || decidedSince === 0) return []
  return [{ at: 'inForce.from', sentence: words.decidedSince(inForce.from, decidedSince) }]
}

type Found = Pick<DraftCheck, 'cases' | 'findings' | 'differences'> & { readonly isNew: boolean }

function blockedBy({ cases, findings, differences, isNew }: Found): ProblemItem[] {
  const red = cases.filter(({ passed }) => !passed).map(({ name }) => name)
  const errors = findings.filter(({ severity }) => severity === 'error')
  const isSame = !isNew && differences.every(({ at }) => NAMES.has(at))
  return [
    ...(red.length > 0 ? [{ at: 'cases', sentence: words.redCases(red) }] : []),
    ...errors.map(({ at, sentence }) => ({ at, sentence })),
    ...(isSame ? [{ at: '', sentence: words.nothingChanged }] : []),
  ]
}

/** What a case expects and what it comes to, in words. */
function saidOf(program: Program, document: PackDocument, index: number) {
  const golden = program.pack.cases[index]!
  const answer = playedBy(program, golden).decide(factsOf(golden, program.pack.cases))
  return {
    expected: sayExpect(document.cases[index]!.expect, document),
    got: sayExpect(expectOf(answer), document),
  }
}

/** What every next version has otherwise: its name and whose place it takes. */
const NAMES = new Set(['version', 'replaces'])

/** The days on which a value of the county changes. */
const changesOf = (values: readonly CountyValue[]) => (names: readonly string[]) =>
  values
    .filter(({ name }) => names.includes(name))
    .flatMap(({ from, to }) => [civilDate(from), ...(to === undefined ? [] : [addDays(civilDate(to), 1)])])
