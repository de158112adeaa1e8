import { Button } from 'antd'
import { useState } from 'react'
import { ActionBar, useAct, useTell, useViewer, useWords } from '../../../platform/ui/public.ts'
import type { ClaimHead } from '../claims/contract.ts'
import { words } from '../claims/words.ts'
import { recordConfirmationOnPaper } from './approval/contract.ts'
import { initialReview } from './contract.ts'
import { ConfirmationOnPaper } from './paper/paper-dialogs.tsx'
import { words as paperWords } from './paper/words.ts'
import { ReturnDialog } from './ReturnDialog.tsx'

/** A claim that its provider has not confirmed: the bureau waits, or returns it with all reasons. */
export function UnconfirmedBar({ claim, way }: { claim: ClaimHead; way: NonNullable<ClaimHead['unconfirmed']> }) {
  const say = useWords(words)
  const tell = useTell()
  const returning = useAct(initialReview)
  const { may } = useViewer()
  const paper = useWords(paperWords)
  const [asking, setAsking] = useState(false)
  const [recording, setRecording] = useState(false)

  function close() {
    setAsking(false)
    returning.forget()
  }

  async function giveBack(reasons: string[]) {
    const body = { outcome: 'returned' as const, reasons, contentSha256: claim.contentSha256 }
    const done = await returning.act({ params: { claimId: claim.id }, body })
    if (!done.ok) return
    close()
    tell(words.returnedDone)
  }

  return (
    <>
      <ActionBar note={say.unconfirmed(claim.organisationName)}>
        <Button disabled={way.mayNotReturn !== null} onClick={() => setAsking(true)}>
          {say.returnIt}
        </Button>
        {may(recordConfirmationOnPaper.may) ? (
          <Button onClick={() => setRecording(true)}>{paper.recordConfirmation}</Button>
        ) : null}
      </ActionBar>
      {recording ? <ConfirmationOnPaper claim={claim} onDone={() => setRecording(false)} /> : null}
      <ReturnDialog
        open={asking}
        claim={claim}
        title={say.returnTitle}
        money={say.returnMoney(claim.headCount)}
        send={say.returnCount}
        busy={returning.busy}
        problem={returning.problem}
        onReturn={(reasons) => void giveBack(reasons)}
        onCancel={close}
      />
    </>
  )
}
