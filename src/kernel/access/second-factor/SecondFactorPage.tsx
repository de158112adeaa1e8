import { Button } from 'antd'
import { useState } from 'react'
import {
  PageFrame,
  ProblemAlert,
  StateTag,
  useAct,
  useCall,
  useLocale,
  useTell,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { words as sessionWords } from '../sessions/words.ts'
import { getSecondFactor, removeSecondFactor, renewRecoveryCodes } from './contract.ts'
import { PasswordDialog } from './PasswordDialog.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SetUp } from './SetUp.tsx'
import './second-factor.css'
import { words } from './words.ts'

/** My second factor: set it up, change phones, have new recovery codes, do without. */
export default function SecondFactorPage() {
  const say = useWords(words)
  const saySessions = useWords(sessionWords)
  const locale = useLocale()
  const tell = useTell()
  const reading = useCall(getSecondFactor)
  const renewing = useAct(renewRecoveryCodes)
  const [doing, setDoing] = useState<'set-up' | 'remove' | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const state = reading.data

  async function renew() {
    const done = await renewing.act()
    if (!done.ok) return
    setCodes(done.answer.recoveryCodes)
    tell(words.renewed)
  }

  function kept() {
    setCodes(null)
    setDoing(null)
    tell(words.done)
  }

  return (
    <PageFrame title={say.title} meta={say.purpose} crumbs={[{ label: saySessions.mine, to: '/my/sign-ins' }]}>
      <ProblemAlert problem={reading.problem ?? renewing.problem} onRetry={reading.retry} />
      {state ? null : <Waiting rows={2} />}
      {codes ? <RecoveryCodes codes={codes} onKept={kept} /> : null}
      {doing === 'set-up' && !codes ? <SetUp onConfirmed={setCodes} onCancel={() => setDoing(null)} /> : null}
      {state && !codes && doing !== 'set-up' ? (
        <section className="own-form">
          <p>
            <StateTag tone={state.has ? 'good' : 'plain'}>{state.has ? say.on : say.off}</StateTag>{' '}
            {state.has ? words.left(state.recoveryCodesLeft)[locale] : null}
          </p>
          <p>{state.isDemanded ? say.demandedHere : say.offered}</p>
          <p>{words.freshFor(state.freshMinutes)[locale]}</p>
          <div className="recovery-codes-acts">
            <Button type={state.has ? 'default' : 'primary'} onClick={() => setDoing('set-up')}>
              {state.has ? say.setUpAnew : say.setUp}
            </Button>
            {state.has ? (
              <Button loading={renewing.busy} onClick={() => void renew()}>
                {say.renew}
              </Button>
            ) : null}
            {state.has && !state.isDemanded ? (
              <Button danger onClick={() => setDoing('remove')}>
                {say.remove}
              </Button>
            ) : null}
          </div>
        </section>
      ) : null}
      {doing === 'remove' ? <RemoveDialog onDone={() => setDoing(null)} /> : null}
    </PageFrame>
  )
}

function RemoveDialog({ onDone }: { onDone: () => void }) {
  const say = useWords(words)
  const tell = useTell()
  const removing = useAct(removeSecondFactor)

  async function remove(password: string) {
    const done = await removing.act({ body: { password } })
    if (!done.ok) return
    tell(words.removed)
    onDone()
  }

  return (
    <PasswordDialog
      title={say.remove}
      busy={removing.busy}
      problem={removing.problem}
      onGiven={(password) => void remove(password)}
      onCancel={onDone}
    />
  )
}
