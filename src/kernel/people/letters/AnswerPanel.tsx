import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { ProblemDocument } from '../../../platform/contract/public.ts'
import {
  Callout,
  DateField,
  localTime,
  Modal,
  ProblemAlert,
  RunningText,
  UploadBox,
  useAct,
  useWords,
} from '../../../platform/ui/public.ts'
import { type AnswerOutcome, answerNoHits, type Letter, uploadAnswer } from './contract.ts'

import { words } from './words.ts'

/** What came of recording an answer: how many hits, what was not kept, and what to verify. */
function Outcome({ outcome }: { outcome: AnswerOutcome }) {
  const say = useWords(words)
  const { hitCount, doubtCount, strangerCount, alreadyBy } = outcome
  return (
    <div role="status">
      <Callout tone={hitCount > 0 ? 'attention' : 'good'} title={say.taken(hitCount)}>
        {alreadyBy ? (
          <div>
            <RunningText>{say.already(alreadyBy.name, localTime(alreadyBy.at))}</RunningText>
          </div>
        ) : null}
        {doubtCount > 0 ? <div>{say.doubts(doubtCount)}</div> : null}
        {strangerCount > 0 ? <div>{say.strangers(strangerCount)}</div> : null}
      </Callout>
    </div>
  )
}

/** Each sentence names its row itself. */
function withoutPlaces(problem: ProblemDocument): ProblemDocument {
  return { ...problem, items: problem.items.map((item) => ({ ...item, at: '' })) }
}

/** What an office answered: who, as of which day, and its file; or that it knows nobody of the letter. */
export function AnswerPanel({ letter }: { letter: Letter }) {
  const say = useWords(words)
  const id = useId()
  const [office, setOffice] = useState(letter.office)
  const [asOf, setAsOf] = useState('')
  const [asking, setAsking] = useState(false)
  const [outcome, setOutcome] = useState<AnswerOutcome | null>(null)
  const uploading = useAct(uploadAnswer)
  const noHits = useAct(answerNoHits)
  const params = { letterId: letter.id }
  const isTold = office.trim() !== '' && asOf !== ''

  async function send(file: File) {
    setOutcome(null)
    const done = await uploading.act({ params, query: { fileName: file.name, office, asOf }, file })
    if (done.ok) setOutcome(done.answer)
  }

  async function sayNobody() {
    setOutcome(null)
    uploading.forget()
    const done = await noHits.act({ params, body: { office, asOf } })
    if (!done.ok) return
    setAsking(false)
    setOutcome(done.answer)
  }

  return (
    <section aria-label={say.answer}>
      <h2>{say.answer}</h2>
      <div className="letter-answer">
        <div>
          <label htmlFor={`${id}-office`}>{say.answerOffice}</label>
          <Input
            id={`${id}-office`}
            value={office}
            maxLength={100}
            style={{ width: 260 }}
            onChange={(event) => setOffice(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-as-of`}>{say.asOf}</label>
          <DateField
            id={`${id}-as-of`}
            value={asOf}
            onChange={setAsOf}
            min={letter.earliestAsOf}
            max={letter.latestAsOf}
          />{' '}
          <span className="sj-meta">{say.asOfHint}</span>
        </div>
        <Button disabled={!isTold} onClick={() => setAsking(true)}>
          {say.noHits}
        </Button>
      </div>
      <UploadBox
        label={say.upload}
        accept=".xlsx,.xls,.csv"
        hint={isTold ? say.uploadHint : say.fillFirst}
        busy={uploading.busy}
        progress={uploading.sent}
        disabled={!isTold}
        answer={uploading.problem ? { ok: false, problem: withoutPlaces(uploading.problem) } : null}
        onFile={(file) => void send(file)}
      />
      {outcome ? <Outcome outcome={outcome} /> : null}
      <Modal
        open={asking}
        title={say.noHits}
        okText={say.confirm}
        cancelText={say.cancel}
        confirmLoading={noHits.busy}
        onOk={() => void sayNobody()}
        onCancel={() => {
          setAsking(false)
          noHits.forget()
        }}
      >
        <p>
          <RunningText>{say.noHitsAsk(letter.personCount, office, asOf)}</RunningText>
        </p>
        {letter.hitPeople ? <p>{say.hitsStay(letter.hitPeople)}</p> : null}
        <ProblemAlert problem={noHits.problem} takesFocus />
      </Modal>
    </section>
  )
}
