import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { ProblemDocument } from '../contract/problem.ts'
import { ProblemAlert } from './ProblemAlert.tsx'

type ReplyBoxProps = {
  label: string
  send: string
  busy: boolean
  problem: ProblemDocument | null
  /** Answers whether it was taken; only then what was written goes. */
  onSend: (said: string) => Promise<boolean>
}

/** An answer in writing. */
export function ReplyBox({ label, send, busy, problem, onSend }: ReplyBoxProps) {
  const id = useId()
  const [said, setSaid] = useState('')
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={2000}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
      />
      <p>
        <Button
          type="primary"
          disabled={said.trim().length < 2}
          loading={busy}
          onClick={() => void onSend(said).then((taken) => taken && setSaid(''))}
        >
          {send}
        </Button>
      </p>
      <ProblemAlert problem={problem} takesFocus />
    </>
  )
}
