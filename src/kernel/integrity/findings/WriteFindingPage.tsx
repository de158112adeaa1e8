import { Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import {
  Callout,
  DateField,
  DialogField,
  GoLink,
  PageFrame,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useFilters,
  useGo,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { walkTrail } from '../../record/contract.ts'
import { writeFinding } from './contract.ts'
import './findings.css'
import { pageWords } from './page-words.ts'
import { SEVERITIES, type Severity } from './rules.ts'
import { words } from './words.ts'

const NOTHING = { found: '', rule: '', remedy: '', dueOn: '' }

/** The auditor writes what was found at one step: which step, what, against which rule, what is asked, by when. */
export default function WriteFindingPage() {
  const say = { ...useWords(words), ...useWords(pageWords) }
  const go = useGo()
  const tell = useTell()
  const { businessDate } = useViewer()
  const { kind, subject } = useFilters({ kind: '', subject: '' }).filters
  const isAbout = kind !== '' && subject !== ''
  const about = useCall(walkTrail, { params: { kind, id: subject } }, { enabled: isAbout })
  const writing = useAct(writeFinding)
  const [given, setGiven] = useState(NOTHING)
  const [severity, setSeverity] = useState<Severity>('minor')
  const [forOrganisation, setFor] = useState(false)
  const [asksCase, setAsks] = useState(false)
  const ready = given.found.trim().length >= 4 && given.rule.trim().length >= 2 && given.remedy.trim().length >= 2
  const set = (name: keyof typeof given) => (event: { target: { value: string } }) =>
    setGiven((now) => ({ ...now, [name]: event.target.value }))

  async function write() {
    const done = await writing.act({ body: { ...given, kind, subject, severity, forOrganisation, asksCase } })
    if (!done.ok) return
    tell(pageWords.written)
    go(`/findings/${done.answer.id}`)
  }

  if (!isAbout) return <ChooseStep />
  return (
    <PageFrame title={say.write} meta={say.writeMeta} crumbs={[{ label: say.title, to: '/findings' }]}>
      <ProblemAlert problem={about.problem} />
      <div className="fd-form">
        <p>
          {say.about}:{' '}
          {about.data ? (
            <GoLink to={`/trail/${kind}/${subject}`}>
              <SentenceText sentence={about.data.title} />
            </GoLink>
          ) : null}
        </p>
        <DialogField label={say.found} hint={say.foundHint}>
          {(id) => <Input.TextArea id={id} rows={4} maxLength={2000} value={given.found} onChange={set('found')} />}
        </DialogField>
        <DialogField label={say.rule} hint={say.ruleHint}>
          {(id) => <Input id={id} maxLength={300} value={given.rule} onChange={set('rule')} />}
        </DialogField>
        <DialogField label={say.severity}>
          {(id) => (
            <Radio.Group
              id={id}
              value={severity}
              options={SEVERITIES.map((value) => ({ value, label: say.severities[value] }))}
              onChange={(event) => setSeverity(event.target.value)}
            />
          )}
        </DialogField>
        <DialogField label={say.remedy}>
          {(id) => <Input.TextArea id={id} rows={3} maxLength={1000} value={given.remedy} onChange={set('remedy')} />}
        </DialogField>
        <DialogField label={say.due}>
          {(id) => (
            <DateField
              id={id}
              min={businessDate}
              value={given.dueOn}
              onChange={(dueOn) => setGiven((now) => ({ ...now, dueOn }))}
            />
          )}
        </DialogField>
        <p>
          <Checkbox checked={forOrganisation} onChange={(event) => setFor(event.target.checked)}>
            {say.tell}
          </Checkbox>
        </p>
        <p>
          <Checkbox checked={asksCase} onChange={(event) => setAsks(event.target.checked)}>
            {say.asksCase}
          </Checkbox>
        </p>
        <ProblemAlert problem={writing.problem} takesFocus />
        <Button
          type="primary"
          disabled={!ready || given.dueOn === '' || !about.data}
          loading={writing.busy}
          onClick={() => void write()}
        >
          {say.save}
        </Button>
      </div>
    </PageFrame>
  )
}

/** A finding is about one step: without it, where to begin from. */
function ChooseStep() {
  const say = { ...useWords(words), ...useWords(pageWords) }
  return (
    <PageFrame title={say.write} crumbs={[{ label: say.title, to: '/findings' }]}>
      <Callout tone="attention" title={say.noStep}>
        <p>{say.whereSteps}</p>
        <ul>
          {STEPS_BEGIN.map(({ to, label }) => (
            <li key={to}>
              <GoLink to={to}>{say[label]}</GoLink>
            </li>
          ))}
        </ul>
      </Callout>
    </PageFrame>
  )
}

const STEPS_BEGIN = [
  { to: '/classes', label: 'ofClasses' },
  { to: '/claims', label: 'ofClaims' },
  { to: '/batches', label: 'ofBatches' },
  { to: '/samples', label: 'ofSamples' },
] as const
