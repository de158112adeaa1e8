import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { DateField, ProblemAlert, useAct, useTell, useViewer, useWords } from '../../../platform/ui/public.ts'
import { type DifferenceShown, settleDifference } from './contract.ts'
import { pageWords } from './page-words.ts'
import type { Outcome } from './rules.ts'

/** How the line is settled: whose word stands or what was asked, why, and what it rests on. */
export function SettleForm({ line }: { line: DifferenceShown }) {
  const say = useWords(pageWords)
  const id = useId()
  const tell = useTell()
  const { businessDate } = useViewer()
  const settling = useAct(settleDifference)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [reason, setReason] = useState('')
  const [document, setDocument] = useState('')
  const [askedOn, setAskedOn] = useState('')
  const isAsking = outcome === 'asked'
  const ready =
    outcome !== null && reason.trim().length >= 2 && (!isAsking || (document.trim() !== '' && askedOn !== ''))

  async function settle() {
    if (outcome === null) return
    const body = { says: line.says, outcome, reason, document, askedOn: isAsking ? askedOn : null }
    const done = await settling.act({ params: { lineId: line.id }, body })
    if (!done.ok) return
    tell(pageWords.settled)
    setOutcome(null)
    setReason('')
  }

  return (
    <section aria-label={say.settleTitle}>
      <h3>{say.settleTitle}</h3>
      <Radio.Group
        aria-label={say.outcome}
        vertical
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as Outcome)}
        options={line.outcomes.map((each) => ({ value: each, label: say.outcomes[each] }))}
      />
      {outcome ? <p className="sj-meta">{say.follows[outcome]}</p> : null}
      <div className="prov-form">
        {isAsking ? (
          <div>
            <span>{say.askedOn} </span>
            <DateField aria-label={say.askedOn} value={askedOn} max={businessDate} onChange={setAskedOn} />
          </div>
        ) : null}
        <div>
          <label htmlFor={`${id}-reason`}>{say.reason}</label>
          <Input.TextArea
            id={`${id}-reason`}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-document`}>{say.document}</label>
          <Input
            id={`${id}-document`}
            maxLength={200}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        </div>
      </div>
      <Button type="primary" disabled={!ready} loading={settling.busy} onClick={() => void settle()}>
        {say.settle}
      </Button>
      <ProblemAlert problem={settling.problem} takesFocus />
    </section>
  )
}
