import { Button } from 'antd'
import {
  type Chip,
  FilterChips,
  PageFrame,
  useFilters,
  useGo,
  useListing,
  useViewer,
  useWords,
  useExport,
} from '../../../platform/ui/public.ts'
import { CoverageGrid } from './CoverageGrid.tsx'
import { exportHistorySources, importLedgerFile, listHistorySources } from './contract.ts'
import './history.css'
import { pageWords } from './page-words.ts'
import { SourcesTable } from './SourcesTable.tsx'

const KINDS = ['ledger', 'province'] as const

/** Which past payments are known, for which years, and from whom. */
export default function HistoryPage() {
  const say = useWords(pageWords)
  const go = useGo()
  const { may } = useViewer()
  const { filters, set, clear, filtered } = useFilters({ kind: '', withdrawn: false })
  const kind = KINDS.find((each) => each === filters.kind)
  const query = { ...(kind ? { kind } : {}), ...(filters.withdrawn ? { withdrawn: 'yes' as const } : {}) }
  const listing = useListing(listHistorySources, { query })
  const exporting = useExport(exportHistorySources, { query }, say.exportName)
  const chips: Chip[] = [
    ...KINDS.map((each) => ({
      key: each,
      label: say.filters[each],
      on: kind === each,
      toggle: () => set({ kind: kind === each ? '' : each }),
    })),
    {
      key: 'withdrawn',
      label: say.filters.withdrawn,
      on: filters.withdrawn,
      toggle: () => set({ withdrawn: !filters.withdrawn }),
    },
  ]

  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      filters={<FilterChips chips={chips} onClear={filtered && clear} />}
      actions={
        <>
          <Button onClick={() => go('/history/remembered')}>{say.remembered}</Button>
          <Button onClick={() => go('/history/lookup')}>{say.lookUp}</Button>
          {may(importLedgerFile.may) ? <Button onClick={() => go('/history/beside')}>{say.beside}</Button> : null}
          {may(importLedgerFile.may) ? (
            <Button type="primary" onClick={() => go('/history/import')}>
              {say.importLedger}
            </Button>
          ) : null}
        </>
      }
    >
      <CoverageGrid />
      <SourcesTable
        label={say.title}
        listing={listing}
        empty={filtered ? say.noneFound : say.noSources}
        problem={exporting.problem}
        onExport={exporting.onExport}
      />
    </PageFrame>
  )
}
