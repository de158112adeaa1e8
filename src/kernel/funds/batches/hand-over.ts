import { type HandOver, listWhoMay } from '../../access/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { dutyRefusals } from '../duties/ask.ts'
import { insertHand } from '../duties/store.ts'
import { insertKeeper, listHalfSignedBy, listKeepers, listKeptBy } from './keeper-store.ts'
import { takeBatch } from './moving.ts'
import { BATCH_MAY, nextBatchStatus } from './rules.ts'
import { listBatchClaims } from './store.ts'
import { handOverWords } from './words.ts'

const MAKING = BATCH_MAY.withdraw

/**
 * A batch whose list is not out is looked after by whoever made it, who alone may withdraw it. It goes to somebody who
 * makes batches and has no other duty on its claims; from then on they have it in hand as its maker, and never sign it.
 */
export const batchHandOver: HandOver = {
  kind: 'batch',
  ...handOverWords.kept,
  async open(tx, { personId }) {
    return (await listKeptBy(tx, personId)).map(({ id, number }) => {
      return { id, title: { zh: number, en: number }, page: `/batches/${id}` }
    })
  },
  async hold(tx, batchId, to, now) {
    const able = await listWhoMay(tx, MAKING, civilDateOf(now))
    if (!able.some(({ personId }) => personId === to.personId)) return handOverWords.otherPost
    if ((await listKeepers(tx, batchId)).some(({ personId }) => personId === to.personId)) return handOverWords.before
    const claimIds = (await listBatchClaims(tx, batchId)).map(({ id }) => id)
    const [refused] = await dutyRefusals(tx, claimIds, { duty: MAKING, personId: to.personId, now })
    return refused?.sentence
  },
  async pass(tx, { from, to, by, now, reason }) {
    if (!to) return
    for (const { id } of await listKeptBy(tx, from.personId)) {
      const batch = await takeBatch(tx, id)
      if (!nextBatchStatus(batch.status, 'withdraw')) continue
      for (const claim of await listBatchClaims(tx, id))
        await insertHand(tx, claim.id, { personId: to.personId, duty: 'batch-making' })
      const nth = (await listKeepers(tx, id)).length
      await insertKeeper(tx, {
        batchId: id,
        nth,
        personId: to.personId,
        givenBy: by.personId,
        reason,
        businessAt: now,
      })
      const detail = { number: batch.number, from: from.personId, to: to.personId, reason }
      const subject = { subjectKind: 'batch', subjectId: id }
      await recordAct(tx, { id: newId(), act: 'batch.handed-over', ...subject, actor: by, at: now, detail })
    }
  },
}

/** A signature stays what it is when whoever gave it leaves; the second is given by anybody else of the post. */
export const signatureHandOver: HandOver = {
  kind: 'signature',
  ...handOverWords.signed,
  post: BATCH_MAY.sign,
  async open(tx, { personId }) {
    return (await listHalfSignedBy(tx, personId)).map(({ id, number }) => {
      return { id, title: { zh: number, en: number }, page: `/batches/${id}` }
    })
  },
  async pass() {},
}
