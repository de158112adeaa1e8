import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { Problem, type ProblemItem, type Sentence } from '../../../platform/contract/public.ts'
import { addDays, civilDate, divisionCode, isCivilDate, isDivisionCode } from '../../values/public.ts'
import { compile } from '../deciding/compile.ts'
import { type CaseResult, runCases } from '../packs/cases.ts'
import { familiesOf } from '../packs/library.ts'
import { isTemplate, layered } from '../packs/layers.ts'
import { readPack, type SchemePack } from '../packs/pack.ts'
import { layersOf, type PackFile, type PolicyFolder } from '../packs/policy-files.ts'
import { isParameterName } from '../parameters/parameter-shapes.ts'
import { type ParameterLayer, readParameters, regionsOf, resolveParameters } from '../parameters/parameters.ts'
import { everyFault } from './every-fault.ts'
import type { LintFinding } from './finding.ts'
import { lintPack } from './lint.ts'
import type { Supply } from './supply.ts'

/** One document of somebody's folder: what keeps it from being read, which cases come out otherwise, what lint says. */
export type CheckedFile = {
  readonly path: string
  readonly pack?: SchemePack
  readonly problems: readonly ProblemItem[]
  readonly cases: readonly CaseResult[]
  readonly findings: readonly LintFinding[]
}

type Checking = { readonly supplies?: readonly Supply[]; readonly strong?: boolean }

/**
 * Reads every scheme of a folder, however it is laid out, and says of each all that is wrong. What they extend, and the
 * parameters of the regions above, are those that come with the platform where the folder does not have them itself.
 */
export function checkFolder(root: string, ours: PolicyFolder, more: Checking = {}): CheckedFile[] {
  const documents = jsonUnder(root).map((path) => ({ path: relative(root, path), ...read(path) }))
  const written = documents.flatMap(({ document }) => (document === undefined ? [] : [document]))
  const find = (scheme: string, version: string) =>
    written.find((each) => named(each).scheme === scheme && named(each).version === version) ??
    ours.find(scheme, version)
  const layers = new Map(ours.layers)
  const checked: CheckedFile[] = []
  const packs: (PackFile & { whole: unknown })[] = []
  for (const { path, document, problem } of documents) {
    if (problem) checked.push(refused(path, [problem]))
    else if (basename(path) === 'parameters.json') {
      const layer = tried(() => readParameters(document))
      if (isFaults(layer)) checked.push(refused(path, layer.faults))
      else layers.set(layer.region, layer)
    } else {
      const whole = tried(() => (isTemplate(document) ? null : layered(document, find)))
      if (whole === null) checked.push(refused(path, []))
      else if (isFaults(whole)) checked.push(refused(path, whole.faults))
      else packs.push({ path, document: whole, whole, pack: whole as SchemePack })
    }
  }
  const readable = packs.flatMap((file) => {
    const pack = tried(() => readPack(file.document))
    return isFaults(pack) ? [] : [{ ...file, pack }]
  })
  const all = [...ours.packs, ...readable]
  return [...checked, ...packs.map((file) => checkPack(file, all, layers, more))].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  )
}

function checkPack(
  { path, document }: PackFile,
  all: readonly PackFile[],
  layers: ReadonlyMap<string, ParameterLayer>,
  more: Checking,
): CheckedFile {
  const families = familiesOf(all)
  const { region, inForce } = document as { region?: string; inForce?: { from?: string } }
  const folder = { packs: all, layers, find: () => undefined }
  const own = region !== undefined && isDivisionCode(region) ? layersOf(folder, regionsOf(divisionCode(region))) : []
  const parametersOn = (on: Parameters<typeof resolveParameters>[1]) => resolveParameters(own, on)
  const first = inForce?.from
  const options = {
    families,
    ...(first !== undefined && isCivilDate(first) ? { parameters: parametersOn(first) } : {}),
  }
  const problems = everyFault(document, options)
  if (problems.length > 0) return refused(path, problems)
  const program = compile(document, options)
  const changesOf = (names: readonly string[]) =>
    names
      .filter(isParameterName)
      .flatMap((name) => own.flatMap(({ values }) => values.get(name) ?? []))
      .flatMap(({ from, to }) => [civilDate(from), ...(to === undefined ? [] : [addDays(civilDate(to), 1)])])
  const others = all.filter((each) => each.document !== document)
  return {
    path,
    pack: program.pack,
    problems: [],
    cases: runCases(program),
    findings: lintPack(document, { families, others, parametersOn, changesOf, ...more }),
  }
}

/** Whether anything keeps a document from being published. */
export function isSound({ problems, cases, findings }: CheckedFile): boolean {
  const isGreen = cases.every(({ passed }) => passed)
  return problems.length === 0 && isGreen && findings.every(({ severity }) => severity !== 'error')
}

const refused = (path: string, problems: readonly ProblemItem[]): CheckedFile => ({
  path,
  problems,
  cases: [],
  findings: [],
})

const named = (document: unknown) => (document ?? {}) as { scheme?: unknown; version?: unknown }

type Faults = { readonly faults: readonly ProblemItem[] }
const isFaults = <T>(value: T | Faults): value is Faults =>
  typeof value === 'object' && value !== null && 'faults' in value

function tried<T>(make: () => T): T | Faults {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { faults: error.items.length > 0 ? error.items : [{ at: '', sentence: error.sentence }] }
  }
}

function read(path: string): { document?: unknown; problem?: ProblemItem } {
  try {
    return { document: JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as unknown }
  } catch (error) {
    return { problem: { at: '', sentence: notJson((error as Error).message) } }
  }
}

const notJson = (message: string): Sentence => ({
  zh: `不是完整的 JSON 文件(${message}),请检查括号、引号和逗号`,
  en: `this is no whole JSON document (${message}): check its brackets, quotes and commas`,
})

function jsonUnder(root: string): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
