import { Button, Input } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { ProblemDocument } from '../contract/problem.ts'
import { Modal } from './dialogs.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'

/** What another person decided about a proposal. */
export type Decided = 'confirmed' | 'declined'

type DecideDialogProps = {
  title: string
  /** The words on the buttons, and over the remark. */
  say: { readonly cancel: string; readonly decline: string; readonly confirm: string; readonly remark: string }
  busy: boolean
  problem: ProblemDocument | null
  onDecide: (outcome: Decided, reason: string) => void
  onCancel: () => void
  /** What it is about. */
  children: ReactNode
}

/** Another person confirms a proposal or declines it; declining asks for a reason. */
export function DecideDialog({ title, say, busy, problem, onDecide, onCancel, children }: DecideDialogProps) {
  const id = useId()
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title={title}
      onCancel={onCancel}
      footer={[
        <Button key="cancel" onClick={onCancel}>
          {say.cancel}
        </Button>,
        <Button
          key="decline"
          danger
          disabled={reason.trim().length < 2 || busy}
          onClick={() => onDecide('declined', reason)}
        >
          {say.decline}
        </Button>,
        <Button key="confirm" type="primary" loading={busy} onClick={() => onDecide('confirmed', reason)}>
          {say.confirm}
        </Button>,
      ]}
    >
      {children}
      <div className="sj-remark">
        <label htmlFor={id}>{say.remark}</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <ProblemAlert problem={problem} takesFocus />
    </Modal>
  )
}
