import { Button, Input, Radio, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import {
  DateField,
  Modal,
  ProblemAlert,
  useAct,
  useCall,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { findRestrictable, listRestrictableOrganisations, proposeRestriction, type Restriction } from './contract.ts'
import { pageWords } from './page-words.ts'
import { KINDS } from './words.ts'

type Subject = { personId: string | null; organisationId: string | null }

const NOBODY: Subject = { personId: null, organisationId: null }

/** Who, what, by which document, from when until when. */
export function ProposeDialog({ onDone }: { onDone: () => void }) {
  const say = useWords(pageWords)
  const kinds = useWords(KINDS)
  const tell = useTell()
  const { businessDate } = useViewer()
  const proposing = useAct(proposeRestriction)
  const [subject, setSubject] = useState<Subject>(NOBODY)
  const [kind, setKind] = useState<Restriction['kind']>('restricted')
  const [given, setGiven] = useState({ document: '', clause: '', reason: '', from: businessDate, to: '' })
  const known = subject.personId !== null || subject.organisationId !== null
  const ready =
    known &&
    given.document.trim().length >= 2 &&
    given.clause.trim().length >= 2 &&
    given.reason.trim().length >= 2 &&
    given.from !== ''
  const set = (name: keyof typeof given) => (text: string) => setGiven((now) => ({ ...now, [name]: text }))

  async function propose() {
    const { to, ...rest } = given
    const done = await proposing.act({ body: { ...subject, kind, ...rest, to: to === '' ? null : to } })
    if (!done.ok) return
    tell(pageWords.proposed)
    onDone()
  }

  return (
    <Modal
      open
      title={say.add}
      okText={say.propose}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !ready, loading: proposing.busy }}
      onOk={() => void propose()}
      onCancel={onDone}
    >
      <SubjectFields onSubject={setSubject} />
      <Field label={say.kind}>
        {(id) => (
          <Select<Restriction['kind']>
            id={id}
            value={kind}
            onChange={setKind}
            options={(['restricted', 'recovery'] as const).map((value) => ({ value, label: kinds[value] }))}
          />
        )}
      </Field>
      <Field label={say.document} hint={say.documentHint}>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={given.document}
            onChange={(event) => set('document')(event.target.value)}
          />
        )}
      </Field>
      <Field label={say.clause} hint={say.clauseHint}>
        {(id) => (
          <Input id={id} maxLength={200} value={given.clause} onChange={(event) => set('clause')(event.target.value)} />
        )}
      </Field>
      <Field label={say.reason} hint={say.reasonHint}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={500}
            value={given.reason}
            onChange={(event) => set('reason')(event.target.value)}
          />
        )}
      </Field>
      <div className="re-days">
        <Field label={say.from}>{(id) => <DateField id={id} value={given.from} onChange={set('from')} />}</Field>
        <Field label={say.to}>{(id) => <DateField id={id} value={given.to} onChange={set('to')} />}</Field>
      </div>
      <ProblemAlert problem={proposing.problem} takesFocus />
    </Modal>
  )
}

function Field({ label, hint, children }: { label: string; hint?: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="re-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint ? <small className="sj-meta">{hint}</small> : null}
    </div>
  )
}

/** A person, found by the number typed in full; or an organisation, chosen. */
function SubjectFields({ onSubject }: { onSubject: (subject: Subject) => void }) {
  const say = useWords(pageWords)
  const [what, setWhat] = useState<'person' | 'organisation'>('person')
  return (
    <>
      <Radio.Group
        className="re-ways"
        value={what}
        onChange={(event) => {
          setWhat(event.target.value as typeof what)
          onSubject(NOBODY)
        }}
        options={[
          { value: 'person', label: say.person },
          { value: 'organisation', label: say.organisation },
        ]}
      />
      {what === 'person' ? (
        <PersonField onPerson={(personId) => onSubject({ ...NOBODY, personId })} />
      ) : (
        <OrganisationField onOrganisation={(organisationId) => onSubject({ ...NOBODY, organisationId })} />
      )}
    </>
  )
}

function PersonField({ onPerson }: { onPerson: (personId: string | null) => void }) {
  const say = useWords(pageWords)
  const finding = useAct(findRestrictable)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<{ maskedName: string; maskedIdentity: string } | null>(null)

  async function find() {
    const done = await finding.act({ body: { identityNumber: typed } })
    if (!done.ok) return
    setTyped('')
    setFound(done.answer)
    onPerson(done.answer.personId)
  }

  function type(text: string) {
    setTyped(text)
    setFound(null)
    onPerson(null)
    finding.forget()
  }

  return (
    <>
      <Field label={say.identity} hint={say.identityHint}>
        {(id) => (
          <span className="re-find">
            <Input
              id={id}
              autoComplete="off"
              maxLength={40}
              value={typed}
              onChange={(event) => type(event.target.value)}
              onPressEnter={() => void find()}
            />
            <Button disabled={typed.trim() === ''} loading={finding.busy} onClick={() => void find()}>
              {say.find}
            </Button>
          </span>
        )}
      </Field>
      <ProblemAlert problem={finding.problem} />
      {found ? (
        <p className="re-found" role="status">
          {say.found(found.maskedName, found.maskedIdentity)}
        </p>
      ) : null}
    </>
  )
}

function OrganisationField({ onOrganisation }: { onOrganisation: (id: string | null) => void }) {
  const say = useWords(pageWords)
  const organisations = useCall(listRestrictableOrganisations)
  return (
    <>
      <Field label={say.organisation}>
        {(id) => (
          <Select<string>
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            options={(organisations.data?.organisations ?? []).map(({ id: value, name }) => ({ value, label: name }))}
            onChange={onOrganisation}
          />
        )}
      </Field>
      <ProblemAlert problem={organisations.problem} onRetry={organisations.retry} />
    </>
  )
}
