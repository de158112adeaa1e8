import { Button, Progress } from 'antd'
import {
  PageFrame,
  ProblemAlert,
  saveFile,
  useAct,
  useCall,
  useFilters,
  useLocale,
  usePageParams,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { CasesList } from './CasesList.tsx'
import { cancelTrial, exportTrial, getTrial, type TrialDetail } from './contract.ts'
import { pageWords } from './page-words.ts'
import { isUnderWay } from './rules.ts'
import { Outcome, type Show, Sums } from './Sums.tsx'
import './trials.css'

const SOON_SECONDS = 2
const NOW_AND_THEN_SECONDS = 60

export const NO_FILTER = {
  change: '',
  month: '',
  fund: '',
  town: '',
  provider: '',
  group: '',
  sex: '',
  age: '',
  missing: '',
  refused: '',
  sort: 'day',
  open: '',
}

/** Who would get more or less, what does it cost, and when is the budget used up? */
export default function TrialPage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { trialId } = usePageParams<'trialId'>()
  const { businessDate } = useViewer()
  const { data, problem, retry } = useTrial(trialId)
  const exporting = useAct(exportTrial)
  const { filters, set } = useFilters(NO_FILTER)
  const show: Show = (filter) => set({ ...NO_FILTER, ...filter, open: 'cases' })
  const save = async () => {
    const done = await exporting.act({ params: { trialId }, query: {} })
    if (done.ok) saveFile(done.answer as Blob, `${say.title}-${businessDate}.xlsx`)
  }
  const title = data ? `${data.after.title[locale]} ${data.after.version}` : say.one
  return (
    <PageFrame
      title={title}
      crumbs={[{ label: say.title, to: '/trials' }]}
      meta={data ? `${data.from} – ${data.to} · ${data.before?.version ?? say.asDecided}` : ''}
      actions={
        data?.all && !filters.open ? (
          <Button loading={exporting.busy} onClick={() => void save()}>
            {say.exportIt}
          </Button>
        ) : null
      }
    >
      <ProblemAlert problem={problem ?? exporting.problem} onRetry={retry} />
      {data && isUnderWay(data.status) ? <UnderWay trial={data} /> : null}
      {data?.all && !filters.open ? (
        <>
          <Outcome trial={data} />
          <Sums trial={data} show={show} />
        </>
      ) : null}
      {data?.all && filters.open ? (
        <CasesList trial={data} filters={filters} set={set} onBack={() => set(NO_FILTER)} />
      ) : null}
    </PageFrame>
  )
}

/** Looked at again soon while it is being worked out. */
function useTrial(trialId: string) {
  const first = useCall(getTrial, { params: { trialId } })
  const everySeconds = first.data && isUnderWay(first.data.status) ? SOON_SECONDS : NOW_AND_THEN_SECONDS
  return useCall(getTrial, { params: { trialId } }, { everySeconds })
}

/** How far it is; who asked for it can break it off. */
function UnderWay({ trial }: { trial: TrialDetail }) {
  const say = useWords(pageWords)
  const cancelling = useAct(cancelTrial)
  const { id, casesDone, casesOf, isOwn } = trial
  return (
    <div>
      <ProblemAlert problem={cancelling.problem} />
      <Progress percent={casesOf ? Math.floor((100 * casesDone) / casesOf) : 0} />
      <span>{say.progress(casesDone, casesOf)}</span>{' '}
      {isOwn ? (
        <Button size="small" loading={cancelling.busy} onClick={() => void cancelling.act({ params: { trialId: id } })}>
          {say.cancel}
        </Button>
      ) : null}
    </div>
  )
}
