import { Button, Input } from 'antd'
import { useState } from 'react'
import {
  Callout,
  ConfirmMoney,
  GoLink,
  Kbd,
  PageFrame,
  ProblemAlert,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useKeys,
  useLocale,
  usePageParams,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../../platform/ui/public.ts'
import { PrintButton } from '../../../record/paper/PaperPanel.tsx'
import { STATUS_TONE } from '../../claims/claim-tones.ts'
import { type ClaimHead, getClaim } from '../../claims/contract.ts'
import { words as claimWords } from '../../claims/words.ts'
import { approval } from '../contract.ts'
import { ReturnDialog } from '../ReturnDialog.tsx'
import { ApprovalOnPaper, DecidePaper } from '../paper/paper-dialogs.tsx'
import { words as paperWords } from '../paper/words.ts'
import { approvalSheet, recordApprovalOnPaper } from './contract.ts'
import { SheetBody } from './SheetBody.tsx'
import { words } from './words.ts'
import './approval.css'

/** The approval on one page (审批单): everything a leader looks at, and two buttons. Opens from a link on a phone. */
export default function ApprovalPage() {
  const say = useWords(words)
  const claims = useWords(claimWords)
  const { claimId } = usePageParams<'claimId'>()
  const claim = useCall(getClaim, { params: { claimId } })
  const sheet = useCall(approvalSheet, { params: { claimId } })
  const problem = claim.problem ?? sheet.problem
  const { may } = useViewer()
  const crumbs = may(approval.may)
    ? [{ label: say.list, to: '/claims/approvals' }]
    : [{ label: claims.title, to: '/claims' }]
  if (!claim.data || !sheet.data) {
    return (
      <PageFrame title={say.sheet} crumbs={crumbs}>
        {problem ? <ProblemAlert problem={problem} onRetry={claim.retry} /> : <Waiting rows={8} />}
      </PageFrame>
    )
  }
  const { data } = claim
  return (
    <PageFrame
      title={data.title}
      crumbs={crumbs}
      meta={
        <>
          <StateTag tone={STATUS_TONE[data.status]}>{claims.status[data.status]}</StateTag> {say.sheet} {data.number} ·{' '}
          {data.organisationName} · <SentenceText sentence={data.schemeTitle} />
        </>
      }
      actions={
        <>
          <PrintButton kind="claim" subjectId={data.id} form="claim-approval" label={say.print} size="middle" />
          <GoLink className="sj-button" to={`/claims/${data.id}`}>
            {say.details}
          </GoLink>
        </>
      }
    >
      <SheetBody claim={data} sheet={sheet.data} />
      {data.awaits === 'approval' ? <Decide claim={data} sheet={sheet.data} /> : null}
    </PageFrame>
  )
}

type DecideProps = { claim: ClaimHead; sheet: Parameters<typeof SheetBody>[0]['sheet'] }

/** Approving asks once more, with count and sum; returning gives all reasons. */
function Decide({ claim, sheet }: DecideProps) {
  const say = useWords(words)
  const claims = useWords(claimWords)
  const paper = useWords(paperWords)
  const locale = useLocale()
  const tell = useTell()
  const { may } = useViewer()
  const approving = useAct(approval)
  const [asking, setAsking] = useState<'pass' | 'return' | 'record' | 'decide' | null>(null)
  const [minutes, setMinutes] = useState('')
  const isApprover = may(approval.may)
  const mayReturn = isApprover && claim.mayNot === null
  const mayPass = mayReturn && claim.mayNotPass === null
  const lacksMinutes = sheet.band.minutes && minutes.trim() === ''
  const note = (isApprover ? claim.mayNot : null) ?? claim.mayNotPass
  useKeys({ a: mayPass && (() => setAsking('pass')), r: mayReturn && (() => setAsking('return')) })

  function close() {
    setAsking(null)
    approving.forget()
  }

  async function give(outcome: 'passed' | 'returned', reasons: string[]) {
    const body = {
      outcome,
      reasons,
      contentSha256: claim.contentSha256,
      ...(minutes.trim() ? { minutesNumber: minutes.trim() } : {}),
    }
    const done = await approving.act({ params: { claimId: claim.id }, body })
    if (!done.ok) return
    close()
    tell(outcome === 'passed' ? words.approvedDone : claimWords.returnedDone)
  }

  return (
    <div className="approval-decide">
      {sheet.paper ? (
        <Callout tone="attention" title={paper.waits(sheet.paper.who.name, sheet.paper.signedOn)}>
          {may(recordApprovalOnPaper.may) ? (
            <Button disabled={sheet.paper.mayNot !== null} onClick={() => setAsking('decide')}>
              {paper.decide}
            </Button>
          ) : null}
          {sheet.paper.mayNot ? <p className="sj-meta">{sheet.paper.mayNot[locale]}</p> : null}
        </Callout>
      ) : null}
      {note ? (
        <p className="approval-note">
          <SentenceText sentence={note} />
        </p>
      ) : null}
      {isApprover ? (
        <div className="approval-buttons">
          <Button type="primary" size="large" disabled={!mayPass} onClick={() => setAsking('pass')}>
            {say.approve(claim.headCount)} <Kbd>A</Kbd>
          </Button>
          <Button size="large" disabled={!mayReturn} onClick={() => setAsking('return')}>
            {say.returnIt} <Kbd>R</Kbd>
          </Button>
        </div>
      ) : null}
      {!sheet.paper && may(recordApprovalOnPaper.may) ? (
        <>
          {sheet.scans.length > 0 ? <p className="approval-note">{paper.attachedWaits}</p> : null}
          <Button onClick={() => setAsking('record')}>{paper.recordApproval}</Button>
        </>
      ) : null}
      <ConfirmMoney
        open={asking === 'pass'}
        title={say.approveTitle}
        count={claim.headCount}
        fen={claim.amountFen}
        lacks={lacksMinutes}
        busy={approving.busy}
        problem={approving.problem}
        onConfirm={() => void give('passed', [])}
        onCancel={close}
      >
        <p>
          {claim.number} {claim.title}
        </p>
        {claim.line ? <p>{claims.moneyAfter.approval(claim.line.name)}</p> : null}
        {sheet.band.minutes ? (
          <div className="sj-remark">
            <label htmlFor="minutes">{say.minutes}</label>
            <Input
              id="minutes"
              size="large"
              autoFocus
              maxLength={60}
              value={minutes}
              aria-describedby="minutes-hint"
              onChange={(event) => setMinutes(event.target.value)}
              onPressEnter={() => {
                if (!lacksMinutes) void give('passed', [])
              }}
            />
            <small id="minutes-hint" className="sj-meta">
              {say.minutesHint}
            </small>
          </div>
        ) : null}
      </ConfirmMoney>
      <ReturnDialog
        open={asking === 'return'}
        claim={claim}
        title={claims.returnTitle}
        money={claims.returnMoney(claim.headCount)}
        send={claims.returnCount}
        busy={approving.busy}
        problem={approving.problem}
        onReturn={(reasons) => void give('returned', reasons)}
        onCancel={close}
      />
      {asking === 'record' ? <ApprovalOnPaper claim={claim} sheet={sheet} onDone={close} /> : null}
      {asking === 'decide' ? <DecidePaper claim={claim} sheet={sheet} onDone={close} /> : null}
    </div>
  )
}
