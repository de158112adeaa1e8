import {
  Callout,
  type Column,
  DenseTable,
  PageFrame,
  SearchBox,
  useCall,
  useDistrict,
  useFilters,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import { type ColumnShape, exportPersonalRegister, getPersonalRegister } from './contract.ts'
import { pageWords } from './words.ts'

/** What is held about people, why, until when, and who sees it? */
export default function RegisterPage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const district = useDistrict()
  const { filters, set } = useFilters({ find: '' })
  const { data, problem, retry } = useCall(getPersonalRegister)
  const asked = filters.find.toLowerCase()
  const rows = data?.items.filter((row) =>
    [row.column, ...[row.what, row.how, row.why, row.until, row.seen].map((each) => each[locale])].some((text) =>
      text.toLowerCase().includes(asked),
    ),
  )
  const columns: Column<ColumnShape>[] = [
    { key: 'what', title: say.what, width: 150, pinned: true, wraps: true, show: (row) => row.what[locale] },
    { key: 'how', title: say.how, width: 90, wraps: true, show: (row) => row.how[locale] },
    { key: 'why', title: say.why, width: 180, wraps: true, show: (row) => row.why[locale] },
    { key: 'basis', title: say.basis, width: 230, wraps: true, show: (row) => row.basis[locale] },
    { key: 'until', title: say.until, width: 150, wraps: true, show: (row) => row.until[locale] },
    { key: 'seen', title: say.seen, width: 150, wraps: true, show: (row) => row.seen[locale] },
    { key: 'column', title: say.where, width: 260, wraps: true, show: (row) => <code>{row.column}</code> },
  ]
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      filters={
        <>
          <SearchBox hint={say.filter} value={filters.find} onSearch={(find) => set({ find })} />
          {rows ? <span>{say.counted(rows.length)}</span> : null}
          <a href={`/${district}/api${exportPersonalRegister.path}`}>{say.download}</a>
        </>
      }
    >
      {data?.placeholder ? <Callout tone="attention" title={say.placeholder} /> : null}
      <DenseTable
        label={say.title}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.column}
        empty={{ sentence: say.none }}
        problem={problem}
        onRetry={retry}
      />
    </PageFrame>
  )
}
