import type { Tx } from '../../../platform/db/public.ts'
import { whoOf } from '../../access/public.ts'
import { parametersOn, wordedForm } from '../../policy/public.ts'
import { defineForm, type Form, listActs, type PaperSubject } from '../../record/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { type BatchRow, findBatch, listBatchClaims, listSignatures } from '../batches/store.ts'
import { fundNames } from '../budget/routes.ts'
import { balanceAt, findLine } from '../budget/store.ts'
import type { FormNeeds } from './forms.ts'
import { type ApplicationTold, applicationSheet } from './sheets.ts'
import { formTitles, lacks } from './words.ts'

export const batchSubject: PaperSubject = {
  kind: 'batch',
  may: 'batch.read',
  async find(tx, id) {
    const batch = await findBatch(tx, id)
    return (
      batch && {
        title: { zh: `支付批次 ${batch.number}`, en: `Payment batch ${batch.number}` },
        organisationId: null,
        page: `/batches/${id}`,
      }
    )
  },
}

/** What a batch is printed as for the finance bureau. Its content is frozen; who signed is added as they do. */
export function batchForms({ districtOf }: FormNeeds): Form[] {
  return [
    defineForm({
      id: 'fund-application',
      title: formTitles.application,
      subjectKind: 'batch',
      may: 'batch.read',
      ofBureau: true,
      async collect(tx, batchId) {
        const batch = await findBatch(tx, batchId)
        if (!batch) throw new Error('a form of a batch that does not exist')
        if (batch.status === 'withdrawn') return { lacks: lacks.batchWithdrawn }
        const { nameZh, bureauZh, supervisionPhone } = districtOf(tx.district)
        const places = { county: nameZh, bureau: bureauZh, phone: supervisionPhone }
        const worded = wordedForm(
          parametersOn(tx.district, civilDateOf(batch.frozenAt)),
          'paper.fundApplication',
          places,
        )
        return [applicationSheet(await applicationTold(tx, batch, bureauZh), worded)]
      },
    }),
  ]
}

async function applicationTold(tx: Tx, batch: BatchRow, applicant: string): Promise<ApplicationTold> {
  const line = await findLine(tx, batch.lineId)
  const made = (await listActs(tx, 'batch', batch.id)).find(({ act }) => act === 'batch.made')
  const signatures = await listSignatures(tx, batch.id)
  const hands = [made, ...[1, 2].map((nth) => signatures.find((signature) => signature.nth === nth))]
  const who = await whoOf(
    tx,
    hands.flatMap((hand) => hand?.accountId ?? []),
  )
  return {
    number: batch.number,
    madeOn: civilDateOf(batch.frozenAt),
    applicant,
    fund: (await fundNames(tx)).get(batch.fund)?.zh ?? batch.fund,
    line: { name: line?.name ?? '', year: line?.year ?? 0 },
    balance: await balanceAt(tx, batch.lineId, batch.frozenAt),
    payments: batch.lineCount,
    amountFen: batch.amountFen,
    claims: (await listBatchClaims(tx, batch.id)).map((claim) => ({
      number: claim.number,
      group: claim.title,
      provider: claim.organisationName,
      again: claim.again,
      payments: claim.paidHere.count,
      amountFen: claim.paidHere.fen,
    })),
    hands: hands.map((hand) => {
      if (!hand?.accountId) return null
      const { name, post } = who(hand.accountId)
      return { day: civilDateOf(hand.businessAt), who: `${post.zh} ${name}` }
    }),
    contentSha256: batch.contentSha256.toString('hex'),
  }
}
