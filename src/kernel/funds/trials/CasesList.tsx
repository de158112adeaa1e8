import { Button } from 'antd'
import {
  type Chip,
  type Column,
  DenseTable,
  FilterChips,
  listed,
  ProblemAlert,
  saveFile,
  SentenceText,
  useAct,
  useCall,
  useExport,
  useListing,
  useLocale,
  useViewer,
  useWords,
  yuanText,
} from '../../../platform/ui/public.ts'
import {
  type CaseFilter,
  exportTrial,
  exportTrialCases,
  getTrialCase,
  listTrialCases,
  SORTS,
  type TrialCase,
  type TrialDetail,
} from './contract.ts'
import { pageWords } from './page-words.ts'
import { DIMENSIONS } from './rules.ts'

type Filters = Record<string, string>
type CasesProps = { trial: TrialDetail; filters: Filters; set: (to: Filters) => void; onBack: () => void }

const NOT_A_FILTER: ReadonlySet<string> = new Set(['open', 'sort'])

/** The cases behind a number; the address says which. One that is opened shows both answers side by side. */
export function CasesList({ trial, filters, set, onBack }: CasesProps) {
  const say = useWords(pageWords)
  const columns = useColumns()
  const trialId = trial.id
  const given = Object.fromEntries(Object.entries(filters).filter(([name, value]) => value && !NOT_A_FILTER.has(name)))
  const sort = SORTS.find((each) => each === filters['sort']) ?? 'day'
  const query = { ...(given as CaseFilter), sort }
  const listing = useListing(listTrialCases, { params: { trialId }, query })
  const csv = useExport(exportTrialCases, { params: { trialId }, query }, say.cases)
  const xlsx = useWorkbook(trialId, query)
  const chips = useChips(trial, filters, set)
  const open = filters['open'] === 'cases' ? undefined : filters['open']
  return (
    <section>
      <div className="trial-over-cases">
        <Button size="small" onClick={onBack}>
          {say.back}
        </Button>
        <FilterChips chips={chips} />
        {listing.rows?.length ? (
          <Button size="small" title={say.exportHint} loading={xlsx.busy} onClick={xlsx.save}>
            {say.exportCases}
          </Button>
        ) : null}
      </div>
      <ProblemAlert problem={csv.problem ?? xlsx.problem} takesFocus />
      {open ? <CaseOpened trialId={trialId} factId={open} onClose={() => set({ open: 'cases' })} /> : null}
      <DenseTable
        {...listed(listing)}
        label={say.cases}
        columns={columns}
        rowKey={(row) => row.factId}
        empty={{ sentence: say.noCases }}
        openKey={open ?? null}
        onOpen={(row) => set({ open: row.factId })}
        onExport={csv.onExport}
      />
    </section>
  )
}

/** What is filtered, each taken away by itself; and in which order the cases stand. */
function useChips(trial: TrialDetail, filters: Filters, set: (to: Filters) => void): Chip[] {
  const say = useWords(pageWords)
  const locale = useLocale()
  const labels: Record<string, string | undefined> = {
    change: say.changes[filters['change'] as keyof typeof say.changes],
    missing: trial.missing.find(({ code }) => code === filters['missing'])?.label[locale],
    refused: trial.refused.find(({ code }) => code === filters['refused'])?.label[locale],
    ...Object.fromEntries(
      DIMENSIONS.map((name) => [name, trial.counts?.[name].find(({ code }) => code === filters[name])?.label[locale]]),
    ),
  }
  const orders = { day: say.byDay, gain: say.gain, loss: say.loss }
  return [
    ...Object.entries(filters).flatMap(([key, value]) =>
      value && !NOT_A_FILTER.has(key)
        ? [{ key, label: labels[key] ?? value, remove: () => set({ [key]: '', open: 'cases' }) }]
        : [],
    ),
    ...SORTS.map((sort) => ({
      key: sort,
      label: orders[sort],
      on: (filters['sort'] || 'day') === sort,
      toggle: () => set({ sort }),
    })),
  ]
}

function useWorkbook(trialId: string, query: CaseFilter & { sort: (typeof SORTS)[number] }) {
  const say = useWords(pageWords)
  const { businessDate } = useViewer()
  const exporting = useAct(exportTrial)
  const save = async () => {
    const done = await exporting.act({ params: { trialId }, query: { ...query, what: 'cases' } })
    if (done.ok) saveFile(done.answer as Blob, `${say.cases}-${businessDate}.xlsx`)
  }
  return { problem: exporting.problem, busy: exporting.busy, save: () => void save() }
}

function CaseOpened({ trialId, factId, onClose }: { trialId: string; factId: string; onClose: () => void }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { data, problem, retry } = useCall(getTrialCase, { params: { trialId, factId } })
  const both = data ? [data.beforeExplained, data.afterExplained] : []
  return (
    <div className="trial-case">
      <ProblemAlert problem={problem} onRetry={retry} />
      {data ? (
        <p className="sj-meta">
          {data.maskedName} · {data.on} · {say.sources[data.source]}{' '}
          <Button size="small" onClick={onClose}>
            {say.close}
          </Button>
        </p>
      ) : null}
      <div className="trial-both">
        {both.map(({ answer, fen, sentences }, nth) => (
          <section key={nth === 0 ? 'before' : 'after'}>
            <h3>
              {nth === 0 ? say.columns.was : say.columns.now}: {say.answers[answer]} {yuanText(fen)}
            </h3>
            <ol>
              {sentences.map((sentence) => (
                <li key={sentence[locale]}>
                  <SentenceText sentence={sentence} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  )
}

function useColumns(): Column<TrialCase>[] {
  const say = useWords(pageWords)
  const locale = useLocale()
  return [
    { key: 'who', title: say.columns.who, width: 110, pinned: true, show: ({ maskedName }) => maskedName },
    { key: 'on', title: say.columns.on, width: 120, show: ({ on }) => on },
    { key: 'change', title: say.columns.change, width: 120, show: ({ change }) => say.changes[change] },
    { key: 'was', title: say.columns.before, width: 130, kind: 'number', show: ({ before }) => yuanText(before.fen) },
    { key: 'now', title: say.columns.after, width: 130, kind: 'number', show: ({ after }) => yuanText(after.fen) },
    {
      key: 'group',
      title: say.dimensions.group,
      width: 170,
      wraps: true,
      show: ({ group }) => <SentenceText sentence={group} />,
    },
    { key: 'why', title: say.columns.why, wraps: true, show: ({ why }) => why.map((each) => each[locale]).join('；') },
  ]
}
