import { Button } from 'antd'
import {
  PageFrame,
  ProblemAlert,
  SentenceText,
  useCall,
  useLocale,
  usePageParams,
  useWords,
  Waiting,
  yuanText,
} from '../../../platform/ui/public.ts'
import { whoAmI } from '../../access/contract.ts'
import { capitalYuan, civilDateOf } from '../../values/public.ts'
import { getBudgetLine } from '../budget/contract.ts'
import './batches.css'
import { type BatchDetail, getBatch } from './contract.ts'
import { WithdrawnCallout } from './WithdrawButton.tsx'
import { words } from './words.ts'

/** The sheet that goes to the finance bureau for the money of a batch. */
function Sheet({ detail, bureau }: { detail: BatchDetail; bureau: string }) {
  const say = useWords(words)
  const locale = useLocale()
  const { batch, claims, signatures, done } = detail
  const line = useCall(getBudgetLine, { params: { lineId: batch.lineId } })
  const made = done.find(({ act }) => act === 'batch.made')
  const day = (at: string) => civilDateOf(new Date(at))
  return (
    <article className="application">
      <h2>{say.applicationOf}</h2>
      <p className="application-head">
        <span>{say.toFinance(bureau)}</span>
        <span>
          {say.numberOf(batch.number)} · {say.applicationDay} {batch.frozenOn}
        </span>
      </p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{say.fund}</th>
            <td>
              <SentenceText sentence={batch.fundName} />
            </td>
            <th scope="row">{say.budgetLine}</th>
            <td>
              {batch.lineName} · {batch.year}
            </td>
          </tr>
          <tr>
            <th scope="row">{say.inWords}</th>
            <td>{capitalYuan(BigInt(batch.amountFen))}</td>
            <th scope="row">{say.inFigures}</th>
            <td>¥{yuanText(batch.amountFen)}</td>
          </tr>
          <tr>
            <th scope="row">{say.lines}</th>
            <td>{batch.lineCount}</td>
            <th scope="row">{say.balanceNow}</th>
            <td>
              {line.data
                ? say.balanceLine(
                    yuanText(line.data.appropriatedFen),
                    yuanText(line.data.availableFen),
                    yuanText(line.data.paidFen),
                  )
                : ''}
            </td>
          </tr>
        </tbody>
      </table>
      <ProblemAlert problem={line.problem} onRetry={line.retry} />
      <table>
        <thead>
          <tr>
            <th scope="col">{say.claimNumber}</th>
            <th scope="col">{say.class}</th>
            <th scope="col">{say.organisation}</th>
            <th scope="col">{say.lines}</th>
            <th scope="col">{say.amount}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id}>
              <td>
                {claim.number}
                {claim.again ? ` (${say.paidAgain})` : ''}
              </td>
              <td>{claim.title}</td>
              <td>{claim.organisationName}</td>
              <td className="sj-num">{claim.paidCount}</td>
              <td className="sj-num">{yuanText(claim.paidFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <tbody>
          <tr>
            <th scope="row">{say.maker}</th>
            <td>
              {made ? `${made.post[locale]} ${made.name} ${day(made.at)}` : ''}
              <span className="application-sign">{say.signHere}</span>
            </td>
          </tr>
          {[1, 2].map((nth) => {
            const signature = signatures[nth - 1]
            return (
              <tr key={nth}>
                <th scope="row">{say.signatureOf(nth)}</th>
                <td>
                  {signature ? `${signature.post[locale]} ${signature.name} ${day(signature.at)}` : say.notSigned}
                  <span className="application-sign">{say.signHere}</span>
                </td>
              </tr>
            )
          })}
          <tr>
            <th scope="row">{say.financeOpinion}</th>
            <td className="application-room">{say.sealHere}</td>
          </tr>
          <tr>
            <th scope="row">{say.hash}</th>
            <td>
              <code>{batch.contentSha256}</code>
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  )
}

/** What is asked of the finance bureau for this batch, on one sheet? */
export default function ApplicationPage() {
  const say = useWords(words)
  const locale = useLocale()
  const who = useCall(whoAmI)
  const { batchId } = usePageParams<'batchId'>()
  const { data, problem, retry } = useCall(getBatch, { params: { batchId } })
  const detail = data?.batch.id === batchId ? data : undefined
  return (
    <PageFrame
      title={say.application}
      meta={detail ? say.numberOf(detail.batch.number) : null}
      crumbs={[
        { label: say.title, to: '/batches' },
        { label: detail ? `${say.batch} ${detail.batch.number}` : say.batch, to: `/batches/${batchId}` },
      ]}
      actions={
        detail && !detail.withdrawn ? (
          <Button type="primary" onClick={() => window.print()}>
            {say.printed}
          </Button>
        ) : null
      }
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!detail && !problem ? <Waiting rows={10} /> : null}
      {detail ? <WithdrawnCallout detail={detail} /> : null}
      {detail ? <Sheet detail={detail} bureau={who.data?.bureauName[locale] ?? ''} /> : null}
    </PageFrame>
  )
}
