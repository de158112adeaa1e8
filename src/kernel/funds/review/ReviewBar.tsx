import { Button } from 'antd'
import { Kbd, useAct, useTell, useWords } from '../../../platform/ui/public.ts'
import type { ClaimHead } from '../claims/contract.ts'
import { words } from '../claims/words.ts'
import { approval, initialReview, secondReview } from './contract.ts'
import type { ReviewDuty } from './rules.ts'
import { TwoWays } from './TwoWays.tsx'

const ENDPOINTS = { 'initial-review': initialReview, 'second-review': secondReview, approval } as const

type ReviewBarProps = { claim: ClaimHead; duty: ReviewDuty; onDone: () => void; onNext?: (() => void) | undefined }

/** A passes, R returns with all reasons, J goes on; what moves money asks once more. */
export function ReviewBar({ claim, duty, onDone, onNext }: ReviewBarProps) {
  const say = useWords(words)
  const tell = useTell()
  const reviewing = useAct(ENDPOINTS[duty])
  const { headCount, line } = claim

  async function give(reasons: string[] | null) {
    const outcome = reasons ? ('returned' as const) : ('passed' as const)
    const body = { outcome, reasons: reasons ?? [], contentSha256: claim.contentSha256 }
    const done = await reviewing.act({ params: { claimId: claim.id }, body })
    if (!done.ok) return false
    tell(reasons ? words.returnedDone : words.passedDone)
    onDone()
    return true
  }

  return (
    <TwoWays
      claim={claim}
      acting={reviewing}
      on={{
        button: say.pass[duty](headCount),
        title: say.passTitle[duty],
        money: line ? say.moneyAfter[duty](line.name) : null,
      }}
      back={{
        button: say.returnIt,
        title: say.returnTitle,
        money: say.returnMoney(headCount),
        send: say.returnCount,
      }}
      onGive={give}
    >
      {onNext ? (
        <Button onClick={onNext}>
          {say.nextItem} <Kbd>J</Kbd>
        </Button>
      ) : null}
    </TwoWays>
  )
}
