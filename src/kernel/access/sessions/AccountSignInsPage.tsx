import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import {
  Modal,
  PageFrame,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  usePageParams,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { resetSecondFactor } from '../second-factor/contract.ts'
import { endSessionsOf, getAccountSignIns, type Session } from './contract.ts'
import { SessionTable } from './SessionTable.tsx'
import { words } from './words.ts'

type Meant = { readonly what: 'all' | 'factor' } | { readonly what: 'one'; readonly session: Session }

/** Where is this person signed in? Whoever keeps accounts ends it, for a reason that is recorded. */
export default function AccountSignInsPage() {
  const say = useWords(words)
  const { accountId = '' } = usePageParams()
  const { may } = useViewer()
  const reading = useCall(getAccountSignIns, { params: { accountId } })
  const [meant, setMeant] = useState<Meant | null>(null)
  const account = reading.data?.account
  const manages = may(endSessionsOf.may)
  return (
    <PageFrame
      title={account ? `${account.accountName} · ${account.personName}` : say.all}
      meta={account ? (account.organisation ?? <SentenceText sentence={account.post} />) : null}
      crumbs={[{ label: say.all, to: '/sign-ins' }]}
      actions={
        manages && account ? (
          <>
            <Button disabled={account.openSessions === 0} onClick={() => setMeant({ what: 'all' })}>
              {say.endAll}
            </Button>
            <Button danger disabled={!account.hasSecondFactor} onClick={() => setMeant({ what: 'factor' })}>
              {say.reset}
            </Button>
          </>
        ) : null
      }
    >
      <SessionTable
        label={say.open}
        sessions={reading.data?.sessions}
        reading={reading}
        {...(manages ? { onEnd: (session) => setMeant({ what: 'one', session }) } : {})}
      />
      {meant ? <ReasonDialog accountId={accountId} meant={meant} onDone={() => setMeant(null)} /> : null}
    </PageFrame>
  )
}

function ReasonDialog({ accountId, meant, onDone }: { accountId: string; meant: Meant; onDone: () => void }) {
  const say = useWords(words)
  const id = useId()
  const tell = useTell()
  const ending = useAct(endSessionsOf)
  const resetting = useAct(resetSecondFactor)
  const [reason, setReason] = useState('')
  const isFactor = meant.what === 'factor'

  async function go() {
    const params = { accountId }
    if (isFactor) {
      if (!(await resetting.act({ params, body: { reason } })).ok) return
      tell(words.resetDone)
    } else {
      const sessionId = meant.what === 'one' ? meant.session.id : null
      const done = await ending.act({ params, body: { sessionId, reason } })
      if (!done.ok) return
      tell(words.ended(done.answer.ended))
    }
    onDone()
  }

  const title = isFactor ? say.reset : meant.what === 'all' ? say.endAll : say.endHere
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={say.cancel}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: ending.busy || resetting.busy }}
      onOk={() => void go()}
      onCancel={onDone}
    >
      {isFactor ? <p>{say.resetHint}</p> : null}
      {meant.what === 'one' ? (
        <p>
          <SentenceText sentence={meant.session.device} />
        </p>
      ) : null}
      <div className="sj-remark">
        <label htmlFor={id}>{say.reason}</label>
        <Input id={id} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <ProblemAlert problem={ending.problem ?? resetting.problem} takesFocus />
    </Modal>
  )
}
