import type { ProblemDocument } from '../../../platform/contract/public.ts'
import {
  type Column,
  DenseTable,
  GoLink,
  type Listing,
  localTime,
  SentenceText,
  StateTag,
  useGo,
  useLocale,
  useWords,
  Yuan,
  listed,
} from '../../../platform/ui/public.ts'

import type { SourceLine } from './contract.ts'
import { pageWords } from './page-words.ts'
import { sayCovers, sayFamilies } from './source-shown.ts'

type SourcesTableProps = {
  label: string
  listing: Listing<SourceLine>
  empty: string
  problem?: ProblemDocument | null
  onExport?: () => void
}

/** Ledgers and look-ups as rows; a row opens its source. */
export function SourcesTable({ label, listing, empty, problem, onExport }: SourcesTableProps) {
  const go = useGo()
  return (
    <DenseTable
      {...listed(listing)}
      label={label}
      columns={useColumns()}
      rowKey={(source) => source.id}
      empty={{ sentence: empty }}
      problem={problem ?? listing.problem}
      onOpen={(source) => go(`/history/${source.id}`)}
      {...(onExport ? { onExport } : {})}
    />
  )
}

function useColumns(): Column<SourceLine>[] {
  const say = useWords(pageWords)
  const locale = useLocale()
  return [
    {
      key: 'source',
      title: say.columns.source,
      pinned: true,
      width: 190,
      show: (row) => <GoLink to={`/history/${row.id}`}>{row.source}</GoLink>,
    },
    { key: 'kind', title: say.columns.kind, width: 120, show: (row) => say.kinds[row.kind] },
    { key: 'families', title: say.columns.families, width: 160, wraps: true, show: (row) => sayFamilies(row, locale) },
    {
      key: 'covers',
      title: say.columns.covers,
      width: 122,
      wraps: true,
      show: (row) => <span className="sj-num">{sayCovers(row, locale)}</span>,
    },
    {
      key: 'group',
      title: say.columns.group,
      wraps: true,
      show: (row) => (row.group ? <SentenceText sentence={row.group.title} /> : null),
    },
    { key: 'rows', title: say.columns.rows, width: 84, kind: 'number', show: (row) => row.rowCount },
    {
      key: 'amount',
      title: say.columns.amountYuan,
      width: 122,
      kind: 'number',
      show: (row) => <Yuan fen={row.amountFen} />,
    },
    {
      key: 'state',
      title: say.columns.state,
      width: 96,
      show: (row) => (
        <StateTag tone={row.withdrawn ? 'plain' : 'good'}>{row.withdrawn ? say.withdrawn : say.counts}</StateTag>
      ),
    },
    {
      key: 'by',
      title: say.columns.by,
      width: 132,
      wraps: true,
      show: (row) => (
        <>
          <SentenceText sentence={row.by.post} /> <span className="sj-num">{localTime(row.by.at).slice(0, 10)}</span>
        </>
      ),
    },
  ]
}
