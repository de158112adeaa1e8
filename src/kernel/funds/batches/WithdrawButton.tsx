import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Callout, ConfirmMoney, useAct, useLocale, useTell, useWords } from '../../../platform/ui/public.ts'
import { civilDateOf, clockTimeOf } from '../../values/public.ts'
import './batches.css'
import { type BatchDetail, withdrawBatch } from './contract.ts'
import { words } from './words.ts'

/** The way back of a batch that is not out yet, for whoever made it: asked once more with the count and the sum, and why. */
export function WithdrawButton({ batch }: { batch: BatchDetail['batch'] }) {
  const say = useWords(words)
  const tell = useTell()
  const id = useId()
  const withdrawing = useAct(withdrawBatch)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')

  function close() {
    setAsking(false)
    setReason('')
    withdrawing.forget()
  }

  async function withdraw() {
    const done = await withdrawing.act({ params: { batchId: batch.id }, body: { reason } })
    if (!done.ok) return
    close()
    tell(words.withdrawnDone)
  }

  return (
    <>
      <Button onClick={() => setAsking(true)}>{say.withdraw}</Button>
      <ConfirmMoney
        open={asking}
        title={say.withdraw}
        count={batch.lineCount}
        of="count"
        fen={batch.amountFen}
        lacks={reason.trim().length < 2}
        busy={withdrawing.busy}
        problem={withdrawing.problem}
        onConfirm={() => void withdraw()}
        onCancel={close}
      >
        <p>
          {batch.number} · {say.withdrawNote}
        </p>
        <label htmlFor={id}>{say.withdrawReason}</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={500}
          value={reason}
          placeholder={say.withdrawHint}
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
      </ConfirmMoney>
    </>
  )
}

/** That a batch was taken back: by whom, when, why, and what it means. */
export function WithdrawnCallout({ detail }: { detail: BatchDetail }) {
  const say = useWords(words)
  const locale = useLocale()
  const { withdrawn } = detail
  if (!withdrawn) return null
  const at = new Date(withdrawn.at)
  return (
    <Callout tone="attention" title={say.withdrawnTitle}>
      <p>
        {withdrawn.post[locale]} {withdrawn.name} · {civilDateOf(at)} {clockTimeOf(at)} · {say.withdrawReason}:
        {withdrawn.reason}
      </p>
      <p>{say.withdrawnBody}</p>
    </Callout>
  )
}
