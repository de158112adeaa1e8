import { Checkbox } from 'antd'
import { useLocale } from '../../../platform/ui/public.ts'

type FamilyChoiceProps = {
  label: string
  families: readonly { code: string; label: { zh: string; en: string } }[]
  value: readonly string[]
  onChange: (families: string[]) => void
}

/** Which families of subsidies; what does not count is not offered. */
export function FamilyChoice({ label, families, value, onChange }: FamilyChoiceProps) {
  const locale = useLocale()
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="hist-label">{label}</legend>
      <Checkbox.Group
        value={[...value]}
        options={families
          .filter((family) => family.code !== 'OTHER')
          .map((family) => ({ value: family.code, label: family.label[locale] }))}
        onChange={(chosen) => onChange(chosen.map(String))}
      />
    </fieldset>
  )
}
