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
import { approval, initialReview, secondReview } from './contract.ts'
import { ReturnDialog } from './ReturnDialog.tsx'
import type { ReviewDuty } from './rules.ts'

const ENDPOINTS = { 'initial-review': initialReview, 'second-review': secondReview, approval } as const

type ReviewBarProps = { claim: ClaimHead; duty: ReviewDuty; onDone: () => void; onNext?: (() => void) | undefined }

/** A passes, R returns with all reasons, J goes on; what moves money asks once more. */
export function ReviewBar({ claim, duty, onDone, onNext }: ReviewBarProps) {
  const say = useWords(words)
  const tell = useTell()
  const reviewing = useAct(ENDPOINTS[duty])
  const [asking, setAsking] = useState<'pass' | 'return' | null>(null)
  const mayReturn = claim.mayNot === null
  const mayPass = mayReturn && claim.mayNotPass === null
  const note = claim.mayNot ?? claim.mayNotPass
  useKeys({ a: mayPass && (() => setAsking('pass')), r: mayReturn && (() => setAsking('return')) })

  function close() {
    setAsking(null)
    reviewing.forget()
  }

  async function give(outcome: 'passed' | 'returned', reasons: string[]) {
    const body = { outcome, reasons, contentSha256: claim.contentSha256 }
    const done = await reviewing.act({ params: { claimId: claim.id }, body })
    if (!done.ok) return
    close()
    tell(outcome === 'passed' ? words.passedDone : words.returnedDone)
    onDone()
  }

  return (
    <>
      <ActionBar note={note ? <SentenceText sentence={note} /> : undefined}>
        <Button type="primary" disabled={!mayPass} onClick={() => setAsking('pass')}>
          {say.pass[duty](claim.headCount)} <Kbd>A</Kbd>
        </Button>
        <Button disabled={!mayReturn} onClick={() => setAsking('return')}>
          {say.returnIt} <Kbd>R</Kbd>
        </Button>
        {onNext ? (
          <Button onClick={onNext}>
            {say.nextItem} <Kbd>J</Kbd>
          </Button>
        ) : null}
      </ActionBar>
      <ConfirmMoney
        open={asking === 'pass'}
        title={say.passTitle[duty]}
        count={claim.headCount}
        fen={claim.amountFen}
        busy={reviewing.busy}
        problem={reviewing.problem}
        onConfirm={() => void give('passed', [])}
        onCancel={close}
      >
        <p>
          {claim.number} {claim.title}
        </p>
        {claim.line ? <p>{say.moneyAfter[duty](claim.line.name)}</p> : null}
      </ConfirmMoney>
      <ReturnDialog
        open={asking === 'return'}
        claim={claim}
        title={say.returnTitle}
        money={say.returnMoney(claim.headCount)}
        busy={reviewing.busy}
        problem={reviewing.problem}
        onReturn={(reasons) => void give('returned', reasons)}
        onCancel={close}
      />
    </>
  )
}
