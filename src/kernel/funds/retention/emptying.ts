import { type EmptyingRule, emptySealedRows, type Expiring } from '../../record/public.ts'
import { fundsSealed } from '../sealed.ts'
import {
  emptyBatch,
  emptyClaim,
  type ExpiringMoney,
  listBatchRowKeys,
  listClaimRowKeys,
  listExpiringBatches,
  listExpiringClaims,
} from './store.ts'

const sealedOf = (name: string) => fundsSealed.sealed.find(({ table }) => table === name)!

const expiring =
  (kind: 'claim' | 'batch', zh: string, en: string) =>
  ({ id, number, since, fileIds, groupIds, personIds }: ExpiringMoney): Expiring => ({
    id,
    title: { zh: `${zh} ${number}`, en: `${en} ${number}` },
    since,
    fileIds,
    subject: { kind, id },
    groupIds,
    organisationId: null,
    personIds,
  })

/** What funds empties once accounts need not be kept any more: whom money went to. How much, when and by whom stays. */
export const fundsEmptying: readonly EmptyingRule[] = [
  {
    code: 'claim',
    name: { zh: '申领单和公示里的姓名', en: 'Names in claims and public notices' },
    purpose: 'pay',
    years: 'money',
    restsMoney: true,
    source: 'funds.claims',
    list: async (tx, asked) => (await listExpiringClaims(tx, asked)).map(expiring('claim', '申领单', 'Claim')),
    async empty(tx, emptyingId, { id }) {
      const { lines, published } = await listClaimRowKeys(tx, id)
      const rows = [
        { sealed: sealedOf('funds.claim_lines'), keys: lines },
        { sealed: sealedOf('funds.public_notice_rows'), keys: published },
      ]
      await emptySealedRows(tx, emptyingId, rows, () => emptyClaim(tx, emptyingId))
    },
  },
  {
    code: 'batch',
    name: { zh: '支付批次的收款人、账号和银行清单', en: 'Payees, accounts and bank’s lists of batches' },
    purpose: 'pay',
    years: 'money',
    restsMoney: true,
    source: 'funds.batches',
    list: async (tx, asked) => (await listExpiringBatches(tx, asked)).map(expiring('batch', '支付批次', 'Batch')),
    async empty(tx, emptyingId, { id }) {
      const rows = [{ sealed: sealedOf('funds.batch_lines'), keys: await listBatchRowKeys(tx, id) }]
      await emptySealedRows(tx, emptyingId, rows, () => emptyBatch(tx, emptyingId))
    },
  },
]
