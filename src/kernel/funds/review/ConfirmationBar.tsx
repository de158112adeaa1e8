import { Button } from 'antd'
import { useState } from 'react'
import {
  ActionBar,
  ConfirmMoney,
  Kbd,
  SentenceText,
  useAct,
  useKeys,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import type { ClaimHead } from '../claims/contract.ts'
import { words } from '../claims/words.ts'
import { confirmClaim } from './contract.ts'
import { ReturnDialog } from './ReturnDialog.tsx'

/** The provider's word on its claim: A confirms it, R says with all reasons what is wrong. */
export function ConfirmationBar({ claim }: { claim: ClaimHead }) {
  const say = useWords(words)
  const tell = useTell()
  const confirming = useAct(confirmClaim)
  const [asking, setAsking] = useState<'confirm' | 'decline' | null>(null)
  const mayDecline = claim.mayNot === null
  const mayConfirm = mayDecline && claim.mayNotPass === null
  const note = claim.mayNot ?? claim.mayNotPass
  useKeys({ a: mayConfirm && (() => setAsking('confirm')), r: mayDecline && (() => setAsking('decline')) })

  function close() {
    setAsking(null)
    confirming.forget()
  }

  async function give(outcome: 'confirmed' | 'declined', reasons: string[]) {
    const body = { outcome, reasons, contentSha256: claim.contentSha256 }
    const done = await confirming.act({ params: { claimId: claim.id }, body })
    if (!done.ok) return
    close()
    tell(outcome === 'confirmed' ? words.confirmedDone : words.declinedDone)
  }

  return (
    <>
      <ActionBar note={note ? <SentenceText sentence={note} /> : undefined}>
        <Button type="primary" disabled={!mayConfirm} onClick={() => setAsking('confirm')}>
          {say.confirm(claim.headCount)} <Kbd>A</Kbd>
        </Button>
        <Button disabled={!mayDecline} onClick={() => setAsking('decline')}>
          {say.decline} <Kbd>R</Kbd>
        </Button>
      </ActionBar>
      <ConfirmMoney
        open={asking === 'confirm'}
        title={say.confirmTitle}
        count={claim.headCount}
        fen={claim.amountFen}
        busy={confirming.busy}
        problem={confirming.problem}
        onConfirm={() => void give('confirmed', [])}
        onCancel={close}
      >
        <p>
          {claim.number} {claim.title}
        </p>
        <p>{say.confirmMoney}</p>
      </ConfirmMoney>
      <ReturnDialog
        open={asking === 'decline'}
        claim={claim}
        title={say.declineTitle}
        money={say.declineMoney(claim.headCount)}
        busy={confirming.busy}
        problem={confirming.problem}
        onReturn={(reasons) => void give('declined', reasons)}
        onCancel={close}
      />
    </>
  )
}
