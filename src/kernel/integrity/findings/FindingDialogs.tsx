import { Input } from 'antd'
import { useState } from 'react'
import {
  DateField,
  DialogField,
  Modal,
  ProblemAlert,
  useAct,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { answerFinding, type Finding, judgeFinding } from './contract.ts'
import { pageWords } from './page-words.ts'

type DialogProps = { readonly finding: Finding; readonly onDone: () => void }

/** The bureau says what was done. */
export function AnswerDialog({ finding, onDone }: DialogProps) {
  const say = useWords(pageWords)
  const tell = useTell()
  const answering = useAct(answerFinding)
  const [said, setSaid] = useState('')

  async function answer() {
    const done = await answering.act({ params: { findingId: finding.id }, body: { said } })
    if (!done.ok) return
    tell(pageWords.done)
    onDone()
  }

  return (
    <Modal
      open
      title={say.answer}
      okText={say.answer}
      cancelText={say.cancel}
      okButtonProps={{ disabled: said.trim().length < 4, loading: answering.busy }}
      onOk={() => void answer()}
      onCancel={onDone}
    >
      <p>{finding.remedy}</p>
      <DialogField label={say.answerTitle} hint={say.answerMeans}>
        {(id) => (
          <Input.TextArea id={id} rows={5} maxLength={2000} value={said} onChange={(e) => setSaid(e.target.value)} />
        )}
      </DialogField>
      <ProblemAlert problem={answering.problem} takesFocus />
    </Modal>
  )
}

/** The auditor closes it, or asks again by a new day. */
export function JudgeDialog({ finding, outcome, onDone }: DialogProps & { outcome: 'closed' | 'asked-again' }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const { businessDate } = useViewer()
  const judging = useAct(judgeFinding)
  const [said, setSaid] = useState('')
  const [dueOn, setDueOn] = useState('')
  const closes = outcome === 'closed'

  async function judge() {
    const body = { outcome, said, dueOn: closes ? null : dueOn }
    const done = await judging.act({ params: { findingId: finding.id }, body })
    if (!done.ok) return
    tell(pageWords.done)
    onDone()
  }

  return (
    <Modal
      open
      title={closes ? say.close : say.askAgain}
      okText={closes ? say.close : say.askAgain}
      cancelText={say.cancel}
      okButtonProps={{ disabled: said.trim().length < 4 || (!closes && dueOn === ''), loading: judging.busy }}
      onOk={() => void judge()}
      onCancel={onDone}
    >
      <p>{finding.steps.findLast(({ what }) => what === 'answered')?.said}</p>
      <DialogField label={closes ? say.conclusion : say.request}>
        {(id) => (
          <Input.TextArea id={id} rows={4} maxLength={2000} value={said} onChange={(e) => setSaid(e.target.value)} />
        )}
      </DialogField>
      {closes ? null : (
        <DialogField label={say.newDue}>
          {(id) => <DateField id={id} min={businessDate} value={dueOn} onChange={setDueOn} />}
        </DialogField>
      )}
      <ProblemAlert problem={judging.problem} takesFocus />
    </Modal>
  )
}
