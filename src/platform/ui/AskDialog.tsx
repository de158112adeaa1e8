import type { ReactNode } from 'react'
import type { ProblemDocument } from '../contract/problem.ts'
import { Modal } from './dialogs.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'

type AskDialogProps = {
  title: string
  /** The words on the buttons. */
  send: string
  cancel: string
  /** Whether everything asked for is given. */
  isReady: boolean
  isDangerous?: boolean
  width?: number
  busy: boolean
  problem: ProblemDocument | null
  onSend: () => void
  onCancel: () => void
  children: ReactNode
}

/** Asks for what an act needs, and sends it once; why it was refused stands below what was given. */
export function AskDialog(props: AskDialogProps) {
  const { title, send, cancel, isReady, isDangerous = false, width, busy, problem, onSend, onCancel, children } = props
  return (
    <Modal
      open
      {...(width === undefined ? {} : { width })}
      title={title}
      okText={send}
      cancelText={cancel}
      okButtonProps={{ danger: isDangerous, disabled: !isReady, loading: busy }}
      onOk={onSend}
      onCancel={onCancel}
    >
      {children}
      <ProblemAlert problem={problem} takesFocus />
    </Modal>
  )
}
