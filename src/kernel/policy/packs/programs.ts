import { type CivilDate, civilDate } from '../../values/public.ts'
import { compile, type Program } from '../deciding/compile.ts'
import type { ParameterSource } from '../deciding/parameters.ts'
import { entriesOf, entryOn } from './pack-parameters.ts'
import type { SchemePack } from './pack.ts'

type Ready = {
  readonly key: string
  /** The county's parameters that were asked for, and what each was. */
  readonly read: readonly { readonly name: string; readonly value: unknown; readonly cite: unknown }[]
  readonly program: Program
}

/** A pack is made ready for a handful of days and counties; more than these and the oldest is made anew. */
const MOST_OF_A_PACK = 64

const programs = new Map<string, Ready[]>()

type Given = { readonly document: unknown; readonly pack: SchemePack; readonly sha256: string }
type By = { readonly parameters: ParameterSource; readonly families: ReadonlySet<string>; readonly on?: CivilDate }

/**
 * The program of a pack for a day, compiled once for as long as its own dated values, the county's values that it reads
 * and the families of schemes are the same.
 */
export function programFor({ document, pack, sha256 }: Given, { parameters, families, on }: By): Program {
  const day = on ?? civilDate(pack.inForce.from)
  const key = `${ownValuesOn(pack, day)} ${[...families].sort().join(' ')}`
  const ready = programs.get(sha256) ?? []
  const found = ready.find((each) => each.key === key && isReadAlike(each, parameters))
  if (found) return found.program.on === day ? found.program : { ...found.program, on: day }
  const read = new Map<string, { name: string; value: unknown; cite: unknown }>()
  const get: ParameterSource['get'] = (name) => {
    const resolved = parameters.get(name)
    read.set(name, { name, value: resolved.value, cite: resolved.cite })
    return resolved
  }
  const program = compile(document, { parameters: { get }, families, on: day })
  programs.set(sha256, [...ready.slice(1 - MOST_OF_A_PACK), { key, read: [...read.values()], program }])
  return program
}

/** Which of its dated values hold on a day, by their places. */
function ownValuesOn({ parameters = {} }: SchemePack, on: CivilDate): string {
  return Object.values(parameters)
    .map((parameter) => {
      const entries = entriesOf(parameter) as { from: string; to?: string }[]
      const entry = entryOn(entries, on)
      return entry ? entries.indexOf(entry) : '-'
    })
    .join()
}

/** Values are compared as the parts of one file that they are: what was read once is never changed. */
function isReadAlike({ read }: Ready, parameters: ParameterSource): boolean {
  return read.every(({ name, value, cite }) => {
    const now = parameters.get(name)
    return now.value === value && now.cite === cite
  })
}
