import { Button } from 'antd'
import { useState } from 'react'
import { SealedPaper } from '../../integrity/papers/SealedPaperPanel.tsx'
import {
  AddPaper,
  type Column,
  type Decided,
  DecideDialog,
  DenseTable,
  Figures,
  GoLink,
  localTime,
  PageFrame,
  ProblemAlert,
  ReasonDialog,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useLocale,
  usePageParams,
  useTell,
  useViewer,
  useWords,
  Waiting,
  whoText,
  Yuan,
} from '../../../platform/ui/public.ts'
import { Signed } from './Changes.tsx'
import {
  addRedecisionFile,
  answerRedecision,
  getRedecision,
  openRedecisionFile,
  type RedecisionDetail,
  withdrawRedecision,
} from './contract.ts'
import { pageWords } from './page-words.ts'
import { REDECISION_TONE } from './RedecisionsPage.tsx'
import './redecisions.css'

type Item = RedecisionDetail['items'][number]

function useColumns(): Column<Item>[] {
  const say = useWords(pageWords)
  return [
    {
      key: 'person',
      title: say.columns.people,
      width: 150,
      pinned: true,
      show: (row) => `${say.place(row.position)} ${row.maskedName}`,
    },
    { key: 'was', title: say.columns.was, width: 130, kind: 'number', show: (row) => <Yuan fen={row.wasFen} /> },
    { key: 'now', title: say.columns.now, width: 130, kind: 'number', show: (row) => <Yuan fen={row.effectiveFen} /> },
    {
      key: 'difference',
      title: say.columns.difference,
      width: 130,
      kind: 'number',
      show: (row) => <Signed fen={String(BigInt(row.effectiveFen) - BigInt(row.wasFen))} />,
    },
    { key: 'answer', title: say.outcome, width: 120, show: (row) => say.answers[row.answer] },
    {
      key: 'see',
      title: '',
      show: (row) => (
        <>
          <GoLink to={`/claims/${row.claim.id}`} query={{ person: row.decisionId }}>
            {say.toPerson}
          </GoLink>{' '}
          {row.madeId ? <GoLink to={`/trail/decision/${row.madeId}`}>{say.walk}</GoLink> : null}
        </>
      ),
    },
  ]
}

/** Why is this decided anew, whom does it concern, who said so, and what does another person say? */
export default function RedecisionPage() {
  const say = useWords(pageWords)
  const { redecisionId } = usePageParams<'redecisionId'>()
  const { may } = useViewer()
  const { data, problem, retry } = useCall(getRedecision, { params: { redecisionId } })
  const [doing, setDoing] = useState<'answer' | 'withdraw' | null>(null)
  const detail = data?.id === redecisionId ? data : undefined
  const decides = detail?.state === 'waiting' && !detail.own && may(answerRedecision.may)
  return (
    <PageFrame
      title={detail ? `${say.title} · ${say.causes[detail.cause]}` : say.title}
      meta={detail ? `${detail.group.title} · ${detail.document}` : null}
      crumbs={[{ label: say.title, to: '/redecisions' }]}
      actions={
        detail ? (
          <>
            <GoLink className="sj-button" to={`/trail/redecision/${detail.id}`}>
              {say.walk}
            </GoLink>
            {detail.state === 'waiting' && detail.own ? (
              <Button onClick={() => setDoing('withdraw')}>{say.withdraw}</Button>
            ) : null}
            {decides ? (
              <Button type="primary" disabled={detail.mayNotConfirm !== null} onClick={() => setDoing('answer')}>
                {say.decide}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!detail && !problem ? <Waiting rows={8} /> : null}
      {detail ? <Detail detail={detail} /> : null}
      {detail && doing === 'answer' ? <AnswerDialog detail={detail} onDone={() => setDoing(null)} /> : null}
      {detail && doing === 'withdraw' ? <WithdrawDialog id={detail.id} onDone={() => setDoing(null)} /> : null}
    </PageFrame>
  )
}

function Detail({ detail }: { detail: RedecisionDetail }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const columns = useColumns()
  const { manual, answer, about } = detail
  return (
    <>
      {detail.mayNotConfirm && detail.state === 'waiting' ? (
        <p className="sj-meta">
          <SentenceText sentence={detail.mayNotConfirm} />
        </p>
      ) : null}
      <Figures
        figures={[
          { label: say.columns.people, value: say.people(detail.people) },
          { label: say.columns.difference, value: <Signed fen={detail.differenceFen} /> },
          {
            label: say.columns.state,
            value: <StateTag tone={REDECISION_TONE[detail.state]}>{say.states[detail.state]}</StateTag>,
          },
        ]}
      />
      <p>{detail.reason}</p>
      {about ? (
        <p>
          <SentenceText sentence={about.title} />
        </p>
      ) : null}
      {manual ? (
        <p>
          <StateTag tone="attention">{say.causes.manual}</StateTag> {say.outcomes[manual.outcome]} ·{' '}
          <Yuan fen={manual.fen} unit /> · <SentenceText sentence={manual.clause} /> · {manual.reason}
        </p>
      ) : null}
      <p className="sj-meta">
        {whoText(detail.proposed.by, locale)} · {localTime(detail.proposed.at)}
        {answer ? (
          <>
            {' '}
            → {say.states[answer.outcome]} · {whoText(answer.by, locale)} · {localTime(answer.at)}
            {answer.reason ? ` · ${answer.reason}` : ''}
          </>
        ) : null}
      </p>
      <DenseTable
        label={say.columns.people}
        columns={columns}
        rows={detail.items}
        rowKey={(row) => row.decisionId}
        empty={{ sentence: say.none }}
      />
      <h2>{say.papers}</h2>
      {detail.files.length === 0 ? <p className="sj-meta">{say.noPapers}</p> : null}
      {detail.files.map((file) => (
        <div key={file.id}>
          <SealedPaper
            file={file}
            title={say.papers}
            opens={openRedecisionFile}
            input={{ params: { redecisionId: detail.id, fileId: file.id } }}
          />
        </div>
      ))}
      {detail.mayAddFile ? (
        <AddPaper
          say={say}
          takes={addRedecisionFile}
          inputOf={(file) => ({ params: { redecisionId: detail.id }, query: { fileName: file.name }, file })}
        />
      ) : null}
    </>
  )
}

function AnswerDialog({ detail, onDone }: { detail: RedecisionDetail; onDone: () => void }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const answering = useAct(answerRedecision)

  async function decide(outcome: Decided, reason: string) {
    const done = await answering.act({ params: { redecisionId: detail.id }, body: { outcome, reason } })
    if (!done.ok) return
    tell(pageWords.decided)
    onDone()
  }

  return (
    <DecideDialog
      title={say.decideTitle}
      say={say}
      busy={answering.busy}
      problem={answering.problem}
      onDecide={(outcome, reason) => void decide(outcome, reason)}
      onCancel={onDone}
    >
      <div className="anew-preview">
        <p>
          <b>{say.causes[detail.cause]}</b> · {say.people(detail.people)} · {say.difference}{' '}
          <Signed fen={detail.differenceFen} />
        </p>
        <p>{detail.reason}</p>
        <p className="sj-meta">{detail.document}</p>
      </div>
      <p>{say.decideMeans}</p>
    </DecideDialog>
  )
}

function WithdrawDialog({ id: redecisionId, onDone }: { id: string; onDone: () => void }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const withdrawing = useAct(withdrawRedecision)

  async function withdraw(reason: string) {
    const done = await withdrawing.act({ params: { redecisionId }, body: { reason } })
    if (!done.ok) return
    tell(pageWords.withdrawn)
    onDone()
  }

  return (
    <ReasonDialog
      title={say.withdrawTitle}
      send={say.withdraw}
      cancel={say.cancel}
      label={say.reason}
      busy={withdrawing.busy}
      problem={withdrawing.problem}
      onSend={(reason) => void withdraw(reason)}
      onCancel={onDone}
    />
  )
}
