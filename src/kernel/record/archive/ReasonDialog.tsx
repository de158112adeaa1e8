import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ProblemDocument } from '../../../platform/contract/public.ts'
import { DialogField, Modal, ProblemAlert, useWords } from '../../../platform/ui/public.ts'
import { words } from './words.ts'

type ReasonDialogProps = {
  readonly title: string
  readonly confirm: string
  /** What was given before, to begin with. */
  readonly reason?: string
  readonly busy: boolean
  readonly problem: ProblemDocument | null
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
  /** What will be done, and what is recorded of it. */
  readonly children: ReactNode
}

/** Asks why, before something is done that is recorded with its reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, confirm, busy, problem, onConfirm, onCancel, children } = props
  const say = useWords(words)
  const [reason, setReason] = useState(props.reason ?? '')
  const given = reason.trim()
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      cancelText={say.back}
      okButtonProps={{ disabled: [...given].length < 4, loading: busy }}
      onOk={() => onConfirm(given)}
      onCancel={onCancel}
    >
      {children}
      <DialogField label={say.reason}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </DialogField>
      <ProblemAlert problem={problem} takesFocus />
    </Modal>
  )
}
