import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  Figures,
  GoLink,
  Instant,
  PageFrame,
  ProblemAlert,
  SentenceText,
  StateTag,
  useCall,
  usePageParams,
  useViewer,
  useWords,
  Waiting,
  Yuan,
} from '../../../platform/ui/public.ts'
import { PAYMENT_TONE } from '../batches/tones.ts'
import { PAYMENT_STATUS_WORDS } from '../batches/words.ts'
import { proposeRecovery } from '../recoveries/contract.ts'
import { ProposeRecovery } from '../recoveries/recovery-dialogs.tsx'
import { words as recoveryWords } from '../recoveries/words.ts'
import { DecideCorrection, ProposeCorrection } from './correction-dialogs.tsx'
import { decideCorrection, getPayee, type Payee, proposeCorrection } from './contract.ts'
import './payees.css'
import { words } from './words.ts'

type Row = Payee['payments'][number]

function usePaymentColumns(onRecover: (row: Row) => void): Column<Row>[] {
  const say = useWords(words)
  const states = useWords(PAYMENT_STATUS_WORDS)
  const recoveries = useWords(recoveryWords)
  const { may } = useViewer()
  return [
    {
      key: 'reference',
      title: say.reference,
      width: 180,
      show: (row) => <GoLink to={`/batches/${row.batchId}`}>{row.reference}</GoLink>,
    },
    {
      key: 'account',
      title: say.account,
      width: 240,
      show: ({ account }) => say.accountTail(account.bankName, account.tail),
    },
    { key: 'amount', title: say.amount, width: 120, kind: 'number', show: (row) => <Yuan fen={row.amountFen} /> },
    {
      key: 'state',
      title: say.state,
      width: 190,
      show: (row) => <StateTag tone={PAYMENT_TONE[row.status]}>{states[row.status]}</StateTag>,
    },
    {
      key: 'reason',
      title: say.bankSays,
      show: (row) => (row.status === 'returned' ? row.reason || say.noReason : ''),
    },
    {
      key: 'recovery',
      title: recoveries.title,
      width: 160,
      show: (row) =>
        row.recoveryId ? (
          <GoLink to={`/recoveries/${row.recoveryId}`}>{recoveries.one}</GoLink>
        ) : row.status === 'paid' && may(proposeRecovery.may) ? (
          <Button size="small" onClick={() => onRecover(row)}>
            {recoveries.propose}
          </Button>
        ) : (
          ''
        ),
    },
  ]
}

/** One correction: from which account to which, why, who proposed and who decided. */
function OneCorrection({ correction }: { correction: Payee['corrections'][number] }) {
  const say = useWords(words)
  const { from, to, by, decision } = correction
  const outcome = decision ? (decision.outcome === 'confirmed' ? say.confirmed : say.declined) : say.waits
  const tone = decision ? (decision.outcome === 'confirmed' ? 'good' : 'refused') : 'attention'
  return (
    <li>
      <p>
        <StateTag tone={tone}>{outcome}</StateTag> {say.accountTail(from.bankName, from.tail)} →{' '}
        <b>{say.accountTail(to.bankName, to.tail)}</b>
      </p>
      <p>
        {correction.reason} · {correction.evidence}
      </p>
      <p className="sj-meta">
        <SentenceText sentence={by.post} /> {by.name} · <Instant at={correction.at} />
        {decision ? (
          <>
            {' '}
            → <SentenceText sentence={decision.by.post} /> {decision.by.name} · <Instant at={decision.at} />
            {decision.reason ? ` · ${decision.reason}` : ''}
          </>
        ) : null}
      </p>
    </li>
  )
}

/** To which account is this person paid, what came back, and who put it right? */
export default function PayeePage() {
  const say = useWords(words)
  const { may } = useViewer()
  const { claimLineId } = usePageParams<'claimLineId'>()
  const { data, problem, retry } = useCall(getPayee, { params: { claimLineId } })
  const [doing, setDoing] = useState<'propose' | 'decide' | null>(null)
  const [recovering, setRecovering] = useState<Row | null>(null)
  const columns = usePaymentColumns(setRecovering)
  const payee = data?.claimLineId === claimLineId ? data : undefined
  const open = payee?.corrections.find(({ decision }) => decision === null)
  const why = payee ? (open ? (may(decideCorrection.may) ? payee.mayNotDecide : null) : payee.mayNotPropose) : null
  return (
    <PageFrame
      title={payee ? `${say.title} · ${payee.name}` : say.title}
      meta={payee ? `${payee.title} · ${say.crumbOf(payee.claimNumber, payee.position)}` : null}
      crumbs={[{ label: say.returnedTitle, to: '/payees/returned' }]}
      actions={
        payee ? (
          <>
            <GoLink className="sj-button" to={`/trail/claim-line/${claimLineId}`}>
              {say.walk}
            </GoLink>
            {open && may(decideCorrection.may) ? (
              <Button type="primary" disabled={payee.mayNotDecide !== null} onClick={() => setDoing('decide')}>
                {say.decide}
              </Button>
            ) : null}
            {!open && may(proposeCorrection.may) ? (
              <Button type="primary" disabled={payee.mayNotPropose !== null} onClick={() => setDoing('propose')}>
                {say.propose}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!payee && !problem ? <Waiting rows={8} /> : null}
      {payee ? (
        <>
          {why ? (
            <p className="sj-meta">
              <SentenceText sentence={why} />
            </p>
          ) : null}
          <Figures
            figures={[
              { label: say.amount, value: <Yuan fen={payee.amountFen} /> },
              { label: say.formerAccount, value: say.accountTail(payee.former.bankName, payee.former.tail) },
              { label: say.presentAccount, value: say.accountTail(payee.present.bankName, payee.present.tail) },
            ]}
          />
          <h2>{say.corrections}</h2>
          {payee.corrections.length === 0 ? <p className="sj-meta">{say.noCorrections}</p> : null}
          <ol className="payee-steps">
            {payee.corrections.map((each) => (
              <OneCorrection key={each.id} correction={each} />
            ))}
          </ol>
          <h2>{say.payments}</h2>
          <DenseTable
            label={say.payments}
            columns={columns}
            rows={payee.payments}
            rowKey={(row) => row.id}
            empty={{ sentence: say.noPayments }}
          />
          {recovering ? <ProposeRecovery payment={recovering} onDone={() => setRecovering(null)} /> : null}
          {doing === 'propose' ? <ProposeCorrection payee={payee} onDone={() => setDoing(null)} /> : null}
          {doing === 'decide' && open ? (
            <DecideCorrection payee={payee} correction={open} onDone={() => setDoing(null)} />
          ) : null}
        </>
      ) : null}
    </PageFrame>
  )
}
