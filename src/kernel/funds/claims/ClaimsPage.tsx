import { Button, Input } from 'antd'
import { useState } from 'react'
import {
  type Chip,
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  Modal,
  PageFrame,
  SearchBox,
  SentenceText,
  StateTag,
  useFilters,
  useGo,
  useListing,
  useLocale,
  useViewer,
  useWords,
  Yuan,
  yuanText,
  listed,
  useExport,
} from '../../../platform/ui/public.ts'
import { FEN_LIMIT, parseYuan } from '../../values/public.ts'
import './claims.css'
import { STATUS_TONE } from './claim-tones.ts'
import { exportClaims, type ListedClaim, listClaims } from './contract.ts'
import { CLAIM_STATUSES, type ClaimStatus } from './rules.ts'
import { words } from './words.ts'

const NO_FILTER = { status: '', frozen: '', organisation: '', scheme: '', search: '', from: '', to: '' }

/** All claims, newest first; every filter is a chip in the address, and the file is exactly what is filtered. */
export default function ClaimsPage() {
  const say = useWords(words)
  const go = useGo()
  const locale = useLocale()
  const { organisationId } = useViewer()
  const { filters, set, clear, filtered } = useFilters(NO_FILTER)
  const query = queryOf(filters)
  const listing = useListing(listClaims, { query })
  const exporting = useExport(exportClaims, { query }, say.exportName)
  const first = listing.rows?.[0]
  const chips: Chip[] = [
    {
      key: 'frozen',
      label: say.onlyFrozen,
      on: filters.frozen !== '',
      toggle: () => set({ frozen: filters.frozen ? '' : 'yes' }),
    },
    ...CLAIM_STATUSES.map((status) => ({
      key: status,
      label: say.status[status],
      on: filters.status === status,
      toggle: () => set({ status: filters.status === status ? '' : status }),
    })),
    ...(filters.organisation
      ? [
          {
            key: 'organisation',
            label: first?.organisationName ?? say.organisation,
            remove: () => set({ organisation: '' }),
          },
        ]
      : []),
    ...(filters.scheme
      ? [{ key: 'scheme', label: first?.schemeTitle[locale] ?? say.scheme, remove: () => set({ scheme: '' }) }]
      : []),
    ...(query.atLeastFen
      ? [{ key: 'from', label: say.atLeast(yuanText(query.atLeastFen)), remove: () => set({ from: '' }) }]
      : []),
    ...(query.atMostFen
      ? [{ key: 'to', label: say.atMost(yuanText(query.atMostFen)), remove: () => set({ to: '' }) }]
      : []),
  ]

  return (
    <PageFrame
      title={say.title}
      filters={<FilterChips chips={chips} onClear={filtered && clear} />}
      search={<SearchBox value={filters.search} onSearch={(search) => set({ search })} hint={say.searchHint} />}
      actions={<AmountFilter from={filters.from} to={filters.to} onSet={set} />}
    >
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={useColumns(organisationId === null, set)}
        rowKey={(claim) => claim.id}
        empty={{ sentence: filtered ? say.noClaims : say.noClaimsYet }}
        problem={exporting.problem ?? listing.problem}
        onOpen={(claim) => go(`/claims/${claim.id}`)}
        onExport={exporting.onExport}
      />
    </PageFrame>
  )
}

/** What the address asks for, as the contract asks it; yuan that cannot be read, or are out of range, are no filter. */
function queryOf({
  status,
  frozen,
  organisation,
  scheme,
  search,
  from,
  to,
}: { [K in keyof typeof NO_FILTER]: string }) {
  const fen = (yuan: string) => {
    const read = parseYuan(yuan)
    return read.ok && read.value >= 0n && read.value < FEN_LIMIT ? String(read.value) : ''
  }
  return {
    ...(CLAIM_STATUSES.some((each) => each === status) ? { status: status as ClaimStatus } : {}),
    ...(frozen ? { frozen: 'yes' as const } : {}),
    ...(organisation ? { organisation } : {}),
    ...(scheme ? { scheme } : {}),
    ...(search ? { search } : {}),
    ...(fen(from) ? { atLeastFen: fen(from) } : {}),
    ...(fen(to) ? { atMostFen: fen(to) } : {}),
  }
}

type SetFilters = (change: Partial<{ [K in keyof typeof NO_FILTER]: string }>) => void

function useColumns(showOrganisation: boolean, set: SetFilters): Column<ListedClaim>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    {
      key: 'number',
      title: say.number,
      width: 132,
      pinned: true,
      show: (row) => (
        <>
          <span className="sj-num">{row.number}</span>{' '}
          {row.isSupplement ? <StateTag tone="now">{say.supplement}</StateTag> : null}
        </>
      ),
    },
    { key: 'title', title: say.class, show: (row) => <GoLink to={`/claims/${row.id}`}>{row.title}</GoLink> },
    ...(showOrganisation
      ? [
          {
            key: 'organisation',
            title: say.organisation,
            width: 176,
            show: (row: ListedClaim) => (
              <button
                type="button"
                className="sj-plain claim-pick"
                title={say.onlyThis}
                onClick={() => set({ organisation: row.organisationId })}
              >
                {row.organisationName}
              </button>
            ),
          },
        ]
      : []),
    {
      key: 'scheme',
      title: say.scheme,
      width: 210,
      wraps: locale === 'en',
      show: (row) => <SentenceText sentence={row.schemeTitle} />,
    },
    {
      key: 'heads',
      title: say.headsShort,
      width: 112,
      kind: 'number',
      show: (row) => `${row.headCount} / ${row.heldCount} / ${row.refusedCount}`,
    },
    { key: 'amount', title: say.amountYuan, width: 96, kind: 'number', show: (row) => <Yuan fen={row.amountFen} /> },
    {
      key: 'status',
      title: say.state,
      width: 150,
      wraps: true,
      show: (row) => (
        <>
          <StateTag tone={STATUS_TONE[row.status]}>{say.status[row.status]}</StateTag>
          {row.frozenBy ? <Frozen by={row.frozenBy} /> : null}
        </>
      ),
    },
    {
      key: 'assembled',
      title: say.assembledOn,
      width: 108,
      show: (row) => <span className="sj-num">{row.assembledOn}</span>,
    },
  ]
}

/** The case that keeps a claim from going on; whoever may read it goes there. */
function Frozen({ by: { caseId, number, sentence } }: { by: NonNullable<ListedClaim['frozenBy']> }) {
  const say = useWords(words)
  const locale = useLocale()
  const { may } = useViewer()
  const tag = <StateTag tone="refused">{say.frozenBy(number)}</StateTag>
  return <span title={sentence[locale]}>{may('case.read') ? <GoLink to={`/cases/${caseId}`}>{tag}</GoLink> : tag}</span>
}

/** The range of amounts, asked in yuan. */
function AmountFilter({ from, to, onSet }: { from: string; to: string; onSet: SetFilters }) {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState({ from, to })
  return (
    <>
      <Button
        onClick={() => {
          setTyped({ from, to })
          setOpen(true)
        }}
      >
        {say.amountFilter}
      </Button>
      <Modal
        open={open}
        title={say.amountFilter}
        onOk={() => {
          onSet(typed)
          setOpen(false)
        }}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p>
          <label htmlFor="amount-from">{say.atLeastYuan}</label>
          <Input
            id="amount-from"
            value={typed.from}
            onChange={(event) => setTyped({ ...typed, from: event.target.value })}
          />
        </p>
        <p>
          <label htmlFor="amount-to">{say.atMostYuan}</label>
          <Input id="amount-to" value={typed.to} onChange={(event) => setTyped({ ...typed, to: event.target.value })} />
        </p>
      </Modal>
    </>
  )
}
