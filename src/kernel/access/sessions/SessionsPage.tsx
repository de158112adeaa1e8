import { Button } from 'antd'
import {
  GoLink,
  PageFrame,
  ProblemAlert,
  useAct,
  useCall,
  useLocale,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import { endOtherSessions, endOwnSession, listOwnSessions } from './contract.ts'
import { SessionTable } from './SessionTable.tsx'
import { words } from './words.ts'

/** Where am I signed in? Whoever sees a device they do not know ends it here. */
export default function SessionsPage() {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const reading = useCall(listOwnSessions)
  const ending = useAct(endOwnSession)
  const endingOthers = useAct(endOtherSessions)
  const others = reading.data?.sessions.filter((session) => !session.isThis).length ?? 0

  async function endOthers() {
    const done = await endingOthers.act()
    if (done.ok) tell(words.ended(done.answer.ended))
  }

  return (
    <PageFrame
      title={say.mine}
      meta={reading.data ? words.mineHint(reading.data.idleMinutes, reading.data.lastsHours)[locale] : null}
      actions={
        <>
          <Button loading={endingOthers.busy} disabled={others === 0} onClick={() => void endOthers()}>
            {say.endOthers}
          </Button>
          <GoLink to="/my/password" className="ant-btn">
            {say.changePassword}
          </GoLink>
          <GoLink to="/my/second-factor" className="ant-btn">
            {say.toSecondFactor}
          </GoLink>
        </>
      }
    >
      <ProblemAlert problem={ending.problem ?? endingOthers.problem} />
      <SessionTable
        label={say.mine}
        sessions={reading.data?.sessions}
        reading={reading}
        onEnd={(session) => void ending.act({ params: { sessionId: session.id } })}
      />
    </PageFrame>
  )
}
