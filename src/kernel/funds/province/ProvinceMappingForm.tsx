import { useAct, useWords } from '../../../platform/ui/public.ts'
import { ColumnMeanings, type Told } from '../mapping/ColumnMeanings.tsx'
import { type ProvinceColumnAsked, rememberProvinceColumns } from './contract.ts'
import { type Meaning, MEANINGS, REQUIRED_COLUMNS } from './meanings.ts'
import { pageWords } from './page-words.ts'

type ProvinceMappingFormProps = { columns: readonly ProvinceColumnAsked[]; onRemembered: () => void }

/** Asks once what each column of the province's file means. */
export function ProvinceMappingForm({ columns, onRemembered }: ProvinceMappingFormProps) {
  const say = useWords(pageWords)
  const remembering = useAct(rememberProvinceColumns)

  async function remember(told: Told<Meaning>[]) {
    if ((await remembering.act({ body: { columns: told } })).ok) onRemembered()
  }

  return (
    <ColumnMeanings<Meaning>
      columns={columns}
      meanings={MEANINGS}
      required={REQUIRED_COLUMNS}
      titleOf={(meaning) => say.meanings[meaning]}
      say={say}
      save={say.mapping.save}
      busy={remembering.busy}
      problem={remembering.problem}
      onSave={(told) => void remember(told)}
    />
  )
}
