import { Button } from 'antd'
import {
  type Column,
  DenseTable,
  listed,
  ProblemAlert,
  SentenceText,
  useCall,
  useListing,
  useLocale,
  useWords,
  yuanText,
} from '../../../platform/ui/public.ts'
import { type CaseFilter, getTrialCase, listTrialCases, type SORTS, type TrialCase } from './contract.ts'
import { pageWords } from './page-words.ts'

type Filters = Record<string, string>

const NOT_A_FILTER: ReadonlySet<string> = new Set(['open', 'sort'])

/** The cases behind a number; the address says which. One that is opened shows both answers side by side. */
export function CasesList({
  trialId,
  filters,
  set,
}: {
  trialId: string
  filters: Filters
  set: (to: Filters) => void
}) {
  const say = useWords(pageWords)
  const columns = useColumns()
  const given = Object.fromEntries(Object.entries(filters).filter(([name, value]) => value && !NOT_A_FILTER.has(name)))
  const query = { ...(given as CaseFilter), sort: (filters['sort'] || 'day') as (typeof SORTS)[number] }
  const listing = useListing(listTrialCases, { params: { trialId }, query })
  const open = filters['open']
  return (
    <section>
      <h2>{say.cases}</h2>
      <p>
        <Button size="small" onClick={() => set({ sort: 'gain' })}>
          {say.gain}
        </Button>{' '}
        <Button size="small" onClick={() => set({ sort: 'loss' })}>
          {say.loss}
        </Button>
      </p>
      {open && open !== 'cases' ? <CaseOpened trialId={trialId} factId={open} /> : null}
      <DenseTable
        {...listed(listing)}
        label={say.cases}
        columns={columns}
        rowKey={(row) => row.factId}
        empty={{ sentence: say.noCases }}
        onOpen={(row) => set({ open: row.factId })}
      />
    </section>
  )
}

function CaseOpened({ trialId, factId }: { trialId: string; factId: string }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { data, problem, retry } = useCall(getTrialCase, { params: { trialId, factId } })
  const both = data ? [data.beforeExplained, data.afterExplained] : []
  return (
    <div>
      <ProblemAlert problem={problem} onRetry={retry} />
      {data ? <p className="sj-meta">{say.sources[data.source]}</p> : null}
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
    { key: 'why', title: say.columns.why, show: ({ why }) => why.map((each) => each[locale]).join('；') },
  ]
}
