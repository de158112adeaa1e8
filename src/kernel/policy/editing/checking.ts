import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { addDays, civilDate, civilDateOf } from '../../values/public.ts'
import { compile, type Program } from '../deciding/compile.ts'
import { FACT_DICTIONARY } from '../facts/dictionary.ts'
import { lintPack } from '../linting/lint.ts'
import type { Supply } from '../linting/supply.ts'
import { factsOf, playedBy, runCases } from '../packs/cases.ts'
import { type DistrictSchemes, familiesOf, parametersOn, valuesOf } from '../packs/library.ts'
import { type PackDocument, readPack, type SchemePack } from '../packs/pack.ts'
import { schemesOf } from '../published/schemes.ts'
import type { DraftCheck } from './contract.ts'
import { expectOf } from './editor/cases/given.ts'
import { sayExpect } from './editor/cases/say-expect.ts'
import { type Difference, differencesOf } from './editor/difference/difference.ts'
import { placeProblems, versionToBeginFrom } from './rules.ts'
import type { Draft } from './store.ts'
import { words } from './words.ts'

/** What is wrong with a document as it is written; none where it can be read and made ready. */
export function problemsOf(tx: Tx, document: unknown, schemes: DistrictSchemes): readonly ProblemItem[] {
  try {
    const pack = readPack(document)
    const families = familiesOf([...schemes.versions, { pack }])
    compile(document, { parameters: parametersOn(tx.district, civilDate(pack.inForce.from)), families })
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.items.length > 0 ? error.items : [{ at: '', sentence: error.sentence }]
  }
}

/** The version of the draft's scheme that is in force, or the nearest to it. */
export function versionNow(schemes: DistrictSchemes, scheme: string, tx: Tx) {
  const own = schemes.versions.filter(({ pack }) => pack.scheme === scheme)
  return versionToBeginFrom(own, civilDateOf(tx.now))
}

/** What a draft says otherwise than the version in force; none where one of them cannot be read. */
export function differencesTo(before: unknown, document: unknown): Difference[] {
  return before === undefined ? [] : differencesOf(before as PackDocument, document as PackDocument, FACT_DICTIONARY)
}

/** Everything that is known of a document before it is published. Breaks every clause to see a case turn red. */
export async function checked(
  tx: Tx,
  draft: Pick<Draft, 'scheme' | 'revision'>,
  document: unknown,
  supplies: readonly Supply[],
): Promise<DraftCheck> {
  const schemes = await schemesOf(tx)
  const problems = [...problemsOf(tx, document, schemes)]
  const before = versionNow(schemes, draft.scheme, tx)
  const nothing = { revision: draft.revision, problems, cases: [], findings: [], uncovered: 0, differences: [] }
  if (problems.length > 0) return { ...nothing, blocked: [{ at: '', sentence: words.faulty(problems.length) }] }
  const pack = readPack(document)
  const families = familiesOf([...schemes.versions, { pack }])
  const parameters = parametersOn(tx.district, civilDate(pack.inForce.from))
  const program = compile(document, { parameters, families })
  const cases = runCases(program).map(({ name, passed }, index) => ({
    name,
    passed,
    ...saidOf(program, document as PackDocument, index),
  }))
  const findings = lintPack(document, {
    families,
    others: schemes.versions,
    parametersOn: (on) => parametersOn(tx.district, on),
    changesOf: changesOf(tx.district),
    supplies,
    strong: true,
  })
  const differences = differencesTo(before?.document, document)
  const blocked = [
    ...placeProblems(pack, { region: String(tx.district), scheme: draft.scheme, versions: schemes.versions }),
    ...blockedBy({ cases, findings, differences, isNew: before === undefined }),
  ]
  const uncovered = findings.filter(({ rule }) => rule === 'break-unnoticed').length
  return { ...nothing, cases, findings, uncovered, differences, blocked }
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
function changesOf(district: number) {
  const values = valuesOf(district)
  return (names: readonly string[]) =>
    values
      .filter(({ name }) => names.includes(name))
      .flatMap(({ from, to }) => [civilDate(from), ...(to === undefined ? [] : [addDays(civilDate(to), 1)])])
}

/** Whether a scheme has an example in the place of the county's own rule. */
export function hasExample({ clauses, amount }: SchemePack): boolean {
  return amount.placeholder === true || Object.values(clauses).some(({ placeholder }) => placeholder === true)
}
