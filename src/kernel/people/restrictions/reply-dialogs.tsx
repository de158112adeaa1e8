import { Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import {
  AddPaper,
  DateField,
  Modal,
  ProblemAlert,
  useAct,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { hearReply, recordReply, type Restriction, uploadReplyFile } from './contract.ts'
import { Summary } from './decision-dialogs.tsx'
import { pageWords } from './page-words.ts'
import { HEARING_OUTCOMES, type HearingOutcome, REPLY_WAYS, type ReplyWay } from './rules.ts'
import { OUTCOMES, WAYS } from './words.ts'

const CLERKS_WAYS = REPLY_WAYS.filter((way): way is Exclude<ReplyWay, 'console'> => way !== 'console')

/** What somebody said on paper, by telephone or in person; then, if there is one, its paper. */
export function ReplyDialog({ restriction, onDone }: { restriction: Restriction; onDone: () => void }) {
  const say = useWords(pageWords)
  const ways = useWords(WAYS)
  const tell = useTell()
  const id = useId()
  const { businessDate } = useViewer()
  const recording = useAct(recordReply)
  const [given, setGiven] = useState({ way: 'paper' as (typeof CLERKS_WAYS)[number], said: '', saidOn: businessDate })
  const [made, setMade] = useState<string | null>(null)

  async function record() {
    const done = await recording.act({ params: { restrictionId: restriction.id }, body: given })
    if (!done.ok) return
    tell(pageWords.recorded)
    setMade(done.answer.replyId)
  }

  if (made)
    return (
      <Modal
        open
        title={say.recorded}
        okText={say.close}
        onOk={onDone}
        onCancel={onDone}
        cancelButtonProps={{ hidden: true }}
      >
        <Paper restrictionId={restriction.id} replyId={made} />
      </Modal>
    )
  return (
    <Modal
      open
      title={say.replyTitle}
      okText={say.recordReply}
      cancelText={say.cancel}
      okButtonProps={{ disabled: given.said.trim().length < 2 || given.saidOn === '', loading: recording.busy }}
      onOk={() => void record()}
      onCancel={onDone}
    >
      <Summary restriction={restriction} />
      <div className="re-days">
        <div className="re-field">
          <label htmlFor={`${id}-way`}>{say.way}</label>
          <Select<(typeof CLERKS_WAYS)[number]>
            id={`${id}-way`}
            value={given.way}
            onChange={(way) => setGiven({ ...given, way })}
            options={CLERKS_WAYS.map((value) => ({ value, label: ways[value] }))}
          />
        </div>
        <div className="re-field">
          <label htmlFor={`${id}-day`}>{say.saidOn}</label>
          <DateField
            id={`${id}-day`}
            max={businessDate}
            value={given.saidOn}
            onChange={(saidOn) => setGiven({ ...given, saidOn })}
          />
        </div>
      </div>
      <div className="re-field">
        <label htmlFor={`${id}-said`}>{say.said}</label>
        <Input.TextArea
          id={`${id}-said`}
          rows={4}
          maxLength={2000}
          value={given.said}
          onChange={(event) => setGiven({ ...given, said: event.target.value })}
        />
        <small className="sj-meta">{say.saidHint}</small>
      </div>
      <ProblemAlert problem={recording.problem} takesFocus />
    </Modal>
  )
}

function Paper({ restrictionId, replyId }: { restrictionId: string; replyId: string }) {
  const say = useWords(pageWords)
  return (
    <AddPaper
      say={{ addFile: say.addPaper, fileHint: say.paperHint, fileKept: say.paperKept }}
      takes={uploadReplyFile}
      inputOf={(file) => ({ params: { restrictionId, replyId }, query: { fileName: file.name }, file })}
    />
  )
}

/** What follows from a reply, and why. */
export function HearDialog({
  restriction,
  reply,
  onDone,
}: {
  restriction: Restriction
  reply: Restriction['replies'][number]
  onDone: () => void
}) {
  const say = useWords(pageWords)
  const means = useWords(pageWords.hearMeans)
  const outcomes = useWords(OUTCOMES)
  const tell = useTell()
  const id = useId()
  const { businessDate } = useViewer()
  const hearing = useAct(hearReply)
  const [outcome, setOutcome] = useState<HearingOutcome>('kept')
  const [way, setWay] = useState<'day' | 'revoke'>('day')
  const [endsOn, setEndsOn] = useState('')
  const [reason, setReason] = useState('')
  const needsDay = outcome === 'shortened' || (outcome === 'ended' && way === 'day')
  const ready = reason.trim().length >= 2 && (!needsDay || endsOn !== '')

  async function hear() {
    const params = { restrictionId: restriction.id, replyId: reply.id }
    const done = await hearing.act({ params, body: { outcome, endsOn: needsDay ? endsOn : null, reason } })
    if (!done.ok) return
    tell(pageWords.decided)
    onDone()
  }

  return (
    <Modal
      open
      title={say.hearTitle}
      okText={say.hear}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !ready, loading: hearing.busy }}
      onOk={() => void hear()}
      onCancel={onDone}
    >
      <Summary restriction={restriction} />
      <p className="re-said">{reply.said}</p>
      <Radio.Group
        className="re-ways"
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as HearingOutcome)}
        options={HEARING_OUTCOMES.map((value) => ({ value, label: outcomes[value] }))}
      />
      <p className="sj-meta">{means[outcome]}</p>
      {outcome === 'ended' ? (
        <Radio.Group
          className="re-ways"
          value={way}
          onChange={(event) => setWay(event.target.value as typeof way)}
          options={[
            { value: 'day', label: say.endOn },
            { value: 'revoke', label: say.revoke },
          ]}
        />
      ) : null}
      {needsDay ? (
        <div className="re-field">
          <label htmlFor={`${id}-day`}>{say.lastDay}</label>
          <DateField
            id={`${id}-day`}
            min={restriction.from}
            {...(outcome === 'ended' ? { max: businessDate } : {})}
            value={endsOn}
            onChange={setEndsOn}
          />
        </div>
      ) : null}
      <div className="re-field">
        <label htmlFor={`${id}-reason`}>{say.hearReason}</label>
        <Input.TextArea
          id={`${id}-reason`}
          rows={3}
          maxLength={400}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <ProblemAlert problem={hearing.problem} takesFocus />
    </Modal>
  )
}
