import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import {
  PageFrame,
  ProblemAlert,
  SentenceText,
  StateTag,
  useAct,
  useListing,
  useTell,
  useWords,
  Waiting,
  localTime,
} from '../../../platform/ui/public.ts'
import './cases.css'
import { listOwnCases, type OwnCase, replyToCase } from './contract.ts'
import { pageWords } from './page-words.ts'
import { toneOf } from './tones.ts'

/** Which of our classes are frozen by a suspicion, and what have we answered? */
export default function OwnCasesPage() {
  const say = useWords(pageWords)
  const list = useListing(listOwnCases)
  return (
    <PageFrame title={say.ownTitle} meta={say.ownMeta}>
      <ProblemAlert problem={list.problem} onRetry={list.retry} />
      {list.rows === undefined && !list.problem ? <Waiting rows={6} /> : null}
      {list.rows?.length === 0 ? <p className="sj-empty">{say.ownNone}</p> : null}
      {list.rows?.map((row) => (
        <Own key={row.id} row={row} />
      ))}
      {list.more?.exists ? (
        <Button loading={list.more.busy} onClick={list.more.load}>
          …
        </Button>
      ) : null}
    </PageFrame>
  )
}

function Own({ row }: { row: OwnCase }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const id = useId()
  const replying = useAct(replyToCase)
  const [said, setSaid] = useState('')

  async function reply() {
    const done = await replying.act({ params: { caseId: row.id }, body: { said } })
    if (!done.ok) return
    setSaid('')
    tell(pageWords.sent)
  }

  return (
    <section className="case-own">
      <h2>
        {say.one} {row.number}{' '}
        <StateTag tone={toneOf(row)}>{row.outcome ? say.outcomes[row.outcome] : say.states[row.state]}</StateTag>
      </h2>
      <p className="sj-meta">
        <SentenceText sentence={row.title} /> · {say.openedOn} {row.openedOn}
      </p>
      <p>{row.outcome ? say.ownOutcome[row.outcome] : say.ownOpen}</p>
      {row.replies.map((each) => (
        <p key={each.id} className="case-said">
          <span className="sj-meta sj-num">{localTime(each.at)}</span> {each.said}
        </p>
      ))}
      {row.state !== 'concluded' ? (
        <>
          <label htmlFor={id}>{say.reply}</label>
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={2000}
            value={said}
            onChange={(event) => setSaid(event.target.value)}
          />
          <p>
            <Button
              type="primary"
              disabled={said.trim().length < 2}
              loading={replying.busy}
              onClick={() => void reply()}
            >
              {say.send}
            </Button>
          </p>
          <ProblemAlert problem={replying.problem} takesFocus />
        </>
      ) : null}
    </section>
  )
}
