import { Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type AnswerOf, ProblemAlert, useAct, useWords, Waiting } from '../../../platform/ui/public.ts'
import type { CameTo } from '../contract.ts'
import { words as accessWords } from '../words.ts'
import { CodeField } from './CodeStep.tsx'
import { beginEnrolment, confirmEnrolment } from './contract.ts'
import { FactorShown } from './FactorShown.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { words } from './words.ts'

/** After the password, where a second factor is demanded and there is none: setting it up is the only way on. */
export function EnrolStep(props: { ticket: string; onCame: (came: CameTo) => void; onAgain: () => void }) {
  const { ticket, onCame } = props
  const say = useWords(words)
  const sayAccess = useWords(accessWords)
  const beginning = useAct(beginEnrolment)
  const confirming = useAct(confirmEnrolment)
  const [begun, setBegun] = useState<AnswerOf<typeof beginEnrolment> | null>(null)
  const [confirmed, setConfirmed] = useState<AnswerOf<typeof confirmEnrolment> | null>(null)
  const [code, setCode] = useState('')
  const asked = useRef(false)
  const { act } = beginning

  useEffect(() => {
    // Once, also where React mounts twice: each asking is a try of the ticket.
    if (asked.current) return
    asked.current = true
    void act({ body: { ticket } }).then((done) => {
      if (done.ok) setBegun(done.answer)
    })
  }, [act, ticket])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const done = await confirming.act({ body: { ticket, code } })
    if (done.ok) setConfirmed(done.answer)
  }

  if (confirmed) return <RecoveryCodes codes={confirmed.recoveryCodes} onKept={() => onCame(confirmed.cameTo)} />
  return (
    <form onSubmit={submit} noValidate>
      <h2>{say.enrolTitle}</h2>
      <p>{say.enrolHint}</p>
      <ProblemAlert problem={beginning.problem ?? confirming.problem} />
      {begun ? <FactorShown picture={begun.picture} secret={begun.key} /> : null}
      {begun || beginning.problem ? null : <Waiting rows={3} />}
      <CodeField label={say.code} value={code} onChange={setCode} large />
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        loading={confirming.busy}
        disabled={!begun || code.replace(/\s/g, '').length < 6}
      >
        {say.confirm}
      </Button>
      <p>
        <button type="button" className="sj-plain" onClick={props.onAgain}>
          {sayAccess.passwordAgain}
        </button>
      </p>
    </form>
  )
}
