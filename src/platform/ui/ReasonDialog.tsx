import { type ReactNode, useState } from 'react'
import type { ProblemDocument } from '../contract/problem.ts'
import { AskDialog } from './AskDialog.tsx'
import { TextField } from './TextField.tsx'

type ReasonDialogProps = {
  title: string
  send: string
  cancel: string
  /** What is asked for, an example, and how long it is at least. */
  label: string
  hint?: string
  placeholder?: string
  least?: number
  lines?: number
  most?: number
  /** What was given before, to begin with. */
  reason?: string
  isDangerous?: boolean
  busy: boolean
  problem: ProblemDocument | null
  onSend: (reason: string) => void
  onCancel: () => void
  /** What will be done, and what is recorded of it. */
  children?: ReactNode
}

/** Asks why, before something is done that is recorded with its reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { label, hint, placeholder, least = 2, lines = 2, most = 500, onSend, children, ...dialog } = props
  const [reason, setReason] = useState(props.reason ?? '')
  const given = reason.trim()
  return (
    <AskDialog {...dialog} isReady={[...given].length >= least} onSend={() => onSend(given)}>
      {children}
      <TextField {...{ label, hint, placeholder, lines, most }} value={reason} onChange={setReason} />
    </AskDialog>
  )
}
