import type { Sentence } from '../../../platform/contract/public.ts'
import type { Trail, TrailLink } from '../../record/public.ts'
import { formatYuan } from '../../values/public.ts'
import { claimLink } from '../claims/claim-link.ts'
import { listBatchesOfClaim } from '../acts/store.ts'
import { words as actWords } from '../acts/words.ts'
import { trailWords } from '../batches/trail-words.ts'
import { findClaimLine } from '../claims/people/store.ts'
import { findClaim } from '../claims/store.ts'
import { listHoldsOn } from '../holds/store.ts'
import { findNotice, findObjection, listObjections, type ObjectionRow } from './store.ts'
import { words } from './words.ts'

const same = (text: string): Sentence => ({ zh: text, en: text })

/** How a public notice is walked: the claim it is of, the batches that pay it, and what objections hold back. */
export const noticeTrail: Trail = {
  kind: 'public-notice',
  async describe(tx, id) {
    const notice = await findNotice(tx, id)
    const claim = notice && (await findClaim(tx, notice.claimId))
    if (!notice || !claim) return undefined
    const holds = await listHoldsOn(tx, [claim.id])
    const title = (number: string) => ({ zh: `${words.notice.zh} ${number}`, en: `${words.notice.en} ${number}` })
    return {
      kind: 'public-notice',
      id,
      organisationId: claim.organisationId,
      title: title(notice.number),
      says: [
        { label: words.state, value: words.status[notice.status] },
        { label: words.publishedOn, value: same(notice.publishedOn) },
        { label: words.endsOn, value: same(notice.endsOn) },
        { label: words.people, value: same(String(notice.headCount)) },
        { label: words.amount, value: same(formatYuan(notice.amountFen)) },
      ],
      restsOn: [claimLink(claim)],
      leadsTo: [
        ...(await listBatchesOfClaim(tx, claim.id)).map((batch) => ({
          kind: 'batch',
          id: batch.id,
          title: trailWords.batch(batch.number),
        })),
        ...(await listObjections(tx, id)).map(objectionLink),
        ...holds.map((hold) => ({ kind: 'line-hold', id: hold.id, title: actWords.act(actWords.hold, claim.number) })),
      ],
    }
  },
}

export const objectionLink = ({ id, receivedOn }: Pick<ObjectionRow, 'id' | 'receivedOn'>): TrailLink => ({
  kind: 'objection',
  id,
  title: { zh: `${words.objections.zh} ${receivedOn}`, en: `Objection of ${receivedOn}` },
})

/** What was objected against one person of a notice; never who did. The bureau's alone. */
export const objectionTrail: Trail = {
  kind: 'objection',
  async describe(tx, id) {
    const objection = await findObjection(tx, id)
    const notice = objection && (await findNotice(tx, objection.noticeId))
    const line = objection && (await findClaimLine(tx, objection.claimLineId))
    const claim = line && (await findClaim(tx, line.claimId))
    if (!objection || !notice || !line || !claim) return undefined
    return {
      kind: 'objection',
      id,
      organisationId: null,
      title: objectionLink(objection).title,
      says: [
        { label: words.notice, value: same(notice.number) },
        { label: words.receivedOn, value: same(objection.receivedOn) },
        { label: words.channelLabel, value: words.channel[objection.channel] },
        { label: words.said, value: same(objection.said) },
      ],
      restsOn: [
        { kind: 'public-notice', id: notice.id, title: actWords.act(words.notice, notice.number) },
        { kind: 'claim-line', id: line.id, title: trailWords.claimLine(claim.number, line.position) },
      ],
      leadsTo: [
        {
          kind: 'line-hold',
          id: objection.holdId,
          title: actWords.act(actWords.hold, `${claim.number} · ${line.position}`),
        },
      ],
    }
  },
}
