import type { Population } from '../../integrity/public.ts'
import { PAYMENT_STATUS_WORDS } from '../batches/words.ts'
import { STATUS_WORDS } from '../claims/words.ts'
import { listClaimLinesToDraw, listPaymentsToDraw } from './store.ts'

/** What the auditor draws samples of money from. */
export const fundsPopulations: readonly Population[] = [
  {
    kind: 'payment',
    name: { zh: '支付明细', en: 'Payments' },
    dated: { zh: '批次冻结日期', en: 'day the batch was frozen' },
    states: PAYMENT_STATUS_WORDS,
    ofMoney: true,
    list: listPaymentsToDraw,
  },
  {
    kind: 'claim-line',
    name: { zh: '申领明细', en: 'Lines of claims' },
    dated: { zh: '申领单生成日期', en: 'day the claim was assembled' },
    states: STATUS_WORDS,
    ofMoney: true,
    list: listClaimLinesToDraw,
  },
]
