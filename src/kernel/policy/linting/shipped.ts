import { addDays, civilDate, divisionCode } from '../../values/public.ts'
import { familiesOf } from '../packs/library.ts'
import { layersOf, type PackFile, type PolicyFolder } from '../packs/policy-files.ts'
import { isParameterName } from '../parameters/parameter-shapes.ts'
import { regionsOf, resolveParameters } from '../parameters/parameters.ts'
import type { LintFinding } from './finding.ts'
import { lintPack } from './lint.ts'
import type { Supply } from './supply.ts'

export type LintedFile = { readonly file: PackFile; readonly findings: readonly LintFinding[] }

/** Every scheme of a folder, read with the parameters of its own region and beside the others. */
export function lintFolder(
  folder: PolicyFolder,
  more: { supplies?: readonly Supply[]; strong?: boolean } = {},
): LintedFile[] {
  const families = familiesOf(folder.packs)
  return folder.packs.map((file) => {
    const layers = layersOf(folder, regionsOf(divisionCode(file.pack.region)))
    const changesOf = (names: readonly string[]) => {
      const dated = names
        .filter(isParameterName)
        .flatMap((name) => layers.flatMap(({ values }) => values.get(name) ?? []))
      return dated.flatMap(({ from, to }) => [
        civilDate(from),
        ...(to === undefined ? [] : [addDays(civilDate(to), 1)]),
      ])
    }
    const parametersOn = (on: Parameters<typeof resolveParameters>[1]) => resolveParameters(layers, on)
    const options = { families, others: folder.packs, changesOf, parametersOn, ...more }
    return { file, findings: lintPack(file.document, options) }
  })
}
