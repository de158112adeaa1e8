import { InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import { listTowns } from '../../../kernel/reference/contract.ts'
import { useAct, useCall, useTell, useWords } from '../../../platform/ui/public.ts'
import { addRoom, addSite, fileInstructor, registerProvider, type Site } from './contract.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { FilingDialog, TextField } from './FilingDialog.tsx'
import { pageWords } from './page-words.ts'

export function RegisterProvider({ onDone }: { onDone: () => void }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const registering = useAct(registerProvider)
  const [name, setName] = useState('')
  const [uscc, setUscc] = useState('')
  async function save() {
    const done = await registering.act({ body: { name, uscc } })
    if (!done.ok) return
    tell(pageWords.saved)
    onDone()
  }
  return (
    <FilingDialog
      title={say.registerProvider}
      ready={name.trim() !== ''}
      busy={registering.busy}
      problem={registering.problem}
      fields={['body.name', 'body.uscc']}
      onSave={save}
      onCancel={onDone}
    >
      <TextField label={say.name} value={name} onChange={setName} problem={registering.problem} at="body.name" />
      <TextField
        label={say.uscc}
        value={uscc}
        onChange={setUscc}
        maxLength={40}
        problem={registering.problem}
        at="body.uscc"
      />
    </FilingDialog>
  )
}

export function AddSite({ organisationId, onDone }: { organisationId: string; onDone: () => void }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const id = useId()
  const towns = useCall(listTowns)
  const adding = useAct(addSite)
  const [name, setName] = useState('')
  const [townZh, setTown] = useState<string | null>(null)
  const [address, setAddress] = useState('')
  async function save() {
    if (townZh === null) return
    const done = await adding.act({ params: { organisationId }, body: { name, townZh, address } })
    if (!done.ok) return
    tell(pageWords.saved)
    onDone()
  }
  return (
    <FilingDialog
      title={say.addSite}
      ready={name.trim() !== '' && townZh !== null && address.trim() !== ''}
      busy={adding.busy}
      problem={adding.problem}
      fields={['body.name', 'body.townZh', 'body.address']}
      onSave={save}
      onCancel={onDone}
    >
      <TextField label={say.name} value={name} onChange={setName} problem={adding.problem} at="body.name" />
      <div className="ag-field">
        <label htmlFor={id}>{say.town}</label>
        <Select<string>
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={townZh || null}
          placeholder={say.choose}
          onChange={setTown}
          options={(towns.data?.towns ?? []).map((town) => ({ value: town.nameZh, label: town.nameZh }))}
        />
        <FieldProblems problem={adding.problem} at="body.townZh" />
      </div>
      <TextField
        label={say.address}
        value={address}
        onChange={setAddress}
        maxLength={200}
        problem={adding.problem}
        at="body.address"
      />
    </FilingDialog>
  )
}

export function AddRoom({ site, onDone }: { site: Site; onDone: () => void }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const id = useId()
  const adding = useAct(addRoom)
  const [name, setName] = useState('')
  const [seats, setSeats] = useState<number | null>(null)
  async function save() {
    if (seats === null) return
    const done = await adding.act({ params: { siteId: site.id }, body: { name, seats } })
    if (!done.ok) return
    tell(pageWords.saved)
    onDone()
  }
  return (
    <FilingDialog
      title={say.addRoom}
      ready={name.trim() !== '' && seats !== null}
      busy={adding.busy}
      problem={adding.problem}
      fields={['body.name', 'body.seats']}
      onSave={save}
      onCancel={onDone}
    >
      <p className="sj-meta">{site.name}</p>
      <TextField
        label={say.name}
        value={name}
        onChange={setName}
        maxLength={60}
        problem={adding.problem}
        at="body.name"
      />
      <div className="ag-field">
        <label htmlFor={id}>{say.seats}</label>
        <InputNumber id={id} min={1} max={2000} precision={0} value={seats} onChange={setSeats} />
        <FieldProblems problem={adding.problem} at="body.seats" />
      </div>
    </FilingDialog>
  )
}

export function FileInstructor({ organisationId, onDone }: { organisationId: string; onDone: () => void }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const filing = useAct(fileInstructor)
  const [given, setGiven] = useState({ name: '', identityNumber: '', phone: '', title: '' })
  async function save() {
    const done = await filing.act({ params: { organisationId }, body: given })
    if (!done.ok) return
    tell(pageWords.saved)
    onDone()
  }
  const field = (name: keyof typeof given) => ({
    value: given[name],
    onChange: (text: string) => setGiven((now) => ({ ...now, [name]: text })),
    problem: filing.problem,
    at: `body.${name}`,
  })
  return (
    <FilingDialog
      title={say.fileInstructor}
      ready={given.name.trim() !== '' && given.identityNumber.trim() !== ''}
      busy={filing.busy}
      problem={filing.problem}
      fields={Object.keys(given).map((name) => `body.${name}`)}
      onSave={save}
      onCancel={onDone}
    >
      <TextField label={say.personName} {...field('name')} />
      <TextField label={say.identity} hint={say.identityHint} maxLength={40} {...field('identityNumber')} />
      <TextField label={say.phone} maxLength={40} {...field('phone')} />
      <TextField label={say.title} maxLength={60} {...field('title')} />
    </FilingDialog>
  )
}
