import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  FilterChips,
  Instant,
  listed,
  Modal,
  PageFrame,
  ProblemAlert,
  SealedFile,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useFilters,
  useListing,
  useLocale,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import {
  answerCorrection,
  countCorrections,
  decideCorrectionRequest,
  type ListedCorrection,
  listCorrections,
  openCorrectionFile,
} from './contract.ts'
import { LONGEST, needsSecond, type Outcome } from './rules.ts'
import { ReachButton } from './ReachDialog.tsx'
import { ITEM_WORDS, STATE_WORDS, words } from './words.ts'

const LISTS = ['open', 'second', 'settled'] as const

/** What people ask to be put right in what is held of them: a queue to be answered, and to be confirmed by a second person. */
export default function CorrectionsPage() {
  const say = useWords(words)
  const locale = useLocale()
  const { filters, set } = useFilters({ state: 'open' })
  const state = LISTS.find((each) => each === filters.state) ?? 'open'
  const listing = useListing(listCorrections, { query: { state } })
  const counts = useCall(countCorrections)
  const [answering, setAnswering] = useState<ListedCorrection | null>(null)
  const [deciding, setDeciding] = useState<ListedCorrection | null>(null)
  const named = { open: STATE_WORDS.open[locale], second: STATE_WORDS.second[locale], settled: say.settled }
  const counted = { open: counts.data?.open, second: counts.data?.second, settled: undefined }
  const columns = useColumns({ answer: setAnswering, decide: setDeciding })
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      filters={
        <FilterChips
          chips={LISTS.map((each) => ({
            key: each,
            label: counted[each] ? `${named[each]} ${counted[each]}` : named[each],
            on: state === each,
            toggle: () => set({ state: each }),
          }))}
        />
      }
    >
      <DenseTable
        {...listed(listing)}
        label={say.title}
        rowKey={(row) => row.id}
        empty={{ sentence: say.empty }}
        columns={columns}
      />
      {answering ? <AnswerDialog request={answering} onDone={() => setAnswering(null)} /> : null}
      {deciding ? <DecideDialog request={deciding} onDone={() => setDeciding(null)} /> : null}
    </PageFrame>
  )
}

type Choose = (request: ListedCorrection) => void

function useColumns({ answer, decide }: { answer: Choose; decide: Choose }): Column<ListedCorrection>[] {
  const say = useWords(words)
  const locale = useLocale()
  const { may } = useViewer()
  return [
    {
      key: 'number',
      title: say.columns.number,
      width: 160,
      wraps: true,
      show: (row) => (
        <>
          <span className="sj-num">{row.number}</span>{' '}
          {row.isOverdue ? <StateTag tone="attention">{say.overdue}</StateTag> : null}
          <div className="sj-meta">
            <Instant at={row.madeAt} />
          </div>
          {row.state === 'open' || row.state === 'second' ? (
            <div className="sj-meta">
              <SentenceText sentence={words.by(row.dueOn)} />
            </div>
          ) : null}
        </>
      ),
    },
    {
      key: 'person',
      title: say.columns.person,
      width: 190,
      wraps: true,
      show: (row) => (
        <>
          {row.maskedName}
          <div className="sj-meta sj-num">{row.maskedIdentity}</div>
        </>
      ),
    },
    {
      key: 'what',
      title: say.columns.what,
      wraps: true,
      show: (row) => (
        <>
          <b>{ITEM_WORDS[row.item][locale]}</b>
          <div>
            {say.shouldBe}
            {row.shouldBe}
          </div>
          <div>
            {say.why}
            {row.why}
          </div>
          {row.file ? <Paper request={row} file={row.file} /> : null}
        </>
      ),
    },
    {
      key: 'answer',
      title: say.columns.answer,
      width: 340,
      wraps: true,
      show: (row) => (
        <>
          {row.answers.map((each) => (
            <div key={each.at}>
              <b>{say.outcomes[each.outcome]}</b> {each.text}
              <div className="sj-meta">
                <SentenceText sentence={each.by} /> · <Instant at={each.at} />
              </div>
              {each.second ? (
                <div className="sj-meta">
                  {say.verdicts[each.second.verdict]} {each.second.reason} <SentenceText sentence={each.second.by} /> ·{' '}
                  <Instant at={each.second.at} />
                </div>
              ) : null}
            </div>
          ))}
          {row.state === 'open' && may(answerCorrection.may) ? (
            <Button size="small" onClick={() => answer(row)}>
              {say.answer}
            </Button>
          ) : null}
          {row.state === 'corrected' && row.item === 'name' ? <ReachButton request={row} /> : null}
          {row.state === 'second' ? <StateTag tone="now">{STATE_WORDS.second[locale]}</StateTag> : null}{' '}
          {row.mayDecide ? (
            <Button size="small" onClick={() => decide(row)}>
              {say.confirm}
            </Button>
          ) : null}
        </>
      ),
    },
  ]
}

function Paper({ request, file }: { request: ListedCorrection; file: NonNullable<ListedCorrection['file']> }) {
  const say = useWords(words)
  const opening = useAct(openCorrectionFile)
  return (
    <>
      <ProblemAlert problem={opening.problem} />
      <SealedFile
        file={file}
        title={`${say.file} ${request.number}`}
        busy={opening.busy}
        onOpen={async () => {
          const done = await opening.act({ params: { correctionId: request.id } })
          return done.ok ? (done.answer as Blob) : undefined
        }}
      />
    </>
  )
}

function Asked({ request }: { request: ListedCorrection }) {
  const say = useWords(words)
  const locale = useLocale()
  return (
    <p>
      <b>{ITEM_WORDS[request.item][locale]}</b> {say.shouldBe}
      {request.shouldBe} · {say.why}
      {request.why}
    </p>
  )
}

function AnswerDialog({ request, onDone }: { request: ListedCorrection; onDone: () => void }) {
  const say = useWords(words)
  const [outcome, setOutcome] = useState<Outcome>('corrected')
  const [text, setText] = useState('')
  const answering = useAct(answerCorrection)
  const send = async () => {
    const done = await answering.act({ params: { correctionId: request.id }, body: { outcome, answer: text } })
    if (done.ok) onDone()
  }
  return (
    <Modal
      open
      title={`${say.answer} ${request.number}`}
      okText={say.send}
      cancelText={say.cancel}
      okButtonProps={{ disabled: text.trim().length < 2, loading: answering.busy }}
      onOk={() => void send()}
      onCancel={onDone}
    >
      <ProblemAlert problem={answering.problem} />
      <Asked request={request} />
      <fieldset>
        <legend>{say.outcome}</legend>
        <Radio.Group value={outcome} onChange={(event) => setOutcome(event.target.value as Outcome)}>
          <Radio value="corrected">{say.outcomes.corrected}</Radio>
          <Radio value="declined">{say.outcomes.declined}</Radio>
        </Radio.Group>
      </fieldset>
      <label htmlFor="correction-answer">{say.answerLabel}</label>
      <Input.TextArea
        id="correction-answer"
        rows={4}
        maxLength={LONGEST.answer}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="sj-meta">{needsSecond(request.item, outcome) ? say.takesTwo : say.answerHint}</p>
    </Modal>
  )
}

function DecideDialog({ request, onDone }: { request: ListedCorrection; onDone: () => void }) {
  const say = useWords(words)
  const [verdict, setVerdict] = useState<'confirmed' | 'declined'>()
  const [reason, setReason] = useState('')
  const deciding = useAct(decideCorrectionRequest)
  const last = request.answers.at(-1)
  const send = async () => {
    if (!verdict) return
    const done = await deciding.act({ params: { correctionId: request.id }, body: { verdict, reason } })
    if (done.ok) onDone()
  }
  return (
    <Modal
      open
      title={`${say.confirm} ${request.number}`}
      okText={say.send}
      cancelText={say.cancel}
      okButtonProps={{
        disabled: verdict === undefined || (verdict === 'declined' && reason.trim().length < 2),
        loading: deciding.busy,
      }}
      onOk={() => void send()}
      onCancel={onDone}
    >
      <ProblemAlert problem={deciding.problem} />
      <Asked request={request} />
      <p>
        {say.waitsFor}
        {last ? `${say.outcomes[last.outcome]} · ${last.text}` : ''}
      </p>
      <fieldset>
        <legend>{say.verdict}</legend>
        <Radio.Group value={verdict} onChange={(event) => setVerdict(event.target.value as 'confirmed')}>
          <Radio value="confirmed">{say.verdicts.confirmed}</Radio>
          <Radio value="declined">{say.verdicts.declined}</Radio>
        </Radio.Group>
      </fieldset>
      {verdict === 'declined' ? (
        <>
          <label htmlFor="correction-reason">{say.reason}</label>
          <Input
            id="correction-reason"
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      ) : null}
    </Modal>
  )
}
