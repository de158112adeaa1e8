import { useState } from 'react'
import {
  type Column,
  DenseTable,
  PageFrame,
  SearchBox,
  StateTag,
  type UploadAnswer,
  UploadBox,
  useAct,
  useFilters,
  useListing,
  useLocale,
  useViewer,
  useWords,
  listed,
} from '../../platform/ui/public.ts'
import { importOccupations, listOccupations } from './contract.ts'
import { imported, words } from './words.ts'

type Row = {
  id: string
  edition: number
  code: string | null
  nameZh: string
  nameEn: string
  tradeZh: string
  verified: boolean
}

const EDITION = 2022

/** The dictionary of occupations, and the way to correct it from the official list. */
export default function OccupationsPage() {
  const say = useWords(words)
  const locale = useLocale()
  const viewer = useViewer()
  const { filters, set } = useFilters({ search: '' })
  const listing = useListing(listOccupations, { query: filters.search ? { search: filters.search } : {} })
  const columns: Column<Row>[] = [
    { key: 'code', title: say.code, width: 130, show: (row) => row.code ?? '—' },
    {
      key: 'name',
      title: say.occupation,
      show: (row) => (locale === 'zh' ? row.nameZh : `${row.nameEn} ${row.nameZh}`),
    },
    { key: 'trade', title: say.trade, width: 180, show: (row) => row.tradeZh || '—' },
    { key: 'edition', title: say.edition, width: 80, kind: 'number', show: (row) => row.edition },
    {
      key: 'verified',
      title: '',
      width: 120,
      show: (row) => (row.verified ? say.verified : <StateTag tone="attention">{say.unverified}</StateTag>),
    },
  ]
  return (
    <PageFrame
      title={say.occupations}
      meta={say.occupationsLead}
      search={<SearchBox value={filters.search} onSearch={(search) => set({ search })} hint={say.search} />}
    >
      {viewer.may('occupation.import') ? <ImportList /> : null}
      <DenseTable
        {...listed(listing)}
        label={say.occupations}
        columns={columns}
        rowKey={(row) => row.id}
        empty={{ sentence: say.none }}
      />
    </PageFrame>
  )
}

function ImportList() {
  const say = useWords(words)
  const locale = useLocale()
  const { act, busy, sent } = useAct(importOccupations)
  const [answer, setAnswer] = useState<UploadAnswer | null>(null)
  const upload = async (file: File) => {
    setAnswer(null)
    const done = await act({ query: { fileName: file.name, edition: EDITION }, file })
    setAnswer(
      done.ok ? { ok: true, sentence: imported(done.answer.saved)[locale] } : { ok: false, problem: done.problem },
    )
  }
  return (
    <UploadBox
      label={say.importList}
      accept=".xlsx,.xls,.csv"
      hint={say.importHint}
      onFile={(file) => void upload(file)}
      busy={busy}
      progress={sent}
      answer={answer}
    />
  )
}
