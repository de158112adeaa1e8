import { Input } from 'antd'
import { type ReactNode, useId } from 'react'
import type { ProblemDocument } from '../../../platform/contract/public.ts'
import { Modal, ProblemAlert, useWords } from '../../../platform/ui/public.ts'
import { beyond, problemsAt } from './field-places.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { pageWords } from './page-words.ts'
import './agreements.css'

type DialogProps = {
  title: string
  ready: boolean
  busy: boolean
  problem: ProblemDocument | null
  /** Places in the request that say their own problems beneath the field. */
  fields: readonly string[]
  onSave: () => Promise<void>
  onCancel: () => void
  children: ReactNode
}

/** What is filed of a provider is filled in here: problems of a field stand beneath it, all others above. */
export function FilingDialog({ title, ready, busy, problem, fields, onSave, onCancel, children }: DialogProps) {
  const say = useWords(pageWords)
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={() => void onSave()}
      onCancel={onCancel}
    >
      <ProblemAlert problem={beyond(problem, fields)} takesFocus />
      {children}
    </Modal>
  )
}

/** A labelled line of text with what is wrong with it. */
export function TextField(props: {
  label: string
  value: string
  onChange: (text: string) => void
  hint?: string
  maxLength?: number
  problem: ProblemDocument | null
  /** The field's place in the request. */
  at: string
}) {
  const id = useId()
  const wrong = problemsAt(props.problem, props.at).length > 0
  return (
    <div className="ag-field">
      <label htmlFor={id}>{props.label}</label>
      <Input
        id={id}
        autoComplete="off"
        maxLength={props.maxLength ?? 100}
        value={props.value}
        {...(wrong ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {})}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <FieldProblems problem={props.problem} at={props.at} id={`${id}-problem`} />
      {props.hint ? <small className="sj-meta">{props.hint}</small> : null}
    </div>
  )
}
