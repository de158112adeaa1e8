import { useState } from 'react'
import {
  AskDialog,
  DateField,
  DialogField,
  ReasonDialog,
  TextField,
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

  async function answer(said: string) {
    const done = await answering.act({ params: { findingId: finding.id }, body: { said } })
    if (!done.ok) return
    tell(pageWords.done)
    onDone()
  }

  return (
    <ReasonDialog
      title={say.answer}
      send={say.answer}
      cancel={say.cancel}
      label={say.answerTitle}
      hint={say.answerMeans}
      least={4}
      lines={5}
      most={2000}
      busy={answering.busy}
      problem={answering.problem}
      onSend={(said) => void answer(said)}
      onCancel={onDone}
    >
      <p>{finding.remedy}</p>
    </ReasonDialog>
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
    <AskDialog
      title={closes ? say.close : say.askAgain}
      send={closes ? say.close : say.askAgain}
      cancel={say.cancel}
      isReady={said.trim().length >= 4 && (closes || dueOn !== '')}
      busy={judging.busy}
      problem={judging.problem}
      onSend={() => void judge()}
      onCancel={onDone}
    >
      <p>{finding.steps.findLast(({ what }) => what === 'answered')?.said}</p>
      <TextField label={closes ? say.conclusion : say.request} lines={4} most={2000} value={said} onChange={setSaid} />
      {closes ? null : (
        <DialogField label={say.newDue}>
          {(id) => <DateField id={id} min={businessDate} value={dueOn} onChange={setDueOn} />}
        </DialogField>
      )}
    </AskDialog>
  )
}
