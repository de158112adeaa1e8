import {
  Drawer,
  GoLink,
  Instant,
  ProblemAlert,
  RunningText,
  SentenceText,
  StateTag,
  useCall,
  useViewer,
  useWords,
  Waiting,
  Yuan,
} from '../../../platform/ui/public.ts'
import { type DifferenceShown, getDifference, settleDifference } from './contract.ts'
import { pageWords } from './page-words.ts'
import { SettleForm } from './SettleForm.tsx'
import { LINE_TONE } from './tones.ts'

/** A difference with both sides opened, masked, and how it is or was settled. */
export function DifferenceDrawer({ lineId, onClose }: { lineId: string | null; onClose: () => void }) {
  const say = useWords(pageWords)
  return (
    <Drawer
      open={lineId !== null}
      onClose={onClose}
      title={say.both}
      size={640}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {lineId === null ? null : <Opened lineId={lineId} />}
    </Drawer>
  )
}

function Opened({ lineId }: { lineId: string }) {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const { data, problem, retry } = useCall(getDifference, { params: { lineId } })
  if (problem) return <ProblemAlert problem={problem} onRetry={retry} />
  if (!data) return <Waiting rows={8} />
  return (
    <>
      <p className="prov-lead">
        <StateTag tone={LINE_TONE[data.state]}>{say.lineStates[data.state]}</StateTag> {say.kinds[data.kind]} ·{' '}
        {data.maskedName} <span className="sj-num">{data.maskedIdentity}</span>
      </p>
      <div className="prov-sides">
        <OurSide line={data} />
        <TheirSide line={data} />
        <OtherSide line={data} />
      </div>
      <Settlements line={data} />
      {may(settleDifference.may) ? <SettleForm key={data.says} line={data} /> : null}
    </>
  )
}

function OurSide({ line: { here, standingReasons, decisionId } }: { line: DifferenceShown }) {
  const say = useWords(pageWords)
  return (
    <section className="prov-side" aria-label={say.ourSide}>
      <h3>{say.ourSide}</h3>
      {here ? (
        <>
          <p>
            <GoLink to={`/province/lists/${here.listId}`}>{say.openList(here.listNumber)}</GoLink>
          </p>
          <p>
            <span className="sj-num">{here.reference}</span> · {say.standing[here.standing]}{' '}
            {here.isSent ? '' : `· ${say.notSent}`}
          </p>
          <p>
            <Yuan fen={here.amountFen} unit />
          </p>
          {standingReasons.map((reason) => (
            <p key={reason.zh}>
              <SentenceText sentence={reason} />
            </p>
          ))}
          {decisionId ? <GoLink to={`/trail/decision/${decisionId}`}>{say.seeDecision}</GoLink> : null}
        </>
      ) : (
        <p>{say.notHere}</p>
      )}
    </section>
  )
}

function TheirSide({ line: { there, said } }: { line: DifferenceShown }) {
  const say = useWords(pageWords)
  return (
    <section className="prov-side" aria-label={say.theirSide}>
      <h3>{say.theirSide}</h3>
      {there ? <p className="sj-num">{there.reference}</p> : <p>{say.notThere}</p>}
      {said.map((each) => (
        <p key={`${each.importId} ${each.sheetRow}`}>
          {say.states[each.state]} <Yuan fen={each.paidFen ?? each.amountFen} unit /> {each.paidOn ?? ''}
          {each.reason === '' ? '' : ` ${each.reason}`}
          <small className="sj-meta">
            {' '}
            <RunningText>{say.inFile(each.asOf, each.sheetRow)}</RunningText>
          </small>
        </p>
      ))}
    </section>
  )
}

function OtherSide({ line: { other } }: { line: DifferenceShown }) {
  const say = useWords(pageWords)
  if (!other) return null
  return (
    <section className="prov-side" aria-label={say.otherSide}>
      <h3>{say.otherSide}</h3>
      <p>
        <GoLink to={other.kind === 'claim' ? `/claims/${other.id}` : `/history/${other.id}`}>
          <SentenceText sentence={other.label} />
        </GoLink>
      </p>
      <p>
        <Yuan fen={other.amountFen} unit />{' '}
        <span className="sj-num">{other.from === other.to ? other.from : `${other.from} — ${other.to}`}</span>
      </p>
    </section>
  )
}

function Settlements({ line: { settlements } }: { line: DifferenceShown }) {
  const say = useWords(pageWords)
  if (settlements.length === 0) return null
  return (
    <>
      <h3>{say.settlements}</h3>
      <ul className="prov-told">
        {settlements.map((each) => (
          <li key={each.by.at}>
            {say.outcomes[each.outcome]} · {each.reason}
            {each.document === '' ? '' : ` · ${each.document}`}
            {each.askedOn === null ? '' : ` · ${each.askedOn}`}
            <small className="sj-meta">
              {' '}
              <SentenceText sentence={each.by.post} /> <Instant at={each.by.at} />
              {each.stands ? '' : ` · ${say.noLonger}`}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
