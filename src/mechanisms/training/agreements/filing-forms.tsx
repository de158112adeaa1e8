import { Input, InputNumber, Modal, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { listTowns } from '../../../kernel/reference/contract.ts'
import type { ProblemDocument } from '../../../platform/contract/public.ts'
import { ProblemAlert, useAct, useCall, useTell, useWords } from '../../../platform/ui/public.ts'
import { addRoom, addSite, fileInstructor, type Site } from './contract.ts'
import { pageWords } from './page-words.ts'
import './agreements.css'

type DialogProps = {
  title: string
  ready: boolean
  busy: boolean
  problem: ProblemDocument | null
  onSave: () => Promise<void>
  onCancel: () => void
  children: ReactNode
}

function FilingDialog({ title, ready, busy, problem, onSave, onCancel, children }: DialogProps) {
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
      {/* Items name fields the person just typed into; their places in the request say nothing more. */}
      <ProblemAlert
        problem={problem && { ...problem, items: problem.items.map((item) => ({ ...item, at: '' })) }}
        takesFocus
      />
      {children}
    </Modal>
  )
}

function TextField(props: {
  label: string
  value: string
  onChange: (text: string) => void
  hint?: string
  maxLength?: number
}) {
  const id = useId()
  return (
    <div className="ag-field">
      <label htmlFor={id}>{props.label}</label>
      <Input
        id={id}
        autoComplete="off"
        maxLength={props.maxLength ?? 100}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.hint ? <small className="sj-meta">{props.hint}</small> : null}
    </div>
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
      onSave={save}
      onCancel={onDone}
    >
      <TextField label={say.name} value={name} onChange={setName} />
      <div className="ag-field">
        <label htmlFor={id}>{say.town}</label>
        <Select<string>
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={townZh}
          onChange={setTown}
          options={(towns.data?.towns ?? []).map((town) => ({ value: town.nameZh, label: town.nameZh }))}
        />
      </div>
      <TextField label={say.address} value={address} onChange={setAddress} maxLength={200} />
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
      onSave={save}
      onCancel={onDone}
    >
      <p className="sj-meta">{site.name}</p>
      <TextField label={say.name} value={name} onChange={setName} maxLength={60} />
      <div className="ag-field">
        <label htmlFor={id}>{say.seats}</label>
        <InputNumber id={id} min={1} max={2000} precision={0} value={seats} onChange={setSeats} />
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
  })
  return (
    <FilingDialog
      title={say.fileInstructor}
      ready={given.name.trim() !== '' && given.identityNumber.trim() !== ''}
      busy={filing.busy}
      problem={filing.problem}
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
