import type { Sentence } from '../../../../platform/contract/public.ts'
import { useLocale } from '../../../../platform/ui/public.ts'
import { Chosen } from './Chosen.tsx'
import { type CountyValue, countyValueOn } from './county-values.ts'
import { useEditing } from './editing.tsx'
import { ChoiceField } from './fields.tsx'

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

export function useFamilyNames(): FamilyNames {
  const { countyValues, document } = useEditing()
  return familyNames(countyValues, document.inForce.from)
}

function useFamilyChoices() {
  const locale = useLocale()
  return [...useFamilyNames()].map(([value, label]) => ({ value, label: label[locale] }))
}

type FamilyFieldProps = { label: string; family: string | null | undefined; onChange: (family: string) => void }

/** One of the county's families. */
export function FamilyField({ label, family, onChange }: FamilyFieldProps) {
  const { readOnly } = useEditing()
  return (
    <ChoiceField
      label={label}
      value={family ?? ''}
      choices={useFamilyChoices()}
      readOnly={readOnly}
      onChange={onChange}
    />
  )
}

type FamiliesFieldProps = {
  label: string
  families: readonly string[]
  mayBeNone?: boolean
  onChange: (families: string[]) => void
}

/** Some of the county's families. */
export function FamiliesField({ label, families, mayBeNone = false, onChange }: FamiliesFieldProps) {
  const { readOnly } = useEditing()
  return (
    <Chosen
      label={label}
      choices={useFamilyChoices()}
      chosen={families}
      mayBeNone={mayBeNone}
      readOnly={readOnly}
      onChange={onChange}
    />
  )
}
