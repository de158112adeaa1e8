import { Button } from 'antd'
import { useState } from 'react'
import { ActionBar, SentenceText, useAct, useTell, useWords } from '../../../platform/ui/public.ts'
import type { ClaimHead } from '../claims/contract.ts'
import { words } from '../claims/words.ts'
import { sendBack } from './contract.ts'
import { ReturnDialog } from './ReturnDialog.tsx'

/** The way back of an approved claim: with all reasons, asked with the count and the sum that become available again. */
export function SendBackBar({ claim, way }: { claim: ClaimHead; way: NonNullable<ClaimHead['sendBack']> }) {
  const say = useWords(words)
  const tell = useTell()
  const sending = useAct(sendBack)
  const [asking, setAsking] = useState(false)

  function close() {
    setAsking(false)
    sending.forget()
  }

  async function send(reasons: string[]) {
    const done = await sending.act({
      params: { claimId: claim.id },
      body: { reasons, contentSha256: claim.contentSha256 },
    })
    if (!done.ok) return
    close()
    tell(words.sentBackDone)
  }

  return (
    <>
      <ActionBar note={way.mayNot ? <SentenceText sentence={way.mayNot} /> : undefined}>
        <Button disabled={way.mayNot !== null} onClick={() => setAsking(true)}>
          {say.sendBack}
        </Button>
      </ActionBar>
      <ReturnDialog
        open={asking}
        claim={claim}
        title={say.sendBackTitle}
        money={say.sendBackMoney(claim.headCount)}
        send={say.returnCount}
        busy={sending.busy}
        problem={sending.problem}
        onReturn={(reasons) => void send(reasons)}
        onCancel={close}
      />
    </>
  )
}
