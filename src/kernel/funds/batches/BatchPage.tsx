import {
  type Column,
  DenseTable,
  Figures,
  GoLink,
  PageFrame,
  ProblemAlert,
  StateTag,
  useCall,
  useLocale,
  usePageParams,
  useWords,
  Waiting,
  Yuan,
} from '../../../platform/ui/public.ts'
import { FindingsPanel } from '../../integrity/findings/FindingsPanel.tsx'
import { PaperPanel, PrintButton } from '../../record/paper/PaperPanel.tsx'
import { STATUS_WORDS } from '../claims/words.ts'
import { AnswersPanel } from './AnswersPanel.tsx'
import { BankPanel } from './BankPanel.tsx'
import { FrozenCallout } from '../cases/FrozenCallout.tsx'
import { type BatchDetail, getBatch } from './contract.ts'
import { PaymentsPanel } from './PaymentsPanel.tsx'
import { SignOrExport } from './SignOrExport.tsx'
import { StepsPanel } from './StepsPanel.tsx'
import { BATCH_TONE } from './tones.ts'
import { WithdrawnCallout } from './WithdrawButton.tsx'
import { words } from './words.ts'

function useClaimColumns(): Column<BatchDetail['claims'][number]>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    {
      key: 'number',
      title: say.claimNumber,
      width: 150,
      show: (claim) => <GoLink to={`/claims/${claim.id}`}>{claim.number}</GoLink>,
    },
    { key: 'title', title: say.class, show: (claim) => claim.title },
    { key: 'organisation', title: say.organisation, width: 200, show: (claim) => claim.organisationName },
    {
      key: 'people',
      title: say.lines,
      width: 100,
      kind: 'number',
      show: (claim) => (
        <>
          {claim.paidCount}
          {claim.again ? <small className="sj-meta batch-former">{say.paidAgain}</small> : null}
        </>
      ),
    },
    { key: 'amount', title: say.amount, width: 120, kind: 'number', show: (claim) => <Yuan fen={claim.paidFen} /> },
    { key: 'status', title: say.state, width: 120, show: (claim) => STATUS_WORDS[claim.status][locale] },
    {
      key: 'returned',
      title: say.returned,
      width: 80,
      kind: 'number',
      show: (claim) => (claim.returnedCount ? claim.returnedCount : ''),
    },
  ]
}

function Opened({ detail }: { detail: BatchDetail }) {
  const say = useWords(words)
  const { batch } = detail
  const columns = useClaimColumns()
  return (
    <>
      <Figures
        figures={[
          { label: say.amount, value: <Yuan fen={batch.amountFen} /> },
          { label: say.lines, value: batch.lineCount },
          {
            label: say.state,
            value: <StateTag tone={BATCH_TONE[batch.status]}>{say.status[batch.status]}</StateTag>,
          },
          ...(detail.checks
            ? [{ label: say.checksPassed, value: `${detail.checks.passed} / ${detail.checks.asked}` }]
            : []),
          ...(batch.status === 'settled' || batch.paidCount + batch.returnedCount > 0
            ? [
                { label: `${say.paid} · ${batch.paidCount}`, value: <Yuan fen={batch.paidFen} /> },
                { label: `${say.returned} · ${batch.returnedCount}`, value: <Yuan fen={batch.returnedFen} /> },
              ]
            : []),
        ]}
      />
      <WithdrawnCallout detail={detail} />
      <FrozenCallout frozen={detail.frozenBy} />
      <BankPanel detail={detail} />
      <StepsPanel detail={detail} />
      <AnswersPanel detail={detail} />
      <h2>{say.claims}</h2>
      <DenseTable
        label={say.claims}
        columns={columns}
        rows={detail.claims}
        rowKey={(claim) => claim.id}
        empty={{ sentence: say.noClaims }}
      />
      <PaymentsPanel batch={batch} />
      <details>
        <summary>{say.papers}</summary>
        <PaperPanel kind="batch" subjectId={batch.id} />
      </details>
      <FindingsPanel kind="batch" subjectId={batch.id} />
      <SignOrExport detail={detail} />
    </>
  )
}

/** What does this batch pay, who has put a hand to it, and what is to be done next? */
export default function BatchPage() {
  const say = useWords(words)
  const locale = useLocale()
  const { batchId } = usePageParams<'batchId'>()
  const { data, problem, retry } = useCall(getBatch, { params: { batchId } })
  const detail = data?.batch.id === batchId ? data : undefined
  const batch = detail?.batch
  return (
    <PageFrame
      title={batch ? `${say.batch} ${batch.number}` : say.batch}
      meta={batch ? `${batch.fundName[locale]} · ${batch.lineName} · ${batch.year} · ${batch.frozenOn}` : null}
      actions={
        detail ? (
          <>
            <PrintButton
              kind="batch"
              subjectId={batchId}
              form="fund-application"
              label={say.application}
              size="middle"
            />
            <GoLink className="sj-button" to={`/trail/batch/${batchId}`}>
              {say.walk}
            </GoLink>
          </>
        ) : null
      }
      crumbs={[{ label: say.title, to: '/batches' }]}
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!detail && !problem ? <Waiting rows={10} /> : null}
      {detail ? <Opened detail={detail} /> : null}
    </PageFrame>
  )
}
