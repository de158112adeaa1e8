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
} from '../../../platform/ui/public.ts'
import { listOwnRestrictions, type OwnRestriction, replyToRestriction } from './contract.ts'
import { NoticeSheet } from './NoticeSheet.tsx'
import { pageWords } from './page-words.ts'
import { TONES } from './tones.ts'
import { OUTCOMES } from './words.ts'

/** What is our organisation restricted from, until when, what have we answered, and what followed? */
export default function OwnRestrictionsPage() {
  const say = useWords(pageWords)
  const list = useListing(listOwnRestrictions)
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

function Own({ row }: { row: OwnRestriction }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const id = useId()
  const replying = useAct(replyToRestriction)
  const [said, setSaid] = useState('')

  async function reply() {
    const done = await replying.act({ params: { restrictionId: row.id }, body: { said } })
    if (!done.ok) return
    setSaid('')
    tell(pageWords.sent)
  }

  return (
    <section className="re-own">
      <StateTag tone={TONES[row.state]}>{say.states[row.state]}</StateTag>
      <NoticeSheet notice={row.notice} />
      {row.replies.map((each) => (
        <div key={each.id} className="re-answer">
          <span className="sj-num sj-meta">{each.saidOn}</span>
          <p className="re-said">{each.said}</p>
          {each.hearing ? (
            <p>
              {say.heard}:{' '}
              <b>
                <SentenceText sentence={OUTCOMES[each.hearing.outcome]} />
              </b>{' '}
              · {each.hearing.reason} <span className="sj-num sj-meta">{each.hearing.on}</span>
            </p>
          ) : (
            <p className="sj-meta">{say.notHeardYet}</p>
          )}
        </div>
      ))}
      {row.mayReply ? (
        <>
          <label htmlFor={id}>{say.said}</label>
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
