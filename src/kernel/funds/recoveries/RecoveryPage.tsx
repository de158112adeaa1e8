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
import { decideRecovery, enterReceipt, getRecovery, type RecoveryDetail } from './contract.ts'
import { DecideRecovery, EnterReceipt } from './recovery-dialogs.tsx'
import './recoveries.css'
import { RECOVERY_TONE } from './tones.ts'
import { words } from './words.ts'

type Receipt = RecoveryDetail['receipts'][number]

function useColumns(): Column<Receipt>[] {
  const say = useWords(words)
  return [
    { key: 'on', title: say.receivedOn, width: 110, show: (row) => row.receivedOn },
    { key: 'voucher', title: say.voucher, width: 170, show: (row) => row.voucher },
    { key: 'amount', title: say.receivedFen, width: 140, kind: 'number', show: (row) => <Yuan fen={row.amountFen} /> },
    {
      key: 'by',
      title: say.who,
      show: ({ by, at }) => (
        <>
          <SentenceText sentence={by.post} /> {by.name} · <Instant at={at} />
        </>
      ),
    },
  ]
}

/** What the person is told, ready to be printed. */
function Notice({ lines }: { lines: RecoveryDetail['notice'] }) {
  const say = useWords(words)
  return (
    <>
      <h2>{say.notice}</h2>
      <article className="recovery-notice">
        <h3>{say.noticeTitle}</h3>
        {lines.map((line) => (
          <p key={line.zh}>
            <SentenceText sentence={line} />
          </p>
        ))}
      </article>
      <p>
        <Button onClick={() => window.print()}>{say.print}</Button>
      </p>
    </>
  )
}

/** Why does this money come back, who decided it, and how much of it has? */
export default function RecoveryPage() {
  const say = useWords(words)
  const { may } = useViewer()
  const { recoveryId } = usePageParams<'recoveryId'>()
  const { data, problem, retry } = useCall(getRecovery, { params: { recoveryId } })
  const [doing, setDoing] = useState<'decide' | 'receive' | null>(null)
  const columns = useColumns()
  const detail = data?.recovery.id === recoveryId ? data : undefined
  const recovery = detail?.recovery
  const decides = recovery?.status === 'proposed' && may(decideRecovery.may)
  return (
    <PageFrame
      title={recovery ? `${say.one} · ${recovery.name}` : say.one}
      meta={recovery ? `${recovery.claimNumber} · ${recovery.reference} · ${recovery.document}` : null}
      crumbs={[{ label: say.title, to: '/recoveries' }]}
      actions={
        recovery ? (
          <>
            <GoLink className="sj-button" to={`/trail/recovery/${recovery.id}`}>
              {say.walk}
            </GoLink>
            {decides ? (
              <Button type="primary" disabled={detail.mayNotDecide !== null} onClick={() => setDoing('decide')}>
                {say.decide}
              </Button>
            ) : null}
            {recovery.status === 'ordered' && may(enterReceipt.may) ? (
              <Button type="primary" onClick={() => setDoing('receive')}>
                {say.receive}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!detail && !problem ? <Waiting rows={8} /> : null}
      {detail && recovery ? (
        <>
          {decides && detail.mayNotDecide ? (
            <p className="sj-meta">
              <SentenceText sentence={detail.mayNotDecide} />
            </p>
          ) : null}
          <Figures
            figures={[
              { label: say.paid, value: <Yuan fen={recovery.paidFen} /> },
              { label: say.amount, value: <Yuan fen={recovery.amountFen} /> },
              { label: say.received, value: <Yuan fen={recovery.receivedFen} /> },
              {
                label: say.state,
                value: <StateTag tone={RECOVERY_TONE[recovery.status]}>{say.statuses[recovery.status]}</StateTag>,
              },
            ]}
          />
          <p>{recovery.reason}</p>
          <p className="sj-meta">
            <SentenceText sentence={detail.by.post} /> {detail.by.name} · <Instant at={detail.at} />
            {detail.decision ? (
              <>
                {' '}
                → <SentenceText sentence={detail.decision.by.post} /> {detail.decision.by.name} ·{' '}
                <Instant at={detail.decision.at} />
                {detail.decision.reason ? ` · ${detail.decision.reason}` : ''}
              </>
            ) : null}
          </p>
          <h2>{say.receipts}</h2>
          <DenseTable
            label={say.receipts}
            columns={columns}
            rows={detail.receipts}
            rowKey={(row) => row.id}
            empty={{ sentence: say.noReceipts }}
          />
          {detail.notice.length > 0 ? <Notice lines={detail.notice} /> : null}
          {doing === 'decide' ? <DecideRecovery recovery={recovery} onDone={() => setDoing(null)} /> : null}
          {doing === 'receive' ? <EnterReceipt recovery={recovery} onDone={() => setDoing(null)} /> : null}
        </>
      ) : null}
    </PageFrame>
  )
}
