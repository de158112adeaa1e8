import { Button } from 'antd'
import {
  ActionBar,
  GoLink,
  Instant,
  PageFrame,
  ParcelProgress,
  type ParcelStep,
  ProblemAlert,
  RunningText,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useFilters,
  useGo,
  usePageParams,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { ConfirmationBar } from '../review/ConfirmationBar.tsx'
import { FindingsPanel } from '../../integrity/findings/FindingsPanel.tsx'
import { PaperPanel } from '../../record/paper/PaperPanel.tsx'
import { DrawsPanel } from '../review/draws/DrawsPanel.tsx'
import { ReviewBar } from '../review/ReviewBar.tsx'
import { CONFIRMING, REVIEWS, SENDING_BACK } from '../review/rules.ts'
import { SendBackBar } from '../review/SendBackBar.tsx'
import { UnconfirmedBar } from '../review/UnconfirmedBar.tsx'
import { words as tellingWords } from '../telling/words.ts'
import './claims.css'
import { ClaimBody } from './ClaimBody.tsx'
import { STATUS_TONE } from './claim-tones.ts'
import { assembleAgain, type ClaimHead, getClaim } from './contract.ts'
import { PersonDrawer } from './PersonDrawer.tsx'
import { words } from './words.ts'

/** One claim: its people and why, what happened to it, and the way to where it came from. */
export default function ClaimPage() {
  const say = useWords(words)
  const tellings = useWords(tellingWords)
  const { claimId } = usePageParams<'claimId'>()
  const { filters, set } = useFilters({ person: '' })
  const { data, problem, retry } = useCall(getClaim, { params: { claimId } })
  const crumbs = [{ label: say.title, to: '/claims' }]
  if (problem || !data) {
    return (
      <PageFrame title={say.claim} crumbs={crumbs}>
        {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : <Waiting rows={10} />}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title={data.title}
      crumbs={crumbs}
      meta={<Meta claim={data} />}
      actions={
        <>
          <GoLink className="sj-button" to={`/trail/claim/${data.id}`}>
            {say.walk}
          </GoLink>
          {data.heldCount + data.refusedCount > 0 ? (
            <GoLink className="sj-button" to={`/claims/${data.id}/notices`}>
              {tellings.printAll}
            </GoLink>
          ) : null}
          <AssembleAgain claim={data} />
        </>
      }
    >
      <ClaimBody claim={data} onPerson={(person) => set({ person })} />
      <DrawsPanel claim={data} />
      <History claim={data} />
      <PaperPanel kind="claim" subjectId={data.id} />
      <FindingsPanel kind="claim" subjectId={data.id} />
      <WhatNext claim={data} />
      <PersonDrawer claimId={data.id} decisionId={filters.person || null} onClose={() => set({ person: '' })} />
    </PageFrame>
  )
}

/** What whoever holds the post can do next; where the person may not, the button says why. */
function WhatNext({ claim }: { claim: ClaimHead }) {
  const say = useWords(words)
  const { may } = useViewer()
  const { awaits, sendBack, unconfirmed } = claim
  if (awaits === 'confirmation') {
    if (may(CONFIRMING.may)) return <ConfirmationBar claim={claim} />
    return unconfirmed && may(REVIEWS['initial-review'].may) ? <UnconfirmedBar claim={claim} way={unconfirmed} /> : null
  }
  if (awaits === 'approval' && may(REVIEWS.approval.may))
    return (
      <ActionBar>
        <GoLink className="sj-button" to={`/claims/${claim.id}/approval`}>
          {say.toApproval}
        </GoLink>
      </ActionBar>
    )
  if (awaits)
    return may(REVIEWS[awaits].may) ? <ReviewBar claim={claim} duty={awaits} onDone={() => undefined} /> : null
  return sendBack && may(SENDING_BACK.may) ? <SendBackBar claim={claim} way={sendBack} /> : null
}

function Meta({ claim }: { claim: ClaimHead }) {
  const say = useWords(words)
  return (
    <>
      <StateTag tone={STATUS_TONE[claim.status]}>{say.status[claim.status]}</StateTag> {say.claim} {claim.number} ·{' '}
      {claim.organisationName}{' '}
      <GoLink to={`/timelines/provider/${claim.organisationId}`}>{say.providerTimeline}</GoLink> ·{' '}
      <GoLink to="/claims" query={{ scheme: claim.scheme }}>
        <SentenceText sentence={claim.schemeTitle} /> {claim.schemeVersion}
      </GoLink>{' '}
      · <SentenceText sentence={claim.fundName} /> · <RunningText>{say.submitted(claim.assembledOn)}</RunningText>
    </>
  )
}

type Event = ClaimHead['history'][number]

/** Every event of the claim, like a parcel's. */
function History({ claim }: { claim: ClaimHead }) {
  const say = useWords(words)
  const titleOf = (from: Event['from'], to: Event['to'], duty: Event['duty']) => {
    if (from === null) return say.opening
    if (duty === 'sending-back') return say.duty[duty]
    if (duty === 'confirmation') return to === 'returned' ? say.declineTitle : say.confirmTitle
    return duty && to !== 'returned' ? say.passTitle[duty] : say.status[to]
  }
  const past = claim.history.map(({ at, from, to, duty, byName, reasons, standingIn }, index): ParcelStep => {
    const who = from === null ? say.byPlatform : (byName ?? (duty ? say.duty[duty] : ''))
    return {
      key: `${index}`,
      title: titleOf(from, to, duty),
      state: to === 'returned' ? 'stopped' : 'done',
      note: (
        <>
          <Instant at={at} /> · {who}
          {standingIn ? say.standingIn : ''}
          {reasons.map((reason) => (
            <span className="claim-reason" key={reason}>
              {reason}
            </span>
          ))}
        </>
      ),
    }
  })
  const awaited: ParcelStep[] = claim.awaits
    ? [{ key: 'awaits', title: say.status[claim.status], state: 'now', note: say.duty[claim.awaits] }]
    : []
  return (
    <>
      <h2>{say.history}</h2>
      <ParcelProgress label={say.history} steps={[...past, ...awaited]} />
    </>
  )
}

/** A returned claim is made anew once what was wrong is put right. */
function AssembleAgain({ claim }: { claim: ClaimHead }) {
  const say = useWords(words)
  const { may } = useViewer()
  const go = useGo()
  const tell = useTell()
  const again = useAct(assembleAgain)
  if (claim.status !== 'returned' || !may(assembleAgain.may)) return null

  async function assemble() {
    const done = await again.act({ params: { claimId: claim.id } })
    if (!done.ok) return
    tell(words.assembledAgain(done.answer.number))
    go(`/claims/${done.answer.id}`)
  }

  return (
    <>
      <Button type="primary" loading={again.busy} onClick={() => void assemble()}>
        {say.assembleAgain}
      </Button>
      <ProblemAlert problem={again.problem} takesFocus />
    </>
  )
}
