import { useAct, useLocale, useWords } from '../../../platform/ui/public.ts'
import { ColumnMeanings, type Told } from '../mapping/ColumnMeanings.tsx'
import { type ColumnAsked, rememberColumns } from './contract.ts'
import { COLUMN_TITLES, type Meaning, MEANINGS, REQUIRED_COLUMNS } from './meanings.ts'
import { pageWords } from './page-words.ts'

type MappingFormProps = {
  columns: readonly ColumnAsked[]
  /** The button, where nothing is imported afterwards. */
  save?: string
  onRemembered: () => void
}

/** Asks once what each column of a ledger means. */
export function MappingForm({ columns, save, onRemembered }: MappingFormProps) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const remembering = useAct(rememberColumns)

  async function remember(told: Told<Meaning>[]) {
    if ((await remembering.act({ body: { columns: told } })).ok) onRemembered()
  }

  return (
    <ColumnMeanings<Meaning>
      columns={columns}
      meanings={MEANINGS}
      required={REQUIRED_COLUMNS}
      titleOf={(meaning) => COLUMN_TITLES[meaning][locale]}
      say={say}
      save={save ?? say.mapping.save}
      busy={remembering.busy}
      problem={remembering.problem}
      onSave={(told) => void remember(told)}
    />
  )
}
