import type { Sentence } from '../../../../platform/contract/public.ts'
import { type CountyValue, countyValueOn } from './county-values.ts'

export type FamilyNames = ReadonlyMap<string, Sentence>

/** What the county calls its families of subsidies on a day: its parameter subsidy.families. */
export function familyNames(values: readonly CountyValue[], on: string): FamilyNames {
  const held = countyValueOn(values, 'subsidy.families', on)
  const families = (held?.value ?? []) as readonly { readonly code: string; readonly label: Sentence }[]
  return new Map(families.map(({ code, label }) => [code, label]))
}

/** Families in words; one that the county has no name for by its code. */
export function sayFamilies(codes: readonly string[], names: FamilyNames | undefined): Sentence {
  return {
    zh: codes.map((code) => names?.get(code)?.zh ?? code).join('、'),
    en: codes.map((code) => names?.get(code)?.en ?? code).join(', '),
  }
}
