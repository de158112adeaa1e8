import { useLocale } from '../../../../platform/ui/public.ts'
import { Chosen } from './Chosen.tsx'
import { type FamilyNames, familyNames } from './family-names.ts'
import { useEditing } from './editing.tsx'
import { ChoiceField } from './fields.tsx'

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
