import { Input } from 'antd'
import { useState } from 'react'
import {
  type Decided,
  DecideDialog,
  Modal,
  ProblemAlert,
  RunningText,
  SentenceText,
  useAct,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import { decideOverride, type Override, withdrawOverride } from './contract.ts'
import { Field } from './Field.tsx'
import { pageWords } from './page-words.ts'

type DialogProps = { override: Override; onDone: () => void }

/** What it is about, before somebody decides. */
function Summary({ override }: { override: Override }) {
  const say = useWords(pageWords)
  const { check, who, group, found, document, reason, evidence, expiresOn } = override
  return (
    <div className="ov-summary">
      <p>
        <b>{who ? <SentenceText sentence={who} /> : say.wholeClass}</b> · <SentenceText sentence={group.title} />
      </p>
      <p>
        {check.id} <SentenceText sentence={check.title} />: <SentenceText sentence={found} />
      </p>
      <p>
        {document} · <RunningText>{say.until(expiresOn)}</RunningText>
      </p>
      <p className="sj-meta">{reason}</p>
      {evidence ? <p className="sj-meta">{evidence}</p> : null}
    </div>
  )
}

/** Another person confirms or declines. */
export function DecideOverride({ override, onDone }: DialogProps) {
  const say = useWords(pageWords)
  const tell = useTell()
  const deciding = useAct(decideOverride)

  async function decide(outcome: Decided, reason: string) {
    const done = await deciding.act({ params: { overrideId: override.id }, body: { outcome, reason } })
    if (!done.ok) return
    tell(pageWords.done)
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
      <Summary override={override} />
      <p>{say.decideMeans}</p>
    </DecideDialog>
  )
}

/** One of its two people takes it back. */
export function WithdrawDialog({ override, onDone }: DialogProps) {
  const say = useWords(pageWords)
  const tell = useTell()
  const withdrawing = useAct(withdrawOverride)
  const [reason, setReason] = useState('')

  async function withdraw() {
    const done = await withdrawing.act({ params: { overrideId: override.id }, body: { reason } })
    if (!done.ok) return
    tell(pageWords.done)
    onDone()
  }

  return (
    <Modal
      open
      title={say.withdrawTitle}
      okText={say.withdraw}
      cancelText={say.cancel}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: withdrawing.busy }}
      onOk={() => void withdraw()}
      onCancel={onDone}
    >
      <Summary override={override} />
      <p>{say.withdrawMeans}</p>
      <Field label={say.reason}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <ProblemAlert problem={withdrawing.problem} takesFocus />
    </Modal>
  )
}
