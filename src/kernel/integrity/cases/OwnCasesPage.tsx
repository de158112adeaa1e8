import {
  Instant,
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
      <Letters listing={list} empty={say.ownNone}>
        {(row) => <Own row={row} />}
      </Letters>
    </PageFrame>
  )
}

function Own({ row }: { row: OwnCase }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const replying = useAct(replyToCase)

  async function reply(said: string) {
    const done = await replying.act({ params: { caseId: row.id }, body: { said } })
    if (done.ok) tell(pageWords.sent)
    return done.ok
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
          <span className="sj-meta sj-num">
            <Instant at={each.at} />
          </span>{' '}
          {each.said}
        </p>
      ))}
      {row.state !== 'concluded' ? (
        <ReplyBox label={say.reply} send={say.send} busy={replying.busy} problem={replying.problem} onSend={reply} />
      ) : null}
    </section>
  )
}
