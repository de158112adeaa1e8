import { Button } from 'antd'
import {
  Callout,
  Figures,
  GoLink,
  Instant,
  PageFrame,
  ParcelProgress,
  ProblemAlert,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useGo,
  usePageParams,
  useTell,
  useViewer,
  useWords,
  Waiting,
  Yuan,
} from '../../../platform/ui/public.ts'
import '../claims/claims.css'
import { PeopleTable } from '../claims/PeopleTable.tsx'
import { getProvinceList, listAgain, type ListShown } from './contract.ts'
import { ListActions } from './ListActions.tsx'
import { pageWords } from './page-words.ts'
import './province.css'
import { LIST_TONE } from './tones.ts'

/** One pre-checked list: who is on it and why, what happened to it, and what can be done next. */
export default function ProvinceListPage() {
  const say = useWords(pageWords)
  const go = useGo()
  const { listId } = usePageParams<'listId'>()
  const { data, problem, retry } = useCall(getProvinceList, { params: { listId } })
  const crumbs = [{ label: say.lists, to: '/province/lists' }]
  if (problem || !data) {
    return (
      <PageFrame title={say.list} crumbs={crumbs}>
        {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : <Waiting rows={10} />}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title={data.title}
      crumbs={crumbs}
      meta={
        <>
          <StateTag tone={LIST_TONE[data.status]}>{say.status[data.status]}</StateTag> {say.list} {data.number} ·{' '}
          {data.organisationName} · <SentenceText sentence={data.schemeTitle} /> {data.schemeVersion}
        </>
      }
      actions={
        <>
          <GoLink className="sj-button" to={`/trail/province-list/${data.id}`}>
            {say.walk}
          </GoLink>
          <GoLink className="sj-button" to="/province/reconciliation" query={{ scheme: data.scheme }}>
            {say.reconciliation}
          </GoLink>
          <MakeAnew list={data} />
        </>
      }
    >
      <Figures
        figures={[
          { label: say.figures.amount, value: <Yuan fen={data.amountFen} /> },
          { label: say.figures.heads, value: `${data.headCount} / ${data.heldCount} / ${data.refusedCount}` },
          { label: say.figures.checks, value: `${data.checksPassed} / ${data.checksAsked}` },
        ]}
      />
      <p className="sj-meta">{say.noMoneyHere}</p>
      {data.mayNotPass ? <Callout tone="refused" title={<SentenceText sentence={data.mayNotPass} />} /> : null}
      <Unavailable list={data} />
      <PeopleTable people={data.people} narrow onPerson={(decisionId) => go(`/trail/decision/${decisionId}`)} />
      {data.file ? (
        <p className="sj-meta">
          {say.sent(data.file.name, data.file.sha256)} · <SentenceText sentence={data.file.by.post} />{' '}
          <Instant at={data.file.by.at} /> · {say.purpose}: {data.file.purpose}
        </p>
      ) : null}
      <h2>{say.history}</h2>
      <ParcelProgress
        label={say.history}
        steps={data.history.map(({ at, from, to, byName, note }, nth) => ({
          key: `${nth}`,
          title: from === null ? say.made : say.status[to],
          state: to === 'returned' ? ('stopped' as const) : ('done' as const),
          note: (
            <>
              <Instant at={at} /> · {byName ?? say.byPlatform}
              {note === '' ? null : <span className="claim-reason">{note}</span>}
            </>
          ),
        }))}
      />
      <ListActions list={data} />
    </PageFrame>
  )
}

/** Checks without an answer are told one by one: they are never a silent pass. */
function Unavailable({ list: { unavailable } }: { list: ListShown }) {
  const say = useWords(pageWords)
  if (unavailable.length === 0) return null
  return (
    <Callout tone="attention" title={say.unavailable(unavailable.length)}>
      <ul className="prov-told">
        {unavailable.map(({ checkId, title, people, then }) => (
          <li key={checkId}>
            {checkId} <SentenceText sentence={title} /> · {say.unavailableThen(people, then)}
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** A returned list is made anew from the records as they are now. */
function MakeAnew({ list }: { list: ListShown }) {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const go = useGo()
  const tell = useTell()
  const again = useAct(listAgain)
  if (list.status !== 'returned' || !may(listAgain.may)) return null

  async function make() {
    const done = await again.act({ params: { listId: list.id } })
    if (!done.ok) return
    tell(pageWords.madeAgain(done.answer.number))
    go(`/province/lists/${done.answer.id}`)
  }

  return (
    <>
      <Button type="primary" loading={again.busy} onClick={() => void make()}>
        {say.listAgain}
      </Button>
      <ProblemAlert problem={again.problem} takesFocus />
    </>
  )
}
