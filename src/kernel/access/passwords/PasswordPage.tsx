import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { PageFrame, ProblemAlert, useAct, useGo, useTell, useWords } from '../../../platform/ui/public.ts'
import { words as sessionWords } from '../sessions/words.ts'
import { changePassword } from './contract.ts'
import '../second-factor/second-factor.css'
import { changeWords } from './words.ts'

/** Change my password. It may be pasted, and shown while it is typed. */
export default function PasswordPage() {
  const say = useWords(changeWords)
  const saySessions = useWords(sessionWords)
  const id = useId()
  const tell = useTell()
  const go = useGo()
  const changing = useAct(changePassword)
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [missing, setMissing] = useState<'missingOld' | 'missingNew' | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const lacks = old === '' ? 'missingOld' : fresh === '' ? 'missingNew' : null
    setMissing(lacks)
    if (lacks) return
    const done = await changing.act({ body: { oldPassword: old, password: fresh } })
    if (!done.ok) return
    tell(changeWords.done(done.answer.ended))
    go('/my/sign-ins')
  }

  return (
    <PageFrame title={say.title} meta={say.rules} crumbs={[{ label: saySessions.mine, to: '/my/sign-ins' }]}>
      <form onSubmit={submit} noValidate className="own-form">
        <ProblemAlert problem={changing.problem} takesFocus />
        {missing ? (
          <p className="sj-upload-note" role="alert">
            {say[missing]}
          </p>
        ) : null}
        <div className="sj-remark">
          <label htmlFor={`${id}-old`}>{say.old}</label>
          <Input.Password
            id={`${id}-old`}
            autoComplete="current-password"
            value={old}
            onChange={(event) => setOld(event.target.value)}
          />
        </div>
        <div className="sj-remark">
          <label htmlFor={`${id}-new`}>{say.fresh}</label>
          <Input.Password
            id={`${id}-new`}
            autoComplete="new-password"
            value={fresh}
            onChange={(event) => setFresh(event.target.value)}
          />
        </div>
        <Button type="primary" htmlType="submit" loading={changing.busy}>
          {say.change}
        </Button>
      </form>
    </PageFrame>
  )
}
