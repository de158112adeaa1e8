import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Check, listActs, type Trail, type TrailLink, type TrailStep } from '../../record/public.ts'
import { civilDateOf, clockTimeOf, formatYuan, maskName } from '../../values/public.ts'
import { listResultsOfRun, resultLinks } from '../../integrity/public.ts'
import { findRunBeforePayment } from '../acts/store.ts'
import { words as actWords } from '../acts/words.ts'
import { findLine } from '../budget/store.ts'
import { findClaimLine } from '../claims/people/store.ts'
import { findClaim } from '../claims/store.ts'
import { listLiveRecoveries } from '../recoveries/store.ts'
import { words as recoveryWords } from '../recoveries/words.ts'
import { listCorrections } from '../payees/store.ts'
import { listNoticesOfClaims } from '../public-notices/store.ts'
import { words as noticeWords } from '../public-notices/words.ts'
import { listStatusEvents } from '../status/store.ts'
import { findBankFile, findReturnFile, listReturnFiles, type ReturnFileRow } from './file-store.ts'
import { findPayment, listPaymentsOf, listReplacements, type PaymentRow } from './payment-store.ts'
import { doersOf } from './showing.ts'
import { type BatchRow, findBatch, listBatchClaims, listSignatures } from './store.ts'
import { trailWords } from './trail-words.ts'
import { findWithdrawal } from './withdrawal-store.ts'
import { words } from './words.ts'

/** A step lists at most so many ways on; a batch's page lists all. */
const MOST_LINKS = 200

/** How a payment, its batch and the bank's answer are walked: from the yuan back to its claim, and on from there. */
export const batchTrails = ({ checks }: { checks: readonly Check[] }): Trail[] => [
  { kind: 'payment', describe: (tx, id) => describePayment(tx, id, resultLinks(checks)) },
  { kind: 'batch', describe: describeBatch },
  { kind: 'return-file', describe: describeReturnFile },
]

const same = (text: string): Sentence => ({ zh: text, en: text })
const instant = (at: Date) => `${civilDateOf(at)} ${clockTimeOf(at)}`
const yuan = (fen: bigint) => trailWords.yuan(formatYuan(fen))
const hex = (bytes: Buffer) => same(bytes.toString('hex'))

export const paymentLink = ({ id, reference }: Pick<PaymentRow, 'id' | 'reference'>): TrailLink => ({
  kind: 'payment',
  id,
  title: trailWords.payment(reference),
})
const batchLink = ({ id, number }: BatchRow): TrailLink => ({ kind: 'batch', id, title: trailWords.batch(number) })
const returnLink = ({ id, name }: ReturnFileRow): TrailLink => ({
  kind: 'return-file',
  id,
  title: trailWords.returnFile(name),
})

const correctionLink = ({ id }: { readonly id: string }): TrailLink => ({
  kind: 'account-correction',
  id,
  title: actWords.correction,
})

type Described = (TrailStep & { organisationId: string | null }) | undefined

async function describePayment(tx: Tx, id: string, resultLink: ReturnType<typeof resultLinks>): Promise<Described> {
  const payment = await findPayment(tx, id)
  const batch = payment && (await findBatch(tx, payment.batchId))
  const line = payment && (await findClaimLine(tx, payment.claimLineId))
  const claim = line && (await findClaim(tx, line.claimId))
  if (!payment || !batch || !line || !claim) return undefined
  const bankFile = await findBankFile(tx, batch.id)
  const answers = await listReturnFiles(tx, [batch.id])
  const last = (await listStatusEvents(tx, id)).at(-1)
  const before = payment.replacesId === null ? undefined : await findPayment(tx, payment.replacesId)
  const after = await listReplacements(tx, id)
  const recoveries = await listLiveRecoveries(tx, [id])
  const corrections = (await listCorrections(tx, [line.id])).get(line.id) ?? []
  const asked = await findRunBeforePayment(tx, id)
  const checked = asked ? await listResultsOfRun(tx, asked.groupId, asked.runId) : []
  return {
    kind: 'payment',
    id,
    organisationId: claim.organisationId,
    title: trailWords.payment(payment.reference),
    says: [
      { label: words.payee, value: same(maskName(payment.payeeName)) },
      { label: words.account, value: words.accountTail(payment.bankName, payment.tail) },
      { label: trailWords.sum, value: yuan(payment.amountFen) },
      ...(before && before.tail !== payment.tail
        ? [{ label: words.formerAccount, value: words.accountTail(before.bankName, before.tail) }]
        : []),
      { label: words.reference, value: same(payment.reference) },
      { label: words.state, value: words.paymentStatus[payment.status] },
      ...(last ? [{ label: trailWords.settledAt, value: same(instant(last.businessAt)) }] : []),
      ...(payment.status === 'returned'
        ? [{ label: words.bankSays, value: last?.note ? same(last.note) : words.noReason }]
        : []),
      ...(payment.status === 'withdrawn' && last ? [{ label: words.withdrawReason, value: same(last.note) }] : []),
      ...(bankFile ? [{ label: trailWords.bankFileHash, value: hex(bankFile.sha256) }] : []),
      ...answers.map((file) => ({ label: words.returnFile, value: same(file.name) })),
    ],
    restsOn: [
      { kind: 'claim-line', id: line.id, title: trailWords.claimLine(claim.number, line.position) },
      batchLink(batch),
      ...answers.map(returnLink),
      ...(before ? [paymentLink(before)] : []),
      ...corrections
        .filter((each) => each.outcome === 'confirmed' && each.paymentId !== null && each.paymentId === before?.id)
        .map(correctionLink),
      ...checked
        .filter(({ subjectId }) => subjectId === asked?.subjectId || subjectId === asked?.groupId)
        .map(resultLink),
    ],
    leadsTo: [
      ...after.map(paymentLink),
      ...corrections.filter(({ paymentId }) => paymentId === id).map(correctionLink),
      ...recoveries.map((each) => ({
        kind: 'recovery',
        id: each.id,
        title: recoveryWords.trailTitle(payment.reference),
      })),
    ],
  }
}

async function describeBatch(tx: Tx, id: string): Promise<Described> {
  const batch = await findBatch(tx, id)
  const line = batch && (await findLine(tx, batch.lineId))
  if (!batch || !line) return undefined
  const signatures = await listSignatures(tx, id)
  const acts = await listActs(tx, 'batch', id)
  const made = acts.find((act) => act.act === 'batch.made')
  const bankFile = await findBankFile(tx, id)
  const withdrawal = await findWithdrawal(tx, id)
  const claims = await listBatchClaims(tx, id)
  const notices = await listNoticesOfClaims(
    tx,
    claims.map((claim) => claim.id),
  )
  const withdrawn = acts.find((act) => act.act === 'batch.withdrawn')
  const who = await doersOf(tx, [...(made ? [made] : []), ...(withdrawn ? [withdrawn] : []), ...signatures])
  const by = (done: NonNullable<typeof made> | (typeof signatures)[number]) => {
    const { name, post } = who(done)
    return trailWords.by(post, name, instant(done.businessAt))
  }
  return {
    kind: 'batch',
    id,
    organisationId: null,
    title: trailWords.batch(batch.number),
    says: [
      { label: trailWords.counts, value: same(String(batch.lineCount)) },
      { label: trailWords.sum, value: yuan(batch.amountFen) },
      { label: words.state, value: words.status[batch.status] },
      { label: words.budgetLine, value: same(`${line.name} · ${line.year}`) },
      ...(made ? [{ label: trailWords.madeBy, value: by(made) }] : []),
      ...signatures.map((signature) => ({ label: words.signatureOf(signature.nth), value: by(signature) })),
      ...(withdrawn ? [{ label: words.acts['batch.withdrawn']!, value: by(withdrawn) }] : []),
      ...(withdrawal ? [{ label: words.withdrawReason, value: same(withdrawal.reason) }] : []),
      { label: words.hash, value: hex(batch.contentSha256) },
      ...(bankFile ? [{ label: trailWords.bankFileHash, value: hex(bankFile.sha256) }] : []),
    ],
    restsOn: [
      ...signatures.map(({ id: signature, nth }) => ({
        kind: 'signature',
        id: signature,
        title: actWords.act(actWords.signature(nth), batch.number),
      })),
      ...claims.map((claim) => ({ kind: 'claim', id: claim.id, title: trailWords.claim(claim.number) })),
      ...notices.map((notice) => ({
        kind: 'public-notice',
        id: notice.id,
        title: { zh: `${noticeWords.notice.zh} ${notice.number}`, en: `${noticeWords.notice.en} ${notice.number}` },
      })),
    ],
    leadsTo: [
      ...(await listReturnFiles(tx, [id])).map(returnLink),
      ...(await listPaymentsOf(tx, id, { limit: MOST_LINKS })).map(paymentLink),
    ],
  }
}

async function describeReturnFile(tx: Tx, id: string): Promise<Described> {
  const file = await findReturnFile(tx, { id })
  const batch = file && (await findBatch(tx, file.batchId))
  if (!file || !batch) return undefined
  const said = (count: number, fen: bigint): Sentence => ({
    zh: `${count} 笔 ${formatYuan(fen)} 元`,
    en: `${count}, ¥${formatYuan(fen)}`,
  })
  return {
    kind: 'return-file',
    id,
    organisationId: null,
    title: trailWords.returnFile(file.name),
    says: [
      { label: words.paid, value: said(file.paidCount, file.paidFen) },
      { label: words.returned, value: said(file.returnedCount, file.returnedFen) },
      { label: trailWords.appliedAt, value: same(instant(file.appliedAt)) },
      { label: trailWords.fileHash, value: hex(file.sha256) },
    ],
    restsOn: [batchLink(batch)],
    leadsTo: (await listPaymentsOf(tx, batch.id, { limit: MOST_LINKS })).map(paymentLink),
  }
}
