import { Button, Select } from 'antd'
import {
  Callout,
  type Chip,
  type Column,
  DenseTable,
  Figures,
  FilterChips,
  GoLink,
  localTime,
  PageFrame,
  ProblemAlert,
  RunningText,
  StateTag,
  useAct,
  useCall,
  useFilters,
  useListing,
  useLocale,
  useViewer,
  useWords,
  Waiting,
  Yuan,
  yuanText,
  listed,
  useExport,
} from '../../../platform/ui/public.ts'
import {
  type DifferenceLine,
  exportDifferences,
  getReconciliation,
  importProvinceFile,
  listDifferences,
  provinceSchemes,
  reconcileNow,
  type ReconciliationShown,
} from './contract.ts'
import { DifferenceDrawer } from './DifferenceDrawer.tsx'
import { pageWords } from './page-words.ts'
import './province.css'
import { type Difference, DIFFERENCES, LINE_STATES, type LineState } from './rules.ts'
import { LINE_TONE } from './tones.ts'

const NO_FILTER = { scheme: '', kind: '', state: '', line: '' }

/** What the province says against our own lists: the counts in one sentence, then every difference. */
export default function ReconciliationPage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { may } = useViewer()
  const schemes = useCall(provinceSchemes)
  const { filters, set } = useFilters(NO_FILTER)
  const items = schemes.data?.items ?? []
  const scheme = items.some((each) => each.scheme === filters.scheme) ? filters.scheme : (items[0]?.scheme ?? '')
  const comparing = useAct(reconcileNow)
  const { data, problem, retry } = useCall(getReconciliation, { query: { scheme } }, { enabled: scheme !== '' })
  if (!schemes.data || (scheme !== '' && !data && !problem)) {
    return (
      <PageFrame title={say.reconciliation} meta={say.reconciliationMeta}>
        {schemes.problem ? <ProblemAlert problem={schemes.problem} onRetry={schemes.retry} /> : <Waiting rows={10} />}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title={say.reconciliation}
      meta={say.reconciliationMeta}
      filters={data ? <Chips counts={data.counts} filters={filters} set={set} /> : undefined}
      actions={
        <>
          {may(importProvinceFile.may) ? (
            <GoLink className="sj-button" to="/province/import" query={{ scheme }}>
              {say.importFile}
            </GoLink>
          ) : null}
          {may(reconcileNow.may) ? (
            <Button loading={comparing.busy} onClick={() => void comparing.act({ body: { scheme } })}>
              {say.again}
            </Button>
          ) : null}
          <Button onClick={() => window.print()}>{say.print}</Button>
        </>
      }
    >
      <ProblemAlert problem={problem ?? comparing.problem} onRetry={retry} />
      {scheme === '' ? <p>{say.noScheme}</p> : null}
      {items.length > 1 ? (
        <p>
          <Select<string>
            aria-label={say.scheme}
            style={{ width: 420, maxWidth: '100%' }}
            value={scheme}
            options={items.map((each) => ({ value: each.scheme, label: each.title[locale] }))}
            onChange={(chosen) => set({ scheme: chosen, line: '' })}
          />
        </p>
      ) : null}
      {data ? <Told reconciliation={data} /> : null}
      {data ? <Differences scheme={scheme} filters={filters} set={set} /> : null}
      <DifferenceDrawer lineId={filters.line || null} onClose={() => set({ line: '' })} />
    </PageFrame>
  )
}

type Filters = { readonly [K in keyof typeof NO_FILTER]: string }
type SetFilters = (change: Partial<Filters>) => void

/** A chip for each kind that there is, with how many; and for each state. */
function Chips({ counts, filters, set }: { counts: ReconciliationShown['counts']; filters: Filters; set: SetFilters }) {
  const say = useWords(pageWords)
  const count = (is: (of: (typeof counts)[number]) => boolean) =>
    counts.filter(is).reduce((sum, { lines }) => sum + lines, 0)
  const chips: Chip[] = [
    ...DIFFERENCES.map((kind) => ({
      key: kind,
      label: say.kinds[kind],
      count: count((of) => of.kind === kind),
      on: filters.kind === kind,
      toggle: () => set({ kind: filters.kind === kind ? '' : kind }),
    })),
    ...LINE_STATES.map((state) => ({
      key: state,
      label: say.lineStates[state],
      count: count((of) => of.state === state),
      on: filters.state === state,
      toggle: () => set({ state: filters.state === state ? '' : state }),
    })),
  ]
  // What there is none of is not offered, unless it is what the address asks for.
  return <FilterChips chips={chips.filter((chip) => !('count' in chip) || chip.count !== 0 || chip.on)} />
}

/** The counts in one plain sentence, then the figures of both sides. */
function Told({ reconciliation: data }: { reconciliation: ReconciliationShown }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const open = DIFFERENCES.map((kind) => ({
    kind,
    lines: data.counts
      .filter((each) => each.kind === kind && (each.state === 'open' || each.state === 'reopened'))
      .reduce((sum, each) => sum + each.lines, 0),
  })).filter(({ lines }) => lines > 0)
  const asked = data.counts.filter((each) => each.state === 'asked').reduce((sum, each) => sum + each.lines, 0)
  const { newest, at } = data
  return (
    <>
      <Callout
        tone={!newest ? 'now' : open.length > 0 ? 'attention' : 'good'}
        title={!newest ? say.never : open.length > 0 ? say.differ(open) : say.allAgree(data.agreeCount)}
      >
        {asked > 0 ? <p>{say.asked(asked)}</p> : null}
        <p className="sj-meta">
          {data.title[locale]}
          <RunningText>{newest ? ` · ${say.asOf(newest.asOf)} · ${newest.fileName}` : ''}</RunningText>
          <RunningText>{at ? ` · ${say.comparedAt(localTime(at))}` : ''}</RunningText>
        </p>
      </Callout>
      <Figures
        figures={[
          { label: say.hereSum, value: `${data.hereCount} / ${yuanText(data.hereFen)}` },
          { label: say.thereSum, value: `${data.thereCount} / ${yuanText(data.thereFen)}` },
          { label: say.paidSum, value: `${data.paidCount} / ${yuanText(data.paidFen)}` },
          { label: say.agreeSum, value: data.agreeCount },
        ]}
      />
    </>
  )
}

function Differences({ scheme, filters, set }: { scheme: string; filters: Filters; set: SetFilters }) {
  const say = useWords(pageWords)
  const isKind = DIFFERENCES.some((each) => each === filters.kind)
  const isState = LINE_STATES.some((each) => each === filters.state)
  const query = {
    scheme,
    ...(isKind ? { kind: filters.kind as Difference } : {}),
    ...(isState ? { state: filters.state as LineState } : {}),
  }
  const listing = useListing(listDifferences, { query })
  const exporting = useExport(exportDifferences, { query }, say.exportName)
  const said = [
    ...(isKind ? [say.kinds[filters.kind as Difference]] : []),
    ...(isState ? [say.lineStates[filters.state as LineState]] : []),
  ]

  return (
    <>
      <p className="prov-filters">{say.filters(said.length > 0 ? said.join('、') : say.unfiltered)}</p>
      <DenseTable
        {...listed(listing)}
        label={say.reconciliation}
        columns={useColumns()}
        rowKey={(line) => line.id}
        empty={{ sentence: said.length > 0 ? say.noLines : say.nothingDiffers }}
        problem={exporting.problem ?? listing.problem}
        onOpen={(line) => set({ line: line.id })}
        openKey={filters.line || null}
        onExport={exporting.onExport}
      />
    </>
  )
}

function useColumns(): Column<DifferenceLine>[] {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { columns } = say
  return [
    { key: 'kind', title: columns.kind, width: 150, pinned: true, show: (row) => say.kinds[row.kind] },
    { key: 'name', title: columns.person, width: 70, show: (row) => row.maskedName },
    {
      key: 'identity',
      title: columns.identity,
      width: 168,
      show: (row) => <span className="sj-num">{row.maskedIdentity}</span>,
    },
    {
      key: 'here',
      title: columns.here,
      width: 150,
      show: ({ here }) =>
        here ? (
          <span className="sj-num">
            {here.reference}
            {here.standing === 'due' ? (here.isSent ? '' : ` ${say.notSent}`) : ` ${say.standing[here.standing]}`}
          </span>
        ) : (
          say.notHere
        ),
    },
    {
      key: 'hereFen',
      title: columns.hereFen,
      width: 96,
      kind: 'number',
      show: ({ here }) => (here ? <Yuan fen={here.amountFen} /> : ''),
    },
    {
      key: 'there',
      title: columns.there,
      width: 150,
      show: ({ there }) =>
        there ? (
          <span className="sj-num">
            {there.reference} {say.states[there.state]}
          </span>
        ) : (
          say.notThere
        ),
    },
    {
      key: 'thereFen',
      title: columns.thereFen,
      width: 104,
      kind: 'number',
      show: ({ there }) => (there ? <Yuan fen={there.paidFen ?? there.amountFen} /> : ''),
    },
    {
      key: 'stands',
      title: columns.stands,
      width: 126,
      show: (row) => <StateTag tone={LINE_TONE[row.state]}>{say.lineStates[row.state]}</StateTag>,
    },
    {
      key: 'reason',
      title: columns.reason,
      show: ({ other, settlement, there }) => settlement?.reason ?? other?.label[locale] ?? there?.reason ?? '',
    },
  ]
}
