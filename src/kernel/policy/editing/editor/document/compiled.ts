import { Problem, type ProblemItem } from '../../../../../platform/contract/public.ts'
import { civilDate, isCivilDate } from '../../../../values/public.ts'
import { compile, type Program } from '../../../deciding/compile.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { countySource, type CountyValue } from '../county-values.ts'

/** The scheme made ready for a day, by the compiler that decides; or everything that keeps it from being so. */
export function compiledOn(
  document: PackDocument,
  values: readonly CountyValue[],
  day: string,
): Program | readonly ProblemItem[] {
  if (!isCivilDate(day))
    return [{ at: 'inForce.from', sentence: { zh: '还没有施行日期', en: 'there is no day in force yet' } }]
  try {
    return compile(document, { on: civilDate(day), parameters: countySource(values, day) })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.items.length > 0 ? error.items : [{ at: '', sentence: error.sentence }]
  }
}

export function isProgram(compiled: Program | readonly ProblemItem[]): compiled is Program {
  return !Array.isArray(compiled)
}
