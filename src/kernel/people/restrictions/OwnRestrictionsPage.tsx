import {
  Letters,
  PageFrame,
  ReplyBox,
  SentenceText,
  StateTag,
  useAct,
  useListing,
  useTell,
  useWords,
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
      <Letters listing={list} empty={say.ownNone}>
        {(row) => <Own row={row} />}
      </Letters>
    </PageFrame>
  )
}

function Own({ row }: { row: OwnRestriction }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const replying = useAct(replyToRestriction)

  async function reply(said: string) {
    const done = await replying.act({ params: { restrictionId: row.id }, body: { said } })
    if (done.ok) tell(pageWords.sent)
    return done.ok
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
        <ReplyBox label={say.said} send={say.send} busy={replying.busy} problem={replying.problem} onSend={reply} />
      ) : null}
    </section>
  )
}
