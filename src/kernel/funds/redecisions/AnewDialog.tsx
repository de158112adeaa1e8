import { Button, Radio, Select } from 'antd'
import { useState } from 'react'
import {
  AskDialog,
  DialogField,
  ProblemAlert,
  SentenceText,
  TextField,
  useAct,
  useGo,
  useLocale,
  useTell,
  useWords,
  Yuan,
  yuanText,
} from '../../../platform/ui/public.ts'
import { FEN_LIMIT, parseYuan } from '../../values/public.ts'
import { Changes, Signed } from './Changes.tsx'
import { type Chain, type Preview, previewAnew, proposeAnew } from './contract.ts'
import { pageWords } from './page-words.ts'
import { ANEW_CAUSES, type AnewCause } from './rules.ts'
import { isWhyGiven, WhyFields } from './WhyFields.tsx'

type DialogProps = {
  /** What is known of the one person; absent where a class is decided anew for corrected rules. */
  readonly chain: Chain | null
  readonly decisionIds: readonly string[]
  readonly who: string
  readonly onDone: () => void
}

type Manual = { outcome: 'eligible' | 'not-eligible'; typed: string; cite: string; reason: string }

/** Why, what it would come to, and then the proposal: nothing is written before the last button. */
export function AnewDialog({ chain, decisionIds, who, onDone }: DialogProps) {
  const say = useWords(pageWords)
  const tell = useTell()
  const go = useGo()
  const previewing = useAct(previewAnew)
  const proposing = useAct(proposeAnew)
  const [cause, setCause] = useState<AnewCause>(chain && !chain.corrected ? 'changed-fact' : 'rule-correction')
  const [manual, setManual] = useState<Manual>({
    outcome: 'eligible',
    typed: '',
    cite: chain?.forPeople[0]?.id ?? '',
    reason: '',
  })
  const [seen, setSeen] = useState<Preview | null>(null)
  const [given, setGiven] = useState({ reason: '', document: '', about: '' })
  const asked = { decisionIds: [...decisionIds], cause, manual: cause === 'manual' ? manualOf(manual) : null }
  const canLook = cause !== 'manual' || asked.manual !== null
  const about = chain?.about.find(({ id }) => id === given.about)

  async function look() {
    const done = await previewing.act({ body: asked })
    setSeen(done.ok ? done.answer : null)
  }

  async function propose() {
    if (!seen) return
    const { reason, document } = given
    const body = { ...asked, reason, document, seenSha256: seen.seenSha256 }
    const done = await proposing.act({ body: { ...body, about: about ? { kind: about.kind, id: about.id } : null } })
    if (!done.ok) return
    tell(pageWords.proposed)
    onDone()
    go(`/redecisions/${done.answer.id}`)
  }

  function again(change: () => void) {
    change()
    setSeen(null)
  }

  return (
    <AskDialog
      width={640}
      title={say.askTitle(who)}
      send={say.propose}
      cancel={say.cancel}
      isReady={seen !== null && isWhyGiven(given)}
      busy={proposing.busy}
      problem={proposing.problem}
      onSend={() => void propose()}
      onCancel={onDone}
    >
      <DialogField label={say.cause} hint={say.causeHints[cause]}>
        {(id) => (
          <Select<AnewCause>
            id={id}
            value={cause}
            style={{ width: '100%' }}
            options={causesFor(chain).map((value) => ({ value, label: say.causes[value] }))}
            onChange={(value) => again(() => setCause(value))}
          />
        )}
      </DialogField>
      {cause === 'manual' && chain ? (
        <ManualFields clauses={chain.forPeople} manual={manual} onChange={(value) => again(() => setManual(value))} />
      ) : null}
      {cause === 'appeal' && chain && chain.about.length > 0 ? (
        <AboutField
          about={chain.about}
          value={given.about}
          onChange={(value) => setGiven({ ...given, about: value })}
        />
      ) : null}
      <p>
        <Button disabled={!canLook} loading={previewing.busy} onClick={() => void look()}>
          {say.preview}
        </Button>
      </p>
      <ProblemAlert problem={previewing.problem} takesFocus />
      {seen ? (
        <>
          <Previews preview={seen} />
          <WhyFields say={say} given={given} onChange={setGiven} />
        </>
      ) : null}
    </AskDialog>
  )
}

/** For a class only corrected rules; for one person every cause, corrected rules where there are any. */
function causesFor(chain: Chain | null): readonly AnewCause[] {
  if (!chain) return ['rule-correction']
  return ANEW_CAUSES.filter((cause) => cause !== 'rule-correction' || chain.corrected)
}

/** What was typed as a manual decision; null while something of it is missing. */
function manualOf({ outcome, typed, cite, reason }: Manual) {
  if (cite === '' || reason.trim().length < 2) return null
  if (outcome === 'not-eligible') return { outcome, fen: '0', cite, reason }
  const read = parseYuan(typed)
  if (!read.ok || read.value <= 0n || read.value >= FEN_LIMIT) return null
  return { outcome, fen: String(read.value), cite, reason }
}

function ManualFields({
  clauses,
  manual,
  onChange,
}: {
  clauses: Chain['forPeople']
  manual: Manual
  onChange: (manual: Manual) => void
}) {
  const say = useWords(pageWords)
  const locale = useLocale()
  if (clauses.length === 0) return <p className="sj-meta">{say.notForPeople}</p>
  const text = clauses.find(({ id }) => id === manual.cite)?.text
  return (
    <>
      <DialogField label={say.clause} {...(text ? { hint: text } : {})}>
        {(id) => (
          <Select<string>
            id={id}
            value={manual.cite}
            style={{ width: '100%' }}
            options={clauses.map(({ id: value, clause }) => ({ value, label: clause[locale] }))}
            onChange={(cite) => onChange({ ...manual, cite })}
          />
        )}
      </DialogField>
      <DialogField label={say.outcome}>
        {(id) => (
          <Radio.Group
            id={id}
            value={manual.outcome}
            onChange={(event) => onChange({ ...manual, outcome: event.target.value })}
            options={(['eligible', 'not-eligible'] as const).map((value) => ({ value, label: say.outcomes[value] }))}
          />
        )}
      </DialogField>
      {manual.outcome === 'eligible' ? (
        <TextField
          label={say.amount}
          hint={say.amountHint}
          isNumber
          most={20}
          value={manual.typed}
          onChange={(typed) => onChange({ ...manual, typed })}
        />
      ) : null}
      <TextField
        label={say.manualReason}
        lines={2}
        most={300}
        value={manual.reason}
        onChange={(reason) => onChange({ ...manual, reason })}
      />
    </>
  )
}

function AboutField({
  about,
  value,
  onChange,
}: {
  about: Chain['about']
  value: string
  onChange: (id: string) => void
}) {
  const say = useWords(pageWords)
  const locale = useLocale()
  return (
    <DialogField label={say.about}>
      {(id) => (
        <Select<string>
          id={id}
          value={value}
          style={{ width: '100%' }}
          options={[
            { value: '', label: say.aboutNone },
            ...about.map(({ id: of, title }) => ({ value: of, label: title[locale] })),
          ]}
          onChange={onChange}
        />
      )}
    </DialogField>
  )
}

/** What it would come to, person by person, before anything is written. */
export function Previews({ preview }: { preview: Preview }) {
  const say = useWords(pageWords)
  return (
    <section className="anew-preview" aria-label={say.preview}>
      <p className="sj-meta">{say.previewNote}</p>
      {preview.items.map(({ decisionId, position, maskedName, was, now, differenceFen, changes, then }) => (
        <div key={decisionId}>
          <h3>
            {say.place(position)} {maskedName}
          </h3>
          <p>
            {say.was}: {say.answers[was.answer]} {yuanText(was.effectiveFen)} → {say.now}: {say.answers[now.answer]}{' '}
            <b>
              <Yuan fen={now.effectiveFen} unit />
            </b>{' '}
            ({say.difference} <Signed fen={differenceFen} />)
          </p>
          <Changes changes={changes} />
          <p>
            {say.then}: <SentenceText sentence={then} />
          </p>
        </div>
      ))}
      {preview.items.length > 1 ? (
        <p>
          {say.people(preview.items.length)} · {say.difference} <Signed fen={preview.differenceFen} />
        </p>
      ) : null}
    </section>
  )
}
