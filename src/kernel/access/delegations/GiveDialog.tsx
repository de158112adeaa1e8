import { Checkbox, Input, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import {
  DateField,
  Modal,
  ProblemAlert,
  useAct,
  useCall,
  useLocale,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { ROLES, type Role } from '../rules.ts'
import { delegationChoices, giveDelegation } from './contract.ts'
import { words } from './words.ts'

/** Who is away, who does their work meanwhile, which of their posts, on which days, and why. */
export function GiveDialog({ onDone }: { onDone: () => void }) {
  const say = useWords(words)
  const roles = useWords(ROLES)
  const locale = useLocale()
  const tell = useTell()
  const { businessDate } = useViewer()
  const choices = useCall(delegationChoices)
  const giving = useAct(giveDelegation)
  const [chosen, setChosen] = useState<{ absent: string | null; deputy: string | null; posts: Role[] | null }>({
    absent: null,
    deputy: null,
    posts: null,
  })
  const [given, setGiven] = useState({ from: businessDate, to: '', reason: '' })
  const set = (name: keyof typeof given) => (text: string) => setGiven((now) => ({ ...now, [name]: text }))
  const people = choices.data?.absent ?? []
  const absent = people.find(({ personId }) => personId === chosen.absent) ?? (people.length === 1 ? people[0] : null)
  const posts = chosen.posts ?? absent?.posts ?? []
  const ready = absent && chosen.deputy && posts.length > 0 && given.from && given.to && given.reason.trim().length >= 2
  const labels = (list: typeof people) =>
    list.map(({ personId, name, post }) => ({ value: personId, label: `${name} (${post[locale]})` }))

  async function give() {
    if (!absent || !chosen.deputy) return
    const body = { absentPersonId: absent.personId, deputyPersonId: chosen.deputy, posts, ...given }
    const done = await giving.act({ body })
    if (!done.ok) return
    tell(words.added)
    onDone()
  }

  return (
    <Modal
      open
      title={say.add}
      okText={say.save}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !ready, loading: giving.busy }}
      onOk={() => void give()}
      onCancel={onDone}
    >
      <ProblemAlert problem={choices.problem} onRetry={choices.retry} />
      <Field label={say.absent}>
        {(id) => (
          <Select
            id={id}
            placeholder={say.choose}
            value={absent?.personId ?? null}
            options={labels(people)}
            onChange={(personId: string) => setChosen((now) => ({ ...now, absent: personId, posts: null }))}
          />
        )}
      </Field>
      <Field label={say.deputy}>
        {(id) => (
          <Select
            id={id}
            placeholder={say.choose}
            value={chosen.deputy}
            options={labels((choices.data?.deputies ?? []).filter(({ personId }) => personId !== absent?.personId))}
            onChange={(personId: string) => setChosen((now) => ({ ...now, deputy: personId }))}
          />
        )}
      </Field>
      <fieldset className="dg-posts">
        <legend>{say.posts}</legend>
        {absent ? null : <small className="sj-meta">{say.postsOfAbsent}</small>}
        <Checkbox.Group<Role>
          value={posts}
          options={(absent?.posts ?? []).map((value) => ({ value, label: roles[value] }))}
          onChange={(now) => setChosen((before) => ({ ...before, posts: now }))}
        />
      </fieldset>
      <div className="dg-days">
        <Field label={say.from}>{(id) => <DateField id={id} value={given.from} onChange={set('from')} />}</Field>
        <Field label={say.to}>{(id) => <DateField id={id} value={given.to} onChange={set('to')} />}</Field>
      </div>
      <Field label={say.reason}>
        {(id) => (
          <Input id={id} maxLength={200} value={given.reason} onChange={(event) => set('reason')(event.target.value)} />
        )}
      </Field>
      <ProblemAlert problem={giving.problem} takesFocus />
    </Modal>
  )
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="dg-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
