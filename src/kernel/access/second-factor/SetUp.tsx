import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { type AnswerOf, ProblemAlert, useAct, useWords } from '../../../platform/ui/public.ts'
import { CodeField } from './CodeStep.tsx'
import { beginSecondFactor, confirmSecondFactor } from './contract.ts'
import { FactorShown } from './FactorShown.tsx'
import { PasswordDialog } from './PasswordDialog.tsx'
import { words } from './words.ts'

/** Password, then the QR, then the first code; what counted before counts until then. */
export function SetUp(props: { onConfirmed: (recoveryCodes: readonly string[]) => void; onCancel: () => void }) {
  const say = useWords(words)
  const beginning = useAct(beginSecondFactor)
  const confirming = useAct(confirmSecondFactor)
  const [begun, setBegun] = useState<AnswerOf<typeof beginSecondFactor> | null>(null)
  const [code, setCode] = useState('')

  async function begin(password: string) {
    const done = await beginning.act({ body: { password } })
    if (done.ok) setBegun(done.answer)
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const done = await confirming.act({ body: { code } })
    if (done.ok) props.onConfirmed(done.answer.recoveryCodes)
  }

  if (!begun)
    return (
      <PasswordDialog
        title={say.setUp}
        busy={beginning.busy}
        problem={beginning.problem}
        onGiven={(password) => void begin(password)}
        onCancel={props.onCancel}
      />
    )
  return (
    <form onSubmit={submit} noValidate className="own-form">
      <FactorShown picture={begun.picture} secret={begun.key} />
      <CodeField label={say.code} value={code} onChange={setCode} />
      <ProblemAlert problem={confirming.problem} takesFocus />
      <div className="recovery-codes-acts">
        <Button
          type="primary"
          htmlType="submit"
          loading={confirming.busy}
          disabled={code.replace(/\s/g, '').length < 6}
        >
          {say.confirm}
        </Button>
        <Button onClick={props.onCancel}>{say.cancel}</Button>
      </div>
    </form>
  )
}
