import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import {
  DialogField,
  Modal,
  ProblemAlert,
  useAct,
  useCall,
  useLocale,
  useTell,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import type { Role } from '../rules.ts'
import { emergencyChoices, takeEmergency } from './contract.ts'
import { words } from './words.ts'
import './emergencies.css'

/** Which post, for how long and why; what it opens is said before it is taken. */
export function TakeDialog({ onDone }: { onDone: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const choices = useCall(emergencyChoices)
  const taking = useAct(takeEmergency)
  const [role, setRole] = useState<Role | null>(null)
  const [minutes, setMinutes] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [ticket, setTicket] = useState('')
  const { roles = [], mostMinutes = 0 } = choices.data ?? {}
  const chosen = roles.find((each) => each.role === role)
  const ready = role && reason.trim().length >= 5 && ticket.trim().length >= 2

  async function take() {
    if (!role) return
    const done = await taking.act({ body: { role, minutes: minutes ?? mostMinutes, reason, ticket } })
    if (!done.ok) return
    tell(words.taken)
    onDone()
  }

  return (
    <Modal
      open
      title={say.takeTitle}
      okText={say.take}
      cancelText={say.cancel}
      okButtonProps={{ danger: true, disabled: !ready, loading: taking.busy }}
      onOk={() => void take()}
      onCancel={onDone}
    >
      <p>{say.takeMeans}</p>
      <ProblemAlert problem={choices.problem} onRetry={choices.retry} />
      {choices.loading ? <Waiting rows={3} /> : null}
      {choices.data && roles.length === 0 ? <p className="sj-empty">{say.nothingToTake}</p> : null}
      <DialogField label={say.role}>
        {(id) => (
          <Select
            className="em-wide"
            id={id}
            placeholder={say.choose}
            value={role}
            options={roles.map((each) => ({ value: each.role, label: each.name[locale] }))}
            onChange={setRole}
          />
        )}
      </DialogField>
      {chosen ? (
        <DialogField label={say.opens}>
          {(id) => (
            <ul id={id} className="em-opens">
              {chosen.opens.map((sentence) => (
                <li key={sentence.en}>{sentence[locale]}</li>
              ))}
            </ul>
          )}
        </DialogField>
      ) : null}
      <DialogField label={say.minutes} hint={words.most(mostMinutes)[locale]}>
        {(id) => (
          <InputNumber
            className="em-wide"
            id={id}
            min={1}
            max={mostMinutes}
            precision={0}
            value={minutes ?? mostMinutes}
            onChange={(value) => setMinutes(value)}
          />
        )}
      </DialogField>
      <DialogField label={say.reason}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </DialogField>
      <DialogField label={say.ticket}>
        {(id) => <Input id={id} maxLength={60} value={ticket} onChange={(event) => setTicket(event.target.value)} />}
      </DialogField>
      <ProblemAlert problem={taking.problem} takesFocus />
    </Modal>
  )
}
