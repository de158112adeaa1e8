import type { Trail, TrailLink } from '../../record/public.ts'
import { listOrganisationNames, listPersons } from '../store.ts'
import { countsFor } from './rules.ts'
import { findReplyById, listReplies, type Reply } from './reply-store.ts'
import { findRestriction } from './store.ts'
import { pageWords } from './page-words.ts'
import { KINDS, OUTCOMES, WAYS, words } from './words.ts'

const plain = (text: string) => ({ zh: text, en: text })

/** A restriction, as the evidence of A15 and H08. For the bureau only. */
export const restrictionTrail: Trail = {
  kind: 'restriction',
  async describe(tx, id) {
    const row = await findRestriction(tx, id)
    if (!row) return undefined
    const person = row.personId && (await listPersons(tx, [row.personId])).get(row.personId)
    const organisation =
      row.organisationId && (await listOrganisationNames(tx, [row.organisationId])).get(row.organisationId)
    const counts = countsFor(row)
    const replies = await listReplies(tx, [id])
    return {
      kind: 'restriction',
      id,
      title: words.evidence(row.document),
      says: [
        { label: pageWords.columns.subject, value: plain(person ? person.maskedName : (organisation ?? '')) },
        { label: pageWords.columns.kind, value: KINDS[row.kind] },
        { label: pageWords.reason, value: plain(row.reason) },
        {
          label: pageWords.columns.days,
          value: counts ? words.period(counts.from, counts.to) : pageWords.doesNotCount,
        },
      ],
      restsOn: [],
      leadsTo: replies.map(replyLink),
      organisationId: null,
    }
  },
}

const replyLink = ({ id, saidOn }: Pick<Reply, 'id' | 'saidOn'>): TrailLink => ({
  kind: 'restriction-reply',
  id,
  title: words.replyOf(saidOn),
})

/** What the restricted answered, and what followed from it. */
export const replyTrail: Trail = {
  kind: 'restriction-reply',
  async describe(tx, id) {
    const reply = await findReplyById(tx, id)
    const row = reply && (await findRestriction(tx, reply.restrictionId))
    if (!reply || !row) return undefined
    const { hearing } = reply
    return {
      kind: 'restriction-reply',
      id,
      title: words.replyOf(reply.saidOn),
      says: [
        { label: pageWords.way, value: WAYS[reply.way] },
        { label: pageWords.said, value: plain(reply.said) },
        ...(hearing
          ? [
              { label: pageWords.hearTitle, value: OUTCOMES[hearing.outcome] },
              { label: pageWords.reason, value: plain(hearing.reason) },
            ]
          : []),
      ],
      restsOn: [{ kind: 'restriction', id: row.id, title: words.evidence(row.document) }],
      leadsTo: [],
      organisationId: null,
    }
  },
}
