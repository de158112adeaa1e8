import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DateField,
  DenseTable,
  DialogField,
  Instant,
  Modal,
  ProblemAlert,
  ReasonDialog,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useLocale,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import { realDay } from '../accounts/InviteDialog.tsx'
import { endScope, giveScope, listScopes, scopeChoices, type ScopeShown } from './contract.ts'
import { SCOPE_KINDS, type ScopeKind } from './rules.ts'
import { words } from './words.ts'

/** Which classes and providers an instructor's account reaches, and since when; nothing for other accounts. */
export function ScopeSection({ accountId, isOpen }: { accountId: string; isOpen: boolean }) {
  const say = useWords(words)
  const found = useCall(listScopes, { params: { accountId } })
  const [doing, setDoing] = useState<'add' | ScopeShown | null>(null)
  const close = () => setDoing(null)
  const shown = found.data
  if (!shown) return <ProblemAlert problem={found.problem} onRetry={found.retry} />
  if (!shown.isInstructor && shown.scopes.length === 0) return null
  const mayManage = shown.mayManage && isOpen
  const counts = shown.scopes.some(({ inForce }) => inForce)
  return (
    <section className="ac-section">
      <h2>
        {say.title}
        {mayManage && shown.isInstructor ? (
          <Button size="small" onClick={() => setDoing('add')}>
            {say.add}
          </Button>
        ) : null}
      </h2>
      <p>{shown.scopes.length === 0 ? say.whole : counts ? say.narrow : say.nothingNow}</p>
      {shown.scopes.length > 0 ? <Scopes scopes={shown.scopes} end={mayManage ? setDoing : null} /> : null}
      {doing === 'add' ? <GiveDialog accountId={accountId} onDone={close} /> : null}
      {doing !== null && doing !== 'add' ? <EndDialog accountId={accountId} scope={doing} onDone={close} /> : null}
    </section>
  )
}

function Scopes({ scopes, end }: { scopes: readonly ScopeShown[]; end: ((scope: ScopeShown) => void) | null }) {
  const say = useWords(words)
  const locale = useLocale()
  const columns: Column<ScopeShown>[] = [
    { key: 'subject', title: say.subject, width: 220, pinned: true, wraps: true, show: (row) => row.subject[locale] },
    { key: 'kind', title: say.of, width: 130, show: (row) => say.kinds[row.kind] },
    {
      key: 'days',
      title: say.days,
      width: 190,
      show: (row) => `${row.from} – ${row.ended?.lastDay ?? row.to ?? say.forGood}`,
    },
    {
      key: 'state',
      title: say.state,
      width: 90,
      show: (row) => <StateTag tone={row.inForce ? 'good' : 'plain'}>{row.inForce ? say.counts : say.over}</StateTag>,
    },
    { key: 'reason', title: say.reason, show: (row) => [row.reason, row.ended?.reason].filter(Boolean).join(' · ') },
    {
      key: 'by',
      title: say.by,
      width: 210,
      wraps: true,
      show: (row) => (
        <span className="sj-meta">
          {row.by.name} ({row.by.post[locale]}) <Instant at={row.at} />
        </span>
      ),
    },
    {
      key: 'end',
      title: '',
      width: 80,
      show: (row) =>
        end && row.ended === null && (row.to === null || row.to >= realDay()) ? (
          <Button size="small" onClick={() => end(row)}>
            {say.end}
          </Button>
        ) : null,
    },
  ]
  return (
    <DenseTable
      label={say.title}
      columns={columns}
      rows={scopes}
      rowKey={(row) => row.id}
      empty={{ sentence: say.whole }}
    />
  )
}

function GiveDialog({ accountId, onDone }: { accountId: string; onDone: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const giving = useAct(giveScope)
  const [search, setSearch] = useState('')
  const choices = useCall(scopeChoices, { params: { accountId }, query: search ? { search } : {} })
  const [kind, setKind] = useState<ScopeKind>('class')
  const [subjectId, setSubject] = useState<string | null>(null)
  const [given, setGiven] = useState({ from: realDay(), to: '', reason: '' })
  const set = (name: keyof typeof given) => (text: string) => setGiven((now) => ({ ...now, [name]: text }))
  const options =
    kind === 'class'
      ? (choices.data?.classes ?? []).map(({ id, title, organisationName }) => ({
          value: id,
          label: `${title[locale]} · ${organisationName}`,
        }))
      : (choices.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))
  async function give() {
    if (!subjectId) return
    const body = { ...given, kind, subjectId, to: given.to || null }
    const done = await giving.act({ params: { accountId }, body })
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
      okButtonProps={{ disabled: !subjectId || given.reason.trim().length < 2, loading: giving.busy }}
      onOk={() => void give()}
      onCancel={onDone}
    >
      <Radio.Group
        value={kind}
        options={SCOPE_KINDS.map((value) => ({ value, label: say.kinds[value] }))}
        onChange={(event) => {
          setKind(event.target.value as ScopeKind)
          setSubject(null)
        }}
      />
      <DialogField label={say.subject}>
        {(id) => (
          <Select
            id={id}
            showSearch={kind === 'class' ? { filterOption: false, onSearch: setSearch } : { optionFilterProp: 'label' }}
            placeholder={kind === 'class' ? say.search : say.choose}
            value={subjectId}
            options={options}
            onChange={(next: string) => setSubject(next)}
          />
        )}
      </DialogField>
      <div className="ac-two">
        <DialogField label={say.from}>
          {(id) => <DateField id={id} value={given.from} onChange={set('from')} />}
        </DialogField>
        <DialogField label={say.to}>{(id) => <DateField id={id} value={given.to} onChange={set('to')} />}</DialogField>
      </div>
      <DialogField label={say.reason}>
        {(id) => (
          <Input id={id} maxLength={200} value={given.reason} onChange={(event) => set('reason')(event.target.value)} />
        )}
      </DialogField>
      <ProblemAlert problem={choices.problem ?? giving.problem} takesFocus />
    </Modal>
  )
}

function EndDialog({ accountId, scope, onDone }: { accountId: string; scope: ScopeShown; onDone: () => void }) {
  const say = useWords(words)
  const tell = useTell()
  const ending = useAct(endScope)
  async function end(reason: string) {
    const done = await ending.act({ params: { accountId, scopeId: scope.id }, body: { reason } })
    if (!done.ok) return
    tell(words.endDone)
    onDone()
  }
  return (
    <ReasonDialog
      title={say.endTitle}
      send={say.end}
      cancel={say.cancel}
      label={say.reason}
      lines={1}
      most={200}
      busy={ending.busy}
      problem={ending.problem}
      onSend={(reason) => void end(reason)}
      onCancel={onDone}
    >
      <p>
        <SentenceText sentence={scope.subject} />
      </p>
      <p>{say.endMeans}</p>
    </ReasonDialog>
  )
}
