import { Button, Input, type InputRef } from 'antd'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { ProblemAlert, useAct, useWords } from '../../platform/ui/public.ts'
import { type CameTo, type SignedIn, signIn } from './contract.ts'
import { EnrolStep } from './second-factor/EnrolStep.tsx'
import { CodeStep } from './second-factor/CodeStep.tsx'
import { words } from './words.ts'

type SignInFormProps = {
  /** Filled in from outside: a demonstration account, or whoever was signed in. */
  accountName: string
  onSignedIn: (signedIn: SignedIn) => void
}

/** Account name and password, then the second factor where there is one. The password is forgotten once it was right. */
export function SignInForm({ accountName, onSignedIn }: SignInFormProps) {
  const [came, setCame] = useState<CameTo | null>(null)

  function go(next: CameTo) {
    if (next.signedIn) return onSignedIn(next.signedIn)
    setCame(next)
  }

  const again = () => setCame(null)
  if (came?.step === 'code') return <CodeStep ticket={came.ticket ?? ''} onCame={go} onAgain={again} />
  if (came?.step === 'enrol') return <EnrolStep ticket={came.ticket ?? ''} onCame={go} onAgain={again} />
  return <PasswordStep accountName={accountName} onCame={go} />
}

/** The server's refusal is shown as it comes, and nothing typed is lost. */
function PasswordStep({ accountName, onCame }: { accountName: string; onCame: (came: CameTo) => void }) {
  const say = useWords(words)
  const id = useId()
  const signing = useAct(signIn)
  const [name, setName] = useState(accountName)
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<'accountMissing' | 'passwordMissing' | null>(null)
  const nameBox = useRef<InputRef>(null)
  const passwordBox = useRef<InputRef>(null)

  useEffect(() => {
    setName(accountName)
    ;(accountName ? passwordBox : nameBox).current?.focus()
  }, [accountName])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const lacks = name.trim() === '' ? 'accountMissing' : password === '' ? 'passwordMissing' : null
    setMissing(lacks)
    if (lacks) return (lacks === 'accountMissing' ? nameBox : passwordBox).current?.focus()
    const done = await signing.act({ body: { accountName: name, password } })
    if (done.ok) onCame(done.answer)
  }

  const error = (which: typeof missing) =>
    missing === which ? { 'aria-invalid': true, 'aria-describedby': `${id}-missing` } : {}
  return (
    <form onSubmit={submit} noValidate>
      <ProblemAlert problem={signing.problem} />
      {missing ? (
        <p className="sj-upload-note" role="alert" id={`${id}-missing`}>
          {say[missing]}
        </p>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-name`}>{say.accountName}</label>
        <Input
          id={`${id}-name`}
          ref={nameBox}
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
          {...error('accountMissing')}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-password`}>{say.password}</label>
        <Input.Password
          id={`${id}-password`}
          ref={passwordBox}
          size="large"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          {...error('passwordMissing')}
        />
      </div>
      <Button type="primary" size="large" htmlType="submit" block loading={signing.busy}>
        {say.enter}
      </Button>
    </form>
  )
}
