import { Button } from 'antd'
import { useState } from 'react'
import {
  AskDialog,
  Callout,
  CivilDate,
  GoLink,
  ProblemAlert,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useLocale,
  useTell,
  useViewer,
  useWords,
  Waiting,
  whoText,
  Yuan,
} from '../../../platform/ui/public.ts'
import { AnewDialog } from './AnewDialog.tsx'
import { Changes, Signed } from './Changes.tsx'
import { type Chain, type ChainLink, getChain, proposeAnew, settleChain } from './contract.ts'
import { pageWords } from './page-words.ts'
import { isWhyGiven, WhyFields } from './WhyFields.tsx'
import './redecisions.css'

type OnePerson = { readonly claimId: string; readonly decisionId: string }

/** One person's decisions one after another, with what changed, the money by them, and the way to decide anew. */
export function ChainPanel({ claimId, decisionId, who }: OnePerson & { readonly who: string }) {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const { data, problem, retry } = useCall(getChain, { params: { claimId, decisionId } })
  const [asking, setAsking] = useState(false)
  const [settling, setSettling] = useState(false)
  if (problem) return <ProblemAlert problem={problem} onRetry={retry} />
  if (!data) return <Waiting rows={4} />
  const head = data.links.at(-1)
  const isMore = data.links.length > 1
  return (
    <>
      <h3>{say.chain}</h3>
      {data.waiting ? (
        <Callout
          tone="attention"
          title={say.waiting}
          evidence={<GoLink to={`/redecisions/${data.waiting}`}>{say.look}</GoLink>}
        />
      ) : null}
      {data.open && !data.waiting ? (
        <Callout tone="attention" title={say.open}>
          <SentenceText sentence={data.open.sentence} />{' '}
          {data.open.settles && may(settleChain.may) ? (
            <Button size="small" onClick={() => setSettling(true)}>
              {say.settle}
            </Button>
          ) : null}
        </Callout>
      ) : null}
      <ol className="anew-chain">
        {data.links.map((link, at) => (
          <Link key={link.decisionId} link={link} nth={at + 1} />
        ))}
      </ol>
      {isMore ? <Money chain={data} /> : null}
      {may(proposeAnew.may) && !data.waiting && head ? (
        <Button onClick={() => setAsking(true)}>{say.ask}</Button>
      ) : null}
      {asking && head ? (
        <AnewDialog chain={data} decisionIds={[head.decisionId]} who={who} onDone={() => setAsking(false)} />
      ) : null}
      {settling ? <SettleDialog claimId={claimId} decisionId={decisionId} onDone={() => setSettling(false)} /> : null}
    </>
  )
}

function Link({ link, nth }: { link: ChainLink; nth: number }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { redecision } = link
  return (
    <li>
      <b>{say.nth(nth)}</b> · {say.causes[link.cause]}{' '}
      {link.cause === 'manual' ? <StateTag tone="attention">{say.causes.manual}</StateTag> : null}
      <div>
        {say.answers[link.answer]} · <Yuan fen={link.effectiveFen} unit />
        {link.differenceFen === null ? null : (
          <>
            {' '}
            (<Signed fen={link.differenceFen} />)
          </>
        )}
      </div>
      <div className="sj-meta">
        <CivilDate date={link.on} /> · {say.version(link.schemeVersion)} ·{' '}
        <GoLink to={`/trail/decision/${link.decisionId}`}>{say.walk}</GoLink>
      </div>
      {redecision ? (
        <div className="sj-meta">
          <GoLink to={`/redecisions/${redecision.id}`}>{redecision.document}</GoLink> · {redecision.reason} ·{' '}
          {say.by(whoText(redecision.proposedBy, locale), whoText(redecision.confirmedBy, locale))}
        </div>
      ) : null}
      {nth > 1 ? (
        <>
          <div className="sj-meta">{say.changed}</div>
          <Changes changes={link.changes} />
        </>
      ) : null}
    </li>
  )
}

function Money({ chain }: { chain: Chain }) {
  const say = useWords(pageWords)
  return (
    <>
      <h3>{say.money}</h3>
      {chain.money.length + chain.recoveries.length === 0 ? <p className="sj-meta">{say.noMoney}</p> : null}
      <table className="anew-money">
        <tbody>
          {chain.money.map(({ claim, amountFen, state, reference }) => (
            <tr key={`${claim.id} ${reference ?? ''}`}>
              <td>
                <GoLink to={`/claims/${claim.id}`}>{claim.number}</GoLink>
                {reference ? <small className="sj-meta"> {reference}</small> : null}
              </td>
              <td>
                <SentenceText sentence={state} />
              </td>
              <td className="sj-num">
                <Yuan fen={amountFen} />
              </td>
            </tr>
          ))}
          {chain.recoveries.map(({ id, amountFen, state }) => (
            <tr key={id}>
              <td>
                <GoLink to={`/recoveries/${id}`}>{say.recovery}</GoLink>
              </td>
              <td>
                <SentenceText sentence={state} />
              </td>
              <td className="sj-num">
                −<Yuan fen={amountFen} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row" colSpan={2}>
              {say.moved}
            </th>
            <td className="sj-num">
              <b>
                <Yuan fen={chain.movedFen} />
              </b>
            </td>
          </tr>
        </tbody>
      </table>
    </>
  )
}

/** What the last decision still asks for is settled, with a reason and a document for what is to be paid back. */
function SettleDialog({ claimId, decisionId, onDone }: OnePerson & { onDone: () => void }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const settling = useAct(settleChain)
  const [given, setGiven] = useState({ reason: '', document: '' })

  async function settle() {
    const done = await settling.act({ params: { claimId, decisionId }, body: given })
    if (!done.ok) return
    tell(pageWords.settled)
    onDone()
  }

  return (
    <AskDialog
      title={say.settle}
      send={say.settle}
      cancel={say.cancel}
      isReady={isWhyGiven(given)}
      busy={settling.busy}
      problem={settling.problem}
      onSend={() => void settle()}
      onCancel={onDone}
    >
      <p className="sj-meta">{say.settleMeans}</p>
      <WhyFields say={say} given={given} onChange={setGiven} />
    </AskDialog>
  )
}
