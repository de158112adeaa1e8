import { useAct, useTell, useWords } from '../../../platform/ui/public.ts'
import type { ClaimHead } from '../claims/contract.ts'
import { words } from '../claims/words.ts'
import { confirmClaim } from './contract.ts'
import { TwoWays } from './TwoWays.tsx'

/** The provider's word on its claim: A confirms it, R says with all reasons what is wrong. */
export function ConfirmationBar({ claim }: { claim: ClaimHead }) {
  const say = useWords(words)
  const tell = useTell()
  const confirming = useAct(confirmClaim)

  async function give(reasons: string[] | null) {
    const outcome = reasons ? ('declined' as const) : ('confirmed' as const)
    const body = { outcome, reasons: reasons ?? [], contentSha256: claim.contentSha256 }
    const done = await confirming.act({ params: { claimId: claim.id }, body })
    if (done.ok) tell(reasons ? words.declinedDone : words.confirmedDone)
    return done.ok
  }

  return (
    <TwoWays
      claim={claim}
      acting={confirming}
      on={{ button: say.confirm(claim.headCount), title: say.confirmAsk, money: say.confirmMoney }}
      back={{
        button: say.decline,
        title: say.declineTitle,
        money: say.declineMoney(claim.headCount),
        send: say.declineCount,
      }}
      onGive={give}
    />
  )
}
