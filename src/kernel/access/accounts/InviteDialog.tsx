import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import {
  Callout,
  DateField,
  DialogField,
  Modal,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import { ROLES, type Role } from '../rules.ts'
import { accountChoices, inviteAccount } from './contract.ts'
import { conflictsOf, INVITATION, rolesOfSide } from './rules.ts'
import { words } from './words.ts'

const BUREAU = ''

/** Today on the wall, not in the demonstration: accounts live in real time. */
export const realDay = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** Opens an account for somebody: who, of whom, in which roles, on which days and why. */
export function InviteDialog({ onDone }: { onDone: (link?: { token: string; expiresAt: string }) => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const choices = useCall(accountChoices)
  const inviting = useAct(inviteAccount)
  const [organisation, setOrganisation] = useState(BUREAU)
  const [roles, setRoles] = useState<Role[]>([])
  const [days, setDays] = useState<number>(INVITATION.days)
  const [given, setGiven] = useState({
    accountName: '',
    personName: '',
    identityNumber: '',
    phone: '',
    from: realDay(),
    to: '',
    reason: '',
  })
  const set = (name: keyof typeof given) => (text: string) => setGiven((now) => ({ ...now, [name]: text }))
  const filled = [given.accountName, given.personName, given.identityNumber, given.reason].every(
    (text) => text.trim().length >= 2,
  )
  const sides = [
    { value: BUREAU, label: say.bureau },
    ...(choices.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]

  async function send() {
    const organisationId = organisation === BUREAU ? null : organisation
    const done = await inviting.act({ body: { ...given, to: given.to || null, organisationId, roles, days } })
    if (done.ok) onDone(done.answer)
  }

  const text = (name: 'accountName' | 'personName' | 'identityNumber' | 'phone' | 'reason', label: string) => (
    <DialogField label={label}>
      {(id) => (
        <Input
          id={id}
          maxLength={200}
          autoComplete="off"
          value={given[name]}
          onChange={(event) => set(name)(event.target.value)}
        />
      )}
    </DialogField>
  )
  return (
    <Modal
      open
      title={say.inviteTitle}
      okText={say.send}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !filled || roles.length === 0, loading: inviting.busy }}
      onOk={() => void send()}
      onCancel={() => onDone()}
    >
      <ProblemAlert problem={choices.problem} onRetry={choices.retry} />
      <div className="ac-two">
        {text('personName', say.personName)}
        {text('identityNumber', say.identity)}
        {text('phone', say.phone)}
        {text('accountName', say.name)}
      </div>
      <DialogField label={say.side}>
        {(id) => (
          <Select
            id={id}
            value={organisation}
            options={sides}
            onChange={(next: string) => {
              setOrganisation(next)
              setRoles([])
            }}
          />
        )}
      </DialogField>
      <DialogField label={say.roles}>
        {() => (
          <Checkbox.Group<Role>
            value={roles}
            options={rolesOfSide(organisation !== BUREAU).map((value) => ({ value, label: ROLES[value][locale] }))}
            onChange={setRoles}
          />
        )}
      </DialogField>
      <Conflicts roles={roles} />
      <div className="ac-two">
        <DialogField label={say.from}>
          {(id) => <DateField id={id} value={given.from} onChange={set('from')} />}
        </DialogField>
        <DialogField label={say.to}>{(id) => <DateField id={id} value={given.to} onChange={set('to')} />}</DialogField>
      </div>
      {text('reason', say.reason)}
      <DialogField label={say.linkDays}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={INVITATION.mostDays}
            value={days}
            onChange={(next) => setDays(next ?? INVITATION.days)}
          />
        )}
      </DialogField>
      <ProblemAlert problem={inviting.problem} takesFocus />
    </Modal>
  )
}

/** Roles meant for different people, in one hand: allowed, and said. */
export function Conflicts({ roles }: { roles: readonly Role[] }) {
  const say = useWords(words)
  const conflicts = conflictsOf(roles)
  if (conflicts.length === 0) return null
  return (
    <Callout tone="attention" title={say.conflicts}>
      <ul>
        {conflicts.map(({ role, with: other, because }) => (
          <li key={`${role} ${other}`}>
            <SentenceText sentence={words.conflict(ROLES[role], ROLES[other], because)} />
          </li>
        ))}
      </ul>
    </Callout>
  )
}
