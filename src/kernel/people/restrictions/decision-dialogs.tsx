import { Input, Radio } from 'antd'
import { useId, useState } from 'react'
import {
  DateField,
  type Decided,
  DecideDialog,
  Modal,
  ProblemAlert,
  SentenceText,
  useAct,
  useLocale,
  useTell,
  useViewer,
  useWords,
  Who,
} from '../../../platform/ui/public.ts'
import { decideProposal, proposeEnd, type Restriction } from './contract.ts'
import { pageWords } from './page-words.ts'
import { openOf } from './proposals.ts'
import { KINDS, words } from './words.ts'

type DialogProps = { restriction: Restriction; onDone: () => void }

/** What it is about, before somebody decides. */
export function Summary({ restriction }: { restriction: Restriction }) {
  const locale = useLocale()
  const { subject, kind, document, reason, from, to } = restriction
  return (
    <div className="re-summary">
      <p>
        <b>{subject.name}</b> <span className="sj-num">{subject.maskedIdentity}</span> ·{' '}
        <SentenceText sentence={KINDS[kind]} /> · <span className="re-period">{words.period(from, to)[locale]}</span>
      </p>
      <p>
        {document} {restriction.clause}
      </p>
      <p className="sj-meta">{reason}</p>
    </div>
  )
}

/** Another person confirms or declines. */
export function DecideRestriction({ restriction, onDone }: DialogProps) {
  const say = useWords(pageWords)
  const tell = useTell()
  const deciding = useAct(decideProposal)
  const open = openOf(restriction)
  if (!open) return null
  const { id: proposalId, endsOn, by } = open
  const what = open.step === 'impose' ? say.what.impose : endsOn ? say.what.end(endsOn) : say.what.revoke

  async function decide(outcome: Decided, reason: string) {
    const params = { restrictionId: restriction.id, proposalId }
    const done = await deciding.act({ params, body: { outcome, reason } })
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
      onDecide={(outcome, reason) => void decide(outcome, reason)}
      onCancel={onDone}
    >
      <Summary restriction={restriction} />
      <p>
        <Who by={by} /> {what}
        {open.step === 'end' ? ` · ${open.reason}` : ''}
      </p>
      {open.step === 'impose' ? <Unheard restriction={restriction} /> : null}
    </DecideDialog>
  )
}

/** What was answered before it is decided: whoever decides says what they make of it. */
function Unheard({ restriction }: { restriction: Restriction }) {
  const unheard = restriction.replies.filter(({ hearing }) => hearing === null)
  if (unheard.length === 0) return null
  return (
    <>
      {unheard.map(({ id, said }) => (
        <p key={id} className="re-said">
          {said}
        </p>
      ))}
      <p className="sj-meta">
        <SentenceText sentence={words.hearBeforeDeciding} />
      </p>
    </>
  )
}

/** An end on a day, or a revocation: proposed here, confirmed by another. */
export function EndDialog({ restriction, onDone }: DialogProps) {
  const say = useWords(pageWords)
  const tell = useTell()
  const id = useId()
  const { businessDate } = useViewer()
  const ending = useAct(proposeEnd)
  const [way, setWay] = useState<'day' | 'revoke'>('day')
  const [endsOn, setEndsOn] = useState(businessDate)
  const [reason, setReason] = useState('')
  const ready = reason.trim().length >= 2 && (way === 'revoke' || endsOn !== '')

  async function propose() {
    const body = { endsOn: way === 'revoke' ? null : endsOn, reason }
    const done = await ending.act({ params: { restrictionId: restriction.id }, body })
    if (!done.ok) return
    tell(pageWords.proposed)
    onDone()
  }

  return (
    <Modal
      open
      title={say.endTitle}
      okText={say.propose}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !ready, loading: ending.busy }}
      onOk={() => void propose()}
      onCancel={onDone}
    >
      <Summary restriction={restriction} />
      <Radio.Group
        className="re-ways"
        value={way}
        onChange={(event) => setWay(event.target.value as typeof way)}
        options={[
          { value: 'day', label: say.endOn },
          { value: 'revoke', label: say.revoke },
        ]}
      />
      {way === 'day' ? (
        <div className="re-field">
          <label htmlFor={`${id}-day`}>{say.lastDay}</label>
          <DateField id={`${id}-day`} min={restriction.from} max={businessDate} value={endsOn} onChange={setEndsOn} />
        </div>
      ) : null}
      <div className="re-field">
        <label htmlFor={`${id}-reason`}>{say.reason}</label>
        <Input.TextArea
          id={`${id}-reason`}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <ProblemAlert problem={ending.problem} takesFocus />
    </Modal>
  )
}
