import { Button, Input } from 'antd'
import { useState } from 'react'
import {
  DateField,
  DialogField,
  Modal,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import type { Sentence } from '../../../platform/contract/public.ts'
import { overrideDefaults, proposeOverride } from './contract.ts'
import { pageWords } from './page-words.ts'
import { AddOverridePaper } from './Papers.tsx'
import './overrides.css'

/** A failed answer as the button beside it knows it. */
export type Failed = {
  readonly resultId: string
  readonly checkId: string
  readonly title: Sentence
  readonly found: Sentence
  readonly who: Sentence | null
}

/** 申请放行, beside a failed answer; absent for whoever may not propose. */
export function ProposeOverride({ answer }: { answer: Failed }) {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const [open, setOpen] = useState(false)
  if (!may(proposeOverride.may)) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say.ask}
      </Button>
      {open ? <ProposeDialog answer={answer} onDone={() => setOpen(false)} /> : null}
    </>
  )
}

function ProposeDialog({ answer, onDone }: { answer: Failed; onDone: () => void }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const { businessDate } = useViewer()
  const proposing = useAct(proposeOverride)
  const { data: defaults } = useCall(overrideDefaults)
  const [given, setGiven] = useState({ document: '', reason: '', evidence: '' })
  const [chosen, setChosen] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const expiresOn = chosen ?? defaults?.latest ?? ''
  const ready = given.document.trim().length >= 2 && given.reason.trim().length >= 2 && expiresOn !== ''
  const set = (name: keyof typeof given) => (event: { target: { value: string } }) =>
    setGiven((now) => ({ ...now, [name]: event.target.value }))

  async function propose() {
    const done = await proposing.act({ body: { resultId: answer.resultId, ...given, expiresOn } })
    if (!done.ok) return
    tell(pageWords.proposed)
    setMade(done.answer.id)
  }

  // It is proposed; what supports it can be added at once, or later on the page of overrides.
  if (made)
    return (
      <Modal
        open
        title={say.proposed}
        okText={say.close}
        onOk={onDone}
        onCancel={onDone}
        cancelButtonProps={{ hidden: true }}
      >
        <AddOverridePaper overrideId={made} />
      </Modal>
    )
  return (
    <Modal
      open
      title={say.ask}
      okText={say.propose}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !ready, loading: proposing.busy }}
      onOk={() => void propose()}
      onCancel={onDone}
    >
      <div className="ov-summary">
        <p>
          <b>
            {answer.checkId} <SentenceText sentence={answer.title} />
          </b>
        </p>
        <p>
          {answer.who ? <SentenceText sentence={answer.who} /> : say.wholeClass}:{' '}
          <SentenceText sentence={answer.found} />
        </p>
      </div>
      <DialogField label={say.document} hint={say.documentHint}>
        {(id) => <Input id={id} maxLength={200} value={given.document} onChange={set('document')} />}
      </DialogField>
      <DialogField label={say.reason} hint={say.reasonHint}>
        {(id) => <Input.TextArea id={id} rows={2} maxLength={500} value={given.reason} onChange={set('reason')} />}
      </DialogField>
      <DialogField label={say.evidence} hint={say.evidenceHint}>
        {(id) => <Input id={id} maxLength={300} value={given.evidence} onChange={set('evidence')} />}
      </DialogField>
      <DialogField
        label={say.expires}
        {...(defaults ? { hint: say.expiresHint(defaults.maxDays, defaults.latest) } : {})}
      >
        {(id) => (
          <DateField
            id={id}
            min={businessDate}
            {...(defaults ? { max: defaults.latest } : {})}
            value={expiresOn}
            onChange={setChosen}
          />
        )}
      </DialogField>
      <ProblemAlert problem={proposing.problem} takesFocus />
    </Modal>
  )
}
