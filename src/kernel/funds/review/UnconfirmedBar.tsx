import { Button } from 'antd'
import { useState } from 'react'
import { ActionBar, useAct, useTell, useWords } from '../../../platform/ui/public.ts'
import type { ClaimHead } from '../claims/contract.ts'
import { words } from '../claims/words.ts'
import { initialReview } from './contract.ts'
import { ReturnDialog } from './ReturnDialog.tsx'

/** A claim that its provider has not confirmed: the bureau waits, or returns it with all reasons. */
export function UnconfirmedBar({ claim, way }: { claim: ClaimHead; way: NonNullable<ClaimHead['unconfirmed']> }) {
  const say = useWords(words)
  const tell = useTell()
  const returning = useAct(initialReview)
  const [asking, setAsking] = useState(false)

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
      </ActionBar>
      <ReturnDialog
        open={asking}
        claim={claim}
        title={say.returnTitle}
        money={say.returnMoney(claim.headCount)}
        busy={returning.busy}
        problem={returning.problem}
        onReturn={(reasons) => void giveBack(reasons)}
        onCancel={close}
      />
    </>
  )
}
