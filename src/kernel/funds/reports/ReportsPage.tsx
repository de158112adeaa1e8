import { Button, Input } from 'antd'
import { useState } from 'react'
import {
  DenseTable,
  FilterChips,
  GoLink,
  Instant,
  Modal,
  PageFrame,
  ProblemAlert,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useFilters,
  useListing,
  useLocale,
  useViewer,
  useWords,
  listed,
} from '../../../platform/ui/public.ts'
import { answerReport, countReports, type ListedReport, listReports } from './contract.ts'
import { LONGEST_SAID } from './rules.ts'
import { KIND_WORDS, words } from './words.ts'

const STATES = ['open', 'overdue', 'answered'] as const

/** What residents say is wrong about their own subsidies: a queue to be answered. */
export default function ReportsPage() {
  const say = useWords(words)
  const locale = useLocale()
  const { may } = useViewer()
  const { filters, set } = useFilters({ state: 'open' })
  const state = STATES.find((each) => each === filters.state) ?? 'open'
  const listing = useListing(listReports, { query: { state } })
  const counts = useCall(countReports)
  const [answering, setAnswering] = useState<ListedReport | null>(null)
  const counted = { open: counts.data?.open, overdue: counts.data?.overdue, answered: undefined }
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      filters={
        <FilterChips
          chips={STATES.map((each) => ({
            key: each,
            label: counted[each] ? `${say[each]} ${counted[each]}` : say[each],
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
        columns={[
          {
            key: 'number',
            title: say.columns.number,
            width: 150,
            wraps: true,
            show: (row) => (
              <>
                <span className="sj-num">{row.number}</span>
                {row.isOverdue ? <StateTag tone="attention">{say.overdue}</StateTag> : null}
                <div className="sj-meta">
                  <Instant at={row.madeAt} />
                </div>
                {row.answer ? null : (
                  <div className="sj-meta">
                    <SentenceText sentence={words.by(row.dueOn)} />
                  </div>
                )}
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
                <GoLink to={`/claims/${row.claim.id}`} query={{ person: row.decisionId }}>
                  {row.claim.number}
                </GoLink>
              </>
            ),
          },
          {
            key: 'said',
            title: say.columns.said,
            wraps: true,
            show: (row) => (
              <>
                <b>{KIND_WORDS[row.kind][locale]}</b>
                <div>{row.said}</div>
              </>
            ),
          },
          {
            key: 'answer',
            title: say.columns.answer,
            width: 300,
            wraps: true,
            show: (row) =>
              row.answer ? (
                <>
                  {row.answer.text}
                  <div className="sj-meta">
                    <SentenceText sentence={row.answer.by} /> · <Instant at={row.answer.at} />
                  </div>
                </>
              ) : may(answerReport.may) ? (
                <Button size="small" onClick={() => setAnswering(row)}>
                  {say.answer}
                </Button>
              ) : null,
          },
        ]}
      />
      {answering ? <AnswerDialog report={answering} onDone={() => setAnswering(null)} /> : null}
    </PageFrame>
  )
}

function AnswerDialog({ report, onDone }: { report: ListedReport; onDone: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const [text, setText] = useState('')
  const answering = useAct(answerReport)
  const send = async () => {
    const done = await answering.act({ params: { reportId: report.id }, body: { answer: text } })
    if (done.ok) onDone()
  }
  return (
    <Modal
      open
      title={`${say.answer} ${report.number}`}
      okText={say.send}
      cancelText={say.cancel}
      okButtonProps={{ disabled: text.trim().length < 2, loading: answering.busy }}
      onOk={() => void send()}
      onCancel={onDone}
    >
      <ProblemAlert problem={answering.problem} />
      <p>
        <b>{KIND_WORDS[report.kind][locale]}</b> {report.said}
      </p>
      <label htmlFor="report-answer">{say.answerLabel}</label>
      <Input.TextArea
        id="report-answer"
        rows={4}
        maxLength={LONGEST_SAID}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="sj-meta">{say.answerHint}</p>
      <p className="sj-meta">{say.noNumbers}</p>
    </Modal>
  )
}
