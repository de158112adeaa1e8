import { Button, Input } from 'antd'
import { useState } from 'react'
import {
  DialogField,
  LanguageSwitch,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useDistrict,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { acceptInvitation, openInvitation } from './contract.ts'
import { words } from './words.ts'
import './accounts.css'

/** Whoever was invited sets their password here, once; the link's secret stands behind the #. */
export function InvitationPage() {
  const say = useWords(words.invitation)
  const district = useDistrict()
  const token = /^#([\w-]+)/.exec(window.location.hash)?.[1] ?? 'none'
  const invitation = useCall(openInvitation, { body: { token } })
  const accepting = useAct(acceptInvitation)
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [isSet, setIsSet] = useState(false)
  const differs = again !== '' && again !== password

  async function accept() {
    const done = await accepting.act({ body: { token, password } })
    if (done.ok) setIsSet(true)
  }

  return (
    <main className="ac-invitation">
      <title>{say.title}</title>
      <LanguageSwitch className="sign-in-language" />
      <h1>{say.title}</h1>
      {isSet ? (
        <p role="status">
          {say.done} <a href={`/${district}/console/`}>{say.signIn}</a>
        </p>
      ) : (
        <>
          {invitation.loading ? <Waiting rows={2} /> : null}
          <ProblemAlert problem={invitation.problem} />
          {invitation.data ? (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                if (!differs && password) void accept()
              }}
            >
              <p>
                <SentenceText sentence={invitation.data.bureauName} />
              </p>
              <p>
                <SentenceText sentence={words.invitation.hello(invitation.data.person, invitation.data.accountName)} />
              </p>
              <DialogField label={say.password}>
                {(id) => (
                  <Input.Password
                    id={id}
                    autoComplete="new-password"
                    value={password}
                    onChange={(event) => setPassword(event.target.value)}
                  />
                )}
              </DialogField>
              <DialogField label={say.again}>
                {(id) => (
                  <Input.Password
                    id={id}
                    autoComplete="new-password"
                    value={again}
                    onChange={(event) => setAgain(event.target.value)}
                  />
                )}
              </DialogField>
              {differs ? <p role="alert">{say.differs}</p> : null}
              <ProblemAlert problem={accepting.problem} takesFocus />
              <Button
                type="primary"
                htmlType="submit"
                disabled={!password || again !== password}
                loading={accepting.busy}
              >
                {say.set}
              </Button>
            </form>
          ) : null}
        </>
      )}
    </main>
  )
}
