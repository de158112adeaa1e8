import { Button } from 'antd'
import {
  Instant,
  ProblemAlert,
  SealedFile,
  SentenceText,
  useAct,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import { openReplyFile, type Restriction } from './contract.ts'
import { openOf } from './proposals.ts'
import { pageWords } from './page-words.ts'
import { OUTCOMES, WAYS } from './words.ts'

type Reply = Restriction['replies'][number]

/** What the restricted has answered, and what followed; where nobody has looked at it yet, who may does so here. */
export function Replies({
  row,
  onReply,
  onHear,
}: {
  row: Restriction
  onReply?: () => void
  onHear?: (reply: Reply) => void
}) {
  const say = useWords(pageWords)
  // What was answered to a proposal is looked at with it, by whoever decides it.
  const decidesFirst = openOf(row) !== undefined
  return (
    <>
      <ul className="re-history">
        {row.replies.map((reply) => (
          <li key={reply.id}>
            <One restrictionId={row.id} reply={reply} />
            {reply.hearing || !onHear || decidesFirst ? null : reply.mayNotHear ? (
              <div className="sj-meta">
                <SentenceText sentence={reply.mayNotHear} />
              </div>
            ) : (
              <div>
                <Button size="small" type="primary" onClick={() => onHear(reply)}>
                  {say.hear}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {onReply && row.mayReply ? (
        <Button size="small" onClick={onReply}>
          {say.recordReply}
        </Button>
      ) : null}
    </>
  )
}

function One({ restrictionId, reply }: { restrictionId: string; reply: Reply }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const opening = useAct(openReplyFile)
  const { said, saidOn, way, by, file, hearing } = reply

  async function open() {
    const done = await opening.act({ params: { restrictionId, replyId: reply.id } })
    return done.ok ? (done.answer as Blob) : undefined
  }

  return (
    <>
      <span className="sj-num">{saidOn}</span> {WAYS[way][locale]} · {by.name}
      <div className="re-said">{said}</div>
      {file ? <SealedFile file={file} title={say.replies} busy={opening.busy} onOpen={open} /> : null}
      <ProblemAlert problem={opening.problem} />
      {hearing ? (
        <div>
          <b>{OUTCOMES[hearing.outcome][locale]}</b> · {hearing.reason}
          <div className="sj-meta">
            <Instant at={hearing.at} /> {hearing.by.name}({hearing.by.post[locale]})
          </div>
        </div>
      ) : (
        <div className="sj-meta">{say.notHeardYet}</div>
      )}
    </>
  )
}
