import type { CivilDate } from '../../values/public.ts'
import type { Program } from '../deciding/compile.ts'
import { contentHash } from '../decisions/content-hash.ts'
import { familiesOf, parametersOn } from './library.ts'
import { readPack, type SchemePack } from './pack.ts'
import type { PackFile } from './policy-files.ts'
import { programFor } from './programs.ts'

/** A document that decides on any day, by the values of that day. */
export type DatedProgram = { readonly pack: SchemePack; readonly on: (day: CivilDate) => Program }

/** Any whole pack beside the schemes of a county, made ready for the days of many cases. */
export function datedProgram(
  document: unknown,
  { district, beside }: { readonly district: number; readonly beside: readonly Pick<PackFile, 'pack'>[] },
): DatedProgram {
  const pack = readPack(document)
  const families = familiesOf([...beside, { pack }])
  const given = { document, pack, sha256: contentHash(document) }
  const known = new Map<CivilDate, Program>()
  return {
    pack,
    on(day) {
      const program =
        known.get(day) ?? programFor(given, { parameters: parametersOn(district, day), families, on: day })
      known.set(day, program)
      return program
    },
  }
}
