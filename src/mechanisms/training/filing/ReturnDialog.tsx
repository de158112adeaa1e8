import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { Modal, ProblemAlert, SentenceText, useAct, useTell, useWords } from '../../../platform/ui/public.ts'
import { type CheckAnswer, returnClass } from './contract.ts'
import { queueWords } from './queue-words.ts'

type ReturnDialogProps = {
  classId: string
  /** Failed answers of the checks: each a reason, until somebody takes it off. */
  failed: readonly CheckAnswer[]
  /** What a refused approval said, as reasons of the clerk's own. */
  said: readonly string[]
  onReturned: () => void
  onCancel: () => void
}

/** 退回补正: all reasons at once, the failed checks' already among them. */
export function ReturnDialog({ classId, failed, said, onReturned, onCancel }: ReturnDialogProps) {
  const say = useWords(queueWords)
  const tell = useTell()
  const id = useId()
  const returning = useAct(returnClass)
  const [answers, setAnswers] = useState<readonly string[]>(failed.map((answer) => answer.id))
  const [refusals, setRefusals] = useState<readonly string[]>(said)
  const [own, setOwn] = useState('')
  const written = own
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const reasons = [...refusals, ...written]

  async function send() {
    const done = await returning.act({ params: { classId }, body: { answers: [...answers], reasons } })
    if (!done.ok) return
    tell(queueWords.returned)
    onReturned()
  }

  const toggled = (list: readonly string[], one: string) =>
    list.includes(one) ? list.filter((each) => each !== one) : [...list, one]
  return (
    <Modal
      open
      title={say.returnTitle}
      okText={say.send(answers.length + reasons.length)}
      cancelText={say.cancel}
      okButtonProps={{ disabled: answers.length + reasons.length === 0, loading: returning.busy }}
      width={640}
      onOk={() => void send()}
      onCancel={onCancel}
    >
      <p className="sj-meta">{say.returnLead}</p>
      {failed.map((answer) => (
        <p key={answer.id}>
          <Checkbox checked={answers.includes(answer.id)} onChange={() => setAnswers(toggled(answers, answer.id))}>
            {answer.who ? (
              <>
                <SentenceText sentence={answer.who} />:{' '}
              </>
            ) : null}
            <SentenceText sentence={answer.sentence} />
          </Checkbox>
        </p>
      ))}
      {said.map((text) => (
        <p key={text}>
          <Checkbox checked={refusals.includes(text)} onChange={() => setRefusals(toggled(refusals, text))}>
            {text}
          </Checkbox>
        </p>
      ))}
      <label htmlFor={`${id}-own`}>{say.ownReasons}</label>
      <Input.TextArea
        id={`${id}-own`}
        autoFocus
        rows={4}
        value={own}
        onChange={(event) => setOwn(event.target.value)}
      />
      <div className="sj-evidence">
        {[say.snippets.plan, say.snippets.roster, say.snippets.instructor, say.snippets.commitment].map((snippet) => (
          <Button
            key={snippet}
            size="small"
            onClick={() => setOwn((now) => (now.trim() === '' ? snippet : `${now.trimEnd()}\n${snippet}`))}
          >
            + {snippet}
          </Button>
        ))}
      </div>
      <ProblemAlert problem={returning.problem} takesFocus />
    </Modal>
  )
}
