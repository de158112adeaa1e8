import { Input } from 'antd'
import { useId, useState } from 'react'
import { Modal, ProblemAlert, useWords } from '../../../platform/ui/public.ts'
import { words } from './words.ts'

type PasswordDialogProps = {
  title: string
  busy: boolean
  problem: Parameters<typeof ProblemAlert>[0]['problem']
  onGiven: (password: string) => void
  onCancel: () => void
}

/** A desk left open is not enough for this: the password is asked again. */
export function PasswordDialog({ title, busy, problem, onGiven, onCancel }: PasswordDialogProps) {
  const say = useWords(words)
  const id = useId()
  const [password, setPassword] = useState('')
  return (
    <Modal
      open
      title={title}
      okText={say.next}
      cancelText={say.cancel}
      okButtonProps={{ disabled: password === '', loading: busy }}
      onOk={() => onGiven(password)}
      onCancel={onCancel}
      width={400}
    >
      <div className="sj-remark">
        <label htmlFor={id}>{say.ownPassword}</label>
        <Input.Password
          id={id}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          onPressEnter={() => (password ? onGiven(password) : undefined)}
        />
      </div>
      <ProblemAlert problem={problem} takesFocus />
    </Modal>
  )
}
