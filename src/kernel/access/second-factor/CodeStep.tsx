import { Button, Input, type InputRef } from 'antd'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { ProblemAlert, useAct, useWords } from '../../../platform/ui/public.ts'
import { type CameTo, giveCode } from '../contract.ts'
import { words as accessWords } from '../words.ts'
import { words } from './words.ts'

/** The field for a code: digits on a phone's keys, filled in by the browser where it can. */
export function CodeField(props: { label: string; value: string; onChange: (code: string) => void; large?: boolean }) {
  const id = useId()
  const box = useRef<InputRef>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <Input
        id={id}
        ref={box}
        {...(props.large ? { size: 'large' as const } : {})}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        inputMode="text"
        spellCheck={false}
        maxLength={20}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  )
}

/** After the password: six digits, or a recovery code. */
export function CodeStep(props: { ticket: string; onCame: (came: CameTo) => void; onAgain: () => void }) {
  const say = useWords(words)
  const sayAccess = useWords(accessWords)
  const giving = useAct(giveCode)
  const [code, setCode] = useState('')

  async function submit(event: FormEvent) {
    event.preventDefault()
    const done = await giving.act({ body: { ticket: props.ticket, code } })
    if (done.ok) props.onCame(done.answer)
    else setCode('')
  }

  return (
    <form onSubmit={submit} noValidate>
      <ProblemAlert problem={giving.problem} />
      <CodeField label={say.codeOrRecovery} value={code} onChange={setCode} large />
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        loading={giving.busy}
        disabled={code.replace(/\s/g, '').length < 6}
      >
        {sayAccess.enter}
      </Button>
      <p>
        <button type="button" className="sj-plain" onClick={props.onAgain}>
          {sayAccess.passwordAgain}
        </button>
      </p>
    </form>
  )
}
