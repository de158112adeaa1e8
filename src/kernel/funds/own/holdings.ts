import { asWritten, type Holding, type Holdings } from '../../record/public.ts'
import { listOwnLines, listOwnSaid } from './store.ts'

const yuan = (fen: bigint) => (Number(fen) / 100).toFixed(2)

/** What funds holds of a person, as they read it themselves: what they are due, what was paid, what they reported. */
export const fundsHoldings: Holdings = async (tx, personId) => {
  const lines = await listOwnLines(tx, personId)
  const said = await listOwnSaid(tx, personId)
  return [
    ...lines.map(
      ({ number, amountFen, paidTail }): Holding => ({
        column: paidTail === null ? 'funds.claim_people.standing' : 'funds.batch_lines.status',
        value:
          paidTail === null
            ? { zh: `申领 ${yuan(amountFen)} 元`, en: `¥${yuan(amountFen)} claimed` }
            : {
                zh: `支付 ${yuan(amountFen)} 元,尾号 ${paidTail}`,
                en: `¥${yuan(amountFen)} paid, ending in ${paidTail}`,
              },
        from: { zh: `申领单 ${number}`, en: `claim ${number}` },
      }),
    ),
    ...said.map(
      (each): Holding => ({
        column: 'funds.person_reports.said',
        value: asWritten(each.said),
        from: { zh: `您的反映 ${each.number}`, en: `your report ${each.number}` },
      }),
    ),
  ]
}
