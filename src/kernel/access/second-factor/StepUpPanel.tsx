import { Button } from 'antd'
import { type FormEvent, type ReactNode, useCallback, useRef, useState } from 'react'
import { FreshContext, Modal, ProblemAlert, useAct, useWords } from '../../../platform/ui/public.ts'
import { stepUp } from '../contract.ts'
import { admissionWords } from '../tries/words.ts'
import { CodeField } from './CodeStep.tsx'
import { words } from './words.ts'

type Waiting = { readonly given: Promise<boolean>; readonly settle: (given: boolean) => void }

/** Over the page: six digits, and what was begun goes on. */
function StepUpDialog({ onDone }: { onDone: (given: boolean) => void }) {
  const say = useWords(words)
  const sayWhy = useWords({ stepUp: admissionWords.stepUp })
  const giving = useAct(stepUp)
  const [code, setCode] = useState('')

  async function submit(event: FormEvent) {
    event.preventDefault()
    const done = await giving.act({ body: { code } })
    if (done.ok) onDone(true)
    else setCode('')
  }

  return (
    <Modal open title={say.askTitle} footer={null} onCancel={() => onDone(false)} width={400} zIndex={1200}>
      <form onSubmit={submit} noValidate className="step-up-field">
        <p>{sayWhy.stepUp}</p>
        <CodeField label={say.codeOrRecovery} value={code} onChange={setCode} />
        <ProblemAlert problem={giving.problem} takesFocus />
        <Button
          type="primary"
          htmlType="submit"
          block
          loading={giving.busy}
          disabled={code.replace(/\s/g, '').length < 6}
        >
          {say.goOn}
        </Button>
      </form>
    </Modal>
  )
}

/** Lets every act below ask for the second factor when the server wants it anew; several at once ask once. */
export function StepUpProvider({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState(false)
  const waiting = useRef<Waiting | null>(null)

  const ask = useCallback(() => {
    if (!waiting.current) {
      let settle: Waiting['settle'] = () => undefined
      const given = new Promise<boolean>((resolve) => (settle = resolve))
      waiting.current = { given, settle }
      setAsking(true)
    }
    return waiting.current.given
  }, [])

  function done(given: boolean) {
    setAsking(false)
    waiting.current?.settle(given)
    waiting.current = null
  }

  return (
    <FreshContext value={ask}>
      {children}
      {asking ? <StepUpDialog onDone={done} /> : null}
    </FreshContext>
  )
}
