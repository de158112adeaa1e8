import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import {
  Instant,
  Modal,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useLocale,
  useTell,
  useViewer,
  useWords,
} from '../../../../platform/ui/public.ts'
import type { ClaimHead } from '../../claims/contract.ts'
import { drawSecondReviewer, nameSecondReviewer, reviewerChoices } from '../contract.ts'
import { words } from './words.ts'

type Draw = ClaimHead['draws'][number]

/** Who gives the second review and how they came to it: the lot, who was left out and why, and the draws before. */
export function DrawsPanel({ claim }: { claim: ClaimHead }) {
  const say = useWords(words)
  const { may } = useViewer()
  const [naming, setNaming] = useState(false)
  const [newest, ...before] = claim.draws
  const awaited = claim.awaits === 'second-review'
  if (!newest && !awaited) return null
  return (
    <section aria-label={say.title}>
      <h2>{say.title}</h2>
      {newest ? <OneDraw draw={newest} /> : <p>{say.none}</p>}
      {awaited && !newest?.who && may(nameSecondReviewer.may) ? (
        <p>
          <Button onClick={() => setNaming(true)}>{say.name}</Button>
        </p>
      ) : null}
      {awaited && may(drawSecondReviewer.may) ? <DrawAgain claimId={claim.id} /> : null}
      {before.length > 0 ? (
        <details>
          <summary>
            {say.before} ({before.length})
          </summary>
          {before.map((draw) => (
            <OneDraw key={draw.nth} draw={draw} />
          ))}
        </details>
      ) : null}
      {naming ? <NameDialog claimId={claim.id} onDone={() => setNaming(false)} /> : null}
    </section>
  )
}

function useSaid(draw: Draw): string {
  const say = useWords(words)
  const locale = useLocale()
  const { way, who, candidates, reason } = draw
  if (!who) return say.none
  if (way === 'named') return say.named(who.name, who.post[locale], reason)
  return say.drawn(who.name, who.post[locale], candidates.length)
}

function OneDraw({ draw }: { draw: Draw }) {
  const say = useWords(words)
  const locale = useLocale()
  const named = (one: { name: string; post: { zh: string; en: string } }) => `${one.name} (${one.post[locale]})`
  const list = (texts: string[]) => texts.join(locale === 'zh' ? '、' : ', ')
  return (
    <div className="claim-draw">
      <p>
        {useSaid(draw)}{' '}
        <span className="sj-meta">
          <Instant at={draw.at} />
        </span>
      </p>
      {draw.candidates.length > 0 ? (
        <p className="sj-meta">
          {say.lot}: {list(draw.candidates.map(named))}
        </p>
      ) : null}
      {draw.excluded.map((one) => (
        <p className="sj-meta" key={named(one) + one.why.zh}>
          {say.leftOut}: {named(one)}: <SentenceText sentence={one.why} />
        </p>
      ))}
      {draw.seed && draw.who ? (
        <p className="sj-meta claim-seed">
          {say.seed} {draw.seed}
        </p>
      ) : null}
    </div>
  )
}

/** Where whoever was drawn cannot give the review any more; changes nothing where they can. */
function DrawAgain({ claimId }: { claimId: string }) {
  const say = useWords(words)
  const tell = useTell()
  const drawing = useAct(drawSecondReviewer)

  async function draw() {
    const done = await drawing.act({ params: { claimId } })
    if (done.ok) tell(words.drawnDone)
  }

  return (
    <p>
      <Button size="small" loading={drawing.busy} onClick={() => void draw()}>
        {say.again}
      </Button>
      <ProblemAlert problem={drawing.problem} takesFocus />
    </p>
  )
}

/** A head names who gives the second review, with a reason. */
function NameDialog({ claimId, onDone }: { claimId: string; onDone: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const choices = useCall(reviewerChoices, { params: { claimId } })
  const naming = useAct(nameSecondReviewer)
  const [personId, setPersonId] = useState<string | null>(null)
  const [reason, setReason] = useState('')

  async function name() {
    if (!personId) return
    const done = await naming.act({ params: { claimId }, body: { personId, reason } })
    if (!done.ok) return
    tell(words.namedDone)
    onDone()
  }

  return (
    <Modal
      open
      title={say.nameTitle}
      okText={say.save}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !personId || reason.trim().length < 2, loading: naming.busy }}
      onOk={() => void name()}
      onCancel={onDone}
    >
      <p>{say.nameMeans}</p>
      <ProblemAlert problem={choices.problem} onRetry={choices.retry} />
      {choices.data?.choices.length === 0 ? <p>{say.nobodyToName}</p> : null}
      <div className="sj-remark">
        <label htmlFor="name-who">{say.who}</label>
        <Select<string | null>
          id="name-who"
          placeholder={say.choose}
          value={personId}
          onChange={setPersonId}
          options={(choices.data?.choices ?? []).map((one) => ({
            value: one.personId,
            label: `${one.name} (${one.post[locale]})`,
          }))}
        />
      </div>
      <div className="sj-remark">
        <label htmlFor="name-reason">{say.reason}</label>
        <Input id="name-reason" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      {choices.data?.excluded.map((one) => (
        <p className="sj-meta" key={one.personId}>
          {say.leftOut}: {one.name}: <SentenceText sentence={one.why} />
        </p>
      ))}
      <ProblemAlert problem={naming.problem} takesFocus />
    </Modal>
  )
}
