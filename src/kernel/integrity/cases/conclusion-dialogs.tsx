import { Checkbox, Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import {
  DateField,
  type Decided,
  DecideDialog,
  Modal,
  ProblemAlert,
  useAct,
  useLocale,
  useTell,
  useViewer,
  useWords,
  Who,
  whoText,
} from '../../../platform/ui/public.ts'
import { decideConclusion, handOverCase, proposeConclusion, type SuspicionCase } from './contract.ts'
import { pageWords } from './page-words.ts'
import { openOf } from './proposals.ts'
import { type CaseOutcome, OUTCOMES } from './rules.ts'

type DialogProps = { found: SuspicionCase; onDone: () => void }

/** How it shall end, what that does, and the written reasons. */
export function ProposeDialog({ found, onDone }: DialogProps) {
  const say = useWords(pageWords)
  const tell = useTell()
  const id = useId()
  const proposing = useAct(proposeConclusion)
  const [outcome, setOutcome] = useState<CaseOutcome | null>(null)
  const [keeps, setKeeps] = useState(false)
  const [reasons, setReasons] = useState('')
  const { businessDate } = useViewer()
  const isAnswer = found.state === 'referred'
  const [answer, setAnswer] = useState({ by: '', document: '', on: businessDate })
  const answered = answer.by.trim().length >= 2 && answer.document.trim().length >= 2 && answer.on !== ''
  const ready = outcome !== null && reasons.trim().length >= 10 && (!isAnswer || answered)
  const title = isAnswer ? say.recordAnswer : say.proposeTitle

  async function propose() {
    if (outcome === null) return
    const body = {
      outcome,
      keepsProviderFrozen: outcome === 'referred' && keeps,
      reasons,
      ...(isAnswer ? { answer } : {}),
    }
    const done = await proposing.act({ params: { caseId: found.id }, body })
    if (!done.ok) return
    tell(pageWords.proposed)
    onDone()
  }

  return (
    <Modal
      open
      title={title}
      okText={isAnswer ? say.recordAnswer : say.propose}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !ready, loading: proposing.busy }}
      onOk={() => void propose()}
      onCancel={onDone}
    >
      {isAnswer ? <AnswerFields answer={answer} onChange={setAnswer} /> : null}
      <Radio.Group
        className="case-outcomes"
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as CaseOutcome)}
        options={OUTCOMES.filter((value) => !isAnswer || value !== 'referred').map((value) => ({
          value,
          label: (
            <>
              <b>{say.outcomes[value]}</b>
              <br />
              <small className="sj-meta">{say.effects[value]}</small>
            </>
          ),
        }))}
      />
      {outcome === 'referred' ? (
        <p>
          <Checkbox checked={keeps} onChange={(event) => setKeeps(event.target.checked)}>
            {say.keeps}
          </Checkbox>
        </p>
      ) : null}
      <div className="case-field">
        <label htmlFor={id}>{say.reasons}</label>
        <Input.TextArea
          id={id}
          rows={4}
          maxLength={2000}
          value={reasons}
          onChange={(event) => setReasons(event.target.value)}
        />
      </div>
      <ProblemAlert problem={proposing.problem} takesFocus />
    </Modal>
  )
}

type AnswerGiven = { readonly by: string; readonly document: string; readonly on: string }

/** Whose answer to a referral, by which document, of which day. */
function AnswerFields({ answer, onChange }: { answer: AnswerGiven; onChange: (answer: AnswerGiven) => void }) {
  const say = useWords(pageWords)
  const { businessDate } = useViewer()
  const id = useId()
  return (
    <>
      <div className="case-field">
        <label htmlFor={`${id}-by`}>{say.answeredBy}</label>
        <Input
          id={`${id}-by`}
          maxLength={100}
          value={answer.by}
          onChange={(event) => onChange({ ...answer, by: event.target.value })}
        />
      </div>
      <div className="case-field">
        <label htmlFor={`${id}-document`}>{say.answerDocument}</label>
        <Input
          id={`${id}-document`}
          maxLength={200}
          value={answer.document}
          onChange={(event) => onChange({ ...answer, document: event.target.value })}
        />
        <small className="sj-meta">{say.answerDocumentHint}</small>
      </div>
      <div className="case-field">
        <label htmlFor={`${id}-on`}>{say.answeredOn}</label>
        <DateField
          id={`${id}-on`}
          max={businessDate}
          value={answer.on}
          onChange={(on) => onChange({ ...answer, on })}
        />
      </div>
    </>
  )
}

/** Another person confirms or declines. */
export function DecideConclusion({ found, onDone }: DialogProps) {
  const say = useWords(pageWords)
  const tell = useTell()
  const deciding = useAct(decideConclusion)
  const open = openOf(found)
  if (!open) return null
  const { id: conclusionId, outcome, reasons, answer, by, keepsProviderFrozen } = open

  async function decide(verdict: Decided, reason: string) {
    const done = await deciding.act({ params: { caseId: found.id, conclusionId }, body: { verdict, reason } })
    if (!done.ok) return
    tell(pageWords.decided)
    onDone()
  }

  return (
    <DecideDialog
      title={say.decideTitle}
      say={say}
      busy={deciding.busy}
      problem={deciding.problem}
      onDecide={(verdict, reason) => void decide(verdict, reason)}
      onCancel={onDone}
    >
      <p>
        <b>{say.outcomes[outcome]}</b> · <Who by={by} /> {say.proposedBy}
      </p>
      {answer ? (
        <p>
          {say.answer}: {answer.by} · {answer.document} · <span className="sj-num">{answer.on}</span>
        </p>
      ) : null}
      <p className="case-said">{reasons}</p>
      <p className="sj-meta">{say.effects[outcome]}</p>
      {keepsProviderFrozen ? <p>{say.keeps}</p> : null}
    </DecideDialog>
  )
}

/** To a colleague whose post works on cases. */
export function HandOverDialog({ found, onDone }: DialogProps) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const tell = useTell()
  const id = useId()
  const handing = useAct(handOverCase)
  const [accountId, setAccountId] = useState('')

  async function hand() {
    const done = await handing.act({ params: { caseId: found.id }, body: { accountId } })
    if (!done.ok) return
    tell(pageWords.handed)
    onDone()
  }

  return (
    <Modal
      open
      title={say.handOver}
      okText={say.handOver}
      cancelText={say.cancel}
      okButtonProps={{ disabled: accountId === '', loading: handing.busy }}
      onOk={() => void hand()}
      onCancel={onDone}
    >
      <p className="sj-meta">{say.handMeans}</p>
      <div className="case-field">
        <label htmlFor={id}>{say.handTo}</label>
        <Select<string>
          id={id}
          placeholder={say.choose}
          options={found.colleagues.map((each) => ({
            value: each.accountId,
            label: whoText(each, locale),
          }))}
          onChange={setAccountId}
        />
      </div>
      <ProblemAlert problem={handing.problem} takesFocus />
    </Modal>
  )
}
