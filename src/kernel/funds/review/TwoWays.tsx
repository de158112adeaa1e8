import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ProblemDocument } from '../../../platform/contract/problem.ts'
import { ActionBar, ConfirmMoney, Kbd, SentenceText, useKeys } from '../../../platform/ui/public.ts'
import type { ClaimHead } from '../claims/contract.ts'
import { ReturnDialog } from './ReturnDialog.tsx'

type TwoWaysProps = {
  claim: ClaimHead
  acting: { readonly busy: boolean; readonly problem: ProblemDocument | null; readonly forget: () => void }
  /** On with it: what the button and the dialog say, and what becomes of the money. */
  on: { readonly button: string; readonly title: string; readonly money: string | null }
  /** Back with it, all reasons at once. */
  back: {
    readonly button: string
    readonly title: string
    readonly money: string
    readonly send: (points: number) => string
  }
  /** Answers whether it was done; no reasons means on with it. */
  onGive: (reasons: string[] | null) => Promise<boolean>
  /** Further buttons. */
  children?: ReactNode
}

/** A sends a claim on, after asking once more with its sum; R sends it back with all reasons. */
export function TwoWays({ claim, acting, on, back, onGive, children }: TwoWaysProps) {
  const [asking, setAsking] = useState<'on' | 'back' | null>(null)
  const mayBack = claim.mayNot === null
  const mayOn = mayBack && claim.mayNotPass === null
  const note = claim.mayNot ?? claim.mayNotPass
  useKeys({ a: mayOn && (() => setAsking('on')), r: mayBack && (() => setAsking('back')) })

  function close() {
    setAsking(null)
    acting.forget()
  }

  const give = async (reasons: string[] | null) => {
    if (await onGive(reasons)) close()
  }

  return (
    <>
      <ActionBar note={note ? <SentenceText sentence={note} /> : undefined}>
        <Button type="primary" disabled={!mayOn} onClick={() => setAsking('on')}>
          {on.button} <Kbd>A</Kbd>
        </Button>
        <Button disabled={!mayBack} onClick={() => setAsking('back')}>
          {back.button} <Kbd>R</Kbd>
        </Button>
        {children}
      </ActionBar>
      <ConfirmMoney
        open={asking === 'on'}
        title={on.title}
        count={claim.headCount}
        fen={claim.amountFen}
        busy={acting.busy}
        problem={acting.problem}
        onConfirm={() => void give(null)}
        onCancel={close}
      >
        <p>
          {claim.number} {claim.title}
        </p>
        {on.money ? <p>{on.money}</p> : null}
      </ConfirmMoney>
      <ReturnDialog
        open={asking === 'back'}
        claim={claim}
        title={back.title}
        money={back.money}
        send={back.send}
        busy={acting.busy}
        problem={acting.problem}
        onReturn={(reasons) => void give(reasons)}
        onCancel={close}
      />
    </>
  )
}
