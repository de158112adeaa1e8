import { Button } from 'antd'
import { useState } from 'react'
import {
  ActionBar,
  Callout,
  type Column,
  DenseTable,
  GoLink,
  Instant,
  PageFrame,
  ParcelProgress,
  ProblemAlert,
  RunningText,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  usePageParams,
  useTell,
  useViewer,
  useWords,
  Waiting,
  Yuan,
  yuanText,
  Who,
} from '../../../platform/ui/public.ts'
import './cases.css'
import { CaseEvidence } from './CaseEvidence.tsx'
import { DecideConclusion, HandOverDialog, ProposeDialog } from './conclusion-dialogs.tsx'
import { getCase, type SuspicionCase, takeCase } from './contract.ts'
import { pageWords } from './page-words.ts'
import { openOf } from './proposals.ts'
import { toneOf } from './tones.ts'

/** One suspicion: what smells and why, whom it is about, what was gathered, what is frozen, and how it ends. */
export default function CasePage() {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const { caseId } = usePageParams<'caseId'>()
  const { data, problem, retry } = useCall(getCase, { params: { caseId } })
  const crumbs = [{ label: say.title, to: '/cases' }]
  const found = data?.id === caseId ? data : undefined
  if (!found) {
    return (
      <PageFrame title={say.one} crumbs={crumbs}>
        {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : <Waiting rows={10} />}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      key={caseId}
      title={`${say.one} ${found.number}`}
      crumbs={crumbs}
      meta={<Meta found={found} />}
      actions={
        <>
          <Button onClick={() => window.print()}>{say.print}</Button>
          {may('trail.read') ? (
            <GoLink className="sj-button" to={`/trail/suspicion-case/${found.id}`}>
              {say.trail}
            </GoLink>
          ) : null}
        </>
      }
    >
      <Referral found={found} />
      <Subjects found={found} />
      <Others found={found} />
      <Frozen found={found} />
      <CaseEvidence found={found} />
      <Conclusions found={found} />
      <History found={found} />
      <WhatNext found={found} />
    </PageFrame>
  )
}

type Of = { found: SuspicionCase }

function Meta({ found }: Of) {
  const say = useWords(pageWords)
  return (
    <>
      <StateTag tone={toneOf(found)}>{found.outcome ? say.outcomes[found.outcome] : say.states[found.state]}</StateTag>{' '}
      <GoLink to={`/classes/${found.group.id}`}>
        <SentenceText sentence={found.group.title} />
      </GoLink>{' '}
      ·{' '}
      <GoLink to="/cases" query={{ organisation: found.organisationId }}>
        {found.organisationName}
      </GoLink>{' '}
      · {say.openedOn} {found.openedOn} · {say.owner}: {found.owner?.name ?? say.nobody}
    </>
  )
}

/** What smells, in plain words, and whom it is about, masked. */
function Subjects({ found }: Of) {
  const say = useWords(pageWords)
  const { because, subjects } = found
  return (
    <Callout
      tone={found.state === 'concluded' ? 'plain' : 'refused'}
      title={
        <>
          {because.checkId ? say.checkSays(because.checkId) : say.byHand}
          {': '}
          <SentenceText sentence={because.sentence} />
        </>
      }
      evidence={subjects.map(({ resultId, position, maskedName }) => (
        <GoLink key={resultId} to={`/trail/check-result/${resultId}`}>
          {position === null ? say.wholeClass : say.position(position)} {maskedName} ▸
        </GoLink>
      ))}
    >
      {subjects.length > 0 ? (
        <ul>
          {subjects.map(({ resultId, position, maskedName, maskedIdentity, sentence }) => (
            <li key={resultId}>
              {position === null ? say.wholeClass : say.position(position)} {maskedName}{' '}
              <span className="sj-num">{maskedIdentity}</span>: <SentenceText sentence={sentence} />
            </li>
          ))}
        </ul>
      ) : null}
      {because.checkId ? <p>{say.why}</p> : null}
    </Callout>
  )
}

/** With another authority: since when, and what is done once it has answered. */
function Referral({ found: { referral } }: Of) {
  const say = useWords(pageWords)
  if (!referral) return null
  return (
    <Callout tone={referral.due ? 'attention' : 'now'} title={say.states.referred}>
      <p>
        <RunningText>{say.referralOpen(referral.since, referral.days)}</RunningText>
        {referral.due ? ` ${say.askAfter}。` : ''}
      </p>
    </Callout>
  )
}

function Others({ found: { others } }: Of) {
  const say = useWords(pageWords)
  if (others.length === 0) return null
  return (
    <Callout tone="plain" title={say.others}>
      <ul>
        {others.map(({ id, title, organisationName }) => (
          <li key={id}>
            <GoLink to={`/classes/${id}`}>
              <SentenceText sentence={title} />
            </GoLink>{' '}
            · {organisationName}
          </li>
        ))}
      </ul>
      <p className="sj-meta">{say.othersHint}</p>
    </Callout>
  )
}

function Frozen({ found }: Of) {
  const say = useWords(pageWords)
  const sum = found.frozen.reduce((fen, claim) => fen + BigInt(claim.amountFen), 0n)
  const columns: Column<SuspicionCase['frozen'][number]>[] = [
    {
      key: 'number',
      title: say.claim,
      width: 150,
      show: (claim) => <GoLink to={`/claims/${claim.claimId}`}>{claim.number}</GoLink>,
    },
    { key: 'title', title: say.group, wraps: true, show: (claim) => claim.title },
    { key: 'status', title: say.state, width: 180, show: (claim) => <SentenceText sentence={claim.status} /> },
    { key: 'because', title: say.freezesBecause, width: 130, show: (claim) => say.freezes[claim.because] },
    { key: 'people', title: say.heads, width: 80, kind: 'number', show: (claim) => claim.headCount },
    { key: 'amount', title: say.amount, width: 120, kind: 'number', show: (claim) => <Yuan fen={claim.amountFen} /> },
  ]
  return (
    <>
      <h2>
        {say.frozen}{' '}
        {found.frozen.length > 0 ? (
          <small className="sj-meta">{say.frozenSum(found.frozen.length, yuanText(String(sum)))}</small>
        ) : null}
      </h2>
      <DenseTable
        label={say.frozen}
        columns={columns}
        rows={found.frozen}
        rowKey={(claim) => claim.claimId}
        empty={{ sentence: say.noFrozen }}
      />
    </>
  )
}

function Conclusions({ found }: Of) {
  const say = useWords(pageWords)
  return (
    <>
      <h2>{say.conclusion}</h2>
      {found.conclusions.length === 0 ? <p className="sj-meta">{say.noConclusion}</p> : null}
      {found.conclusions.map(({ id, outcome, keepsProviderFrozen, reasons, answer, by, at, decision }) => (
        <Callout
          key={id}
          tone={decision === null ? 'now' : decision.verdict === 'confirmed' ? 'good' : 'plain'}
          title={say.outcomes[outcome]}
        >
          {answer ? (
            <p>
              {say.answer}: {answer.by} · {answer.document} · <span className="sj-num">{answer.on}</span>
            </p>
          ) : null}
          <p className="case-said">{reasons}</p>
          <p>{say.effects[outcome]}</p>
          {keepsProviderFrozen ? <p>{say.keeps}</p> : null}
          <p>
            <Instant at={at} /> <Who by={by} /> {say.proposedBy}
            {decision ? (
              <>
                <br />
                <Instant at={decision.at} /> <Who by={decision.by} /> {say.verdicts[decision.verdict]}
                {decision.reason ? ` · ${decision.reason}` : ''}
              </>
            ) : null}
          </p>
        </Callout>
      ))}
    </>
  )
}

function History({ found }: Of) {
  const say = useWords(pageWords)
  return (
    <>
      <h2>{say.history}</h2>
      <ParcelProgress
        label={say.history}
        steps={found.events.map(({ id, what, title, said, by, at }) => ({
          key: id,
          title: <SentenceText sentence={title} />,
          state: what === 'declined' ? ('stopped' as const) : ('done' as const),
          note: (
            <>
              <Instant at={at} /> · {by?.name ?? say.platform}
              {said ? <span className="case-said"> · {said}</span> : null}
            </>
          ),
        }))}
      />
    </>
  )
}

/** What the reader can do next; where they may not, the button says why. */
function WhatNext({ found }: Of) {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const tell = useTell()
  const taking = useAct(takeCase)
  const [doing, setDoing] = useState<'propose' | 'decide' | 'hand-over' | null>(null)
  if (found.state === 'concluded') return null
  const waits = openOf(found) !== undefined
  const refusal = waits ? found.may.decideRefusal : found.may.proposeRefusal
  const mayConclude = waits ? may('case.conclude') : may('case.write')
  const close = () => setDoing(null)
  if (!mayConclude && !found.may.take && !found.may.handOver) return null

  async function take() {
    const done = await taking.act({ params: { caseId: found.id } })
    if (done.ok) tell(pageWords.taken)
  }

  return (
    <>
      <ProblemAlert problem={taking.problem} takesFocus />
      <ActionBar note={mayConclude && refusal ? <SentenceText sentence={refusal} /> : undefined}>
        {mayConclude ? (
          <Button type="primary" disabled={refusal !== null} onClick={() => setDoing(waits ? 'decide' : 'propose')}>
            {waits ? say.decide : found.state === 'referred' ? say.recordAnswer : say.propose}
          </Button>
        ) : null}
        {found.may.take ? (
          <Button loading={taking.busy} onClick={() => void take()}>
            {say.take}
          </Button>
        ) : null}
        {found.may.handOver ? <Button onClick={() => setDoing('hand-over')}>{say.handOver}</Button> : null}
      </ActionBar>
      {doing === 'propose' ? <ProposeDialog found={found} onDone={close} /> : null}
      {doing === 'decide' ? <DecideConclusion found={found} onDone={close} /> : null}
      {doing === 'hand-over' ? <HandOverDialog found={found} onDone={close} /> : null}
    </>
  )
}
