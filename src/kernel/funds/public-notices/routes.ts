import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDate } from '../../values/public.ts'
import { countClaims, findClaim, listClaimsBy } from '../claims/store.ts'
import * as contract from './contract.ts'
import { objectorPlace, takeObjection } from './object.ts'
import { publishNotice } from './publish.ts'
import { showAwaiting, showNotice, showNotices, showPreview } from './showing.ts'
import { findNotice, findSealedObjector, listNotices } from './store.ts'
import { words } from './words.ts'

/** The count in the navigation stops here. */
const MOST_COUNTED = 100

export const noticeConstraintWords: ConstraintWords = {
  one_notice_a_claim: words.oncePublished,
  one_hold_a_line: words.heldAlready,
}

export function noticeRoutes({ vault }: { readonly vault: Vault }): Route[] {
  return [
    route(contract.listNotices, async ({ tx, actor, query }) => {
      const filter = { status: query.status, organisationId: actor.organisationId ?? undefined }
      const found = await listNotices(tx, filter, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return { items: await showNotices(tx, page), next: found.length > page.length ? page.at(-1)!.id : null }
    }),

    route(contract.listAwaitingNotice, async ({ tx, query }) => {
      const { after, limit } = query
      const found = await listClaimsBy(tx, { status: 'approved' }, { after, limit: limit + 1, order: 'oldest' })
      const page = found.slice(0, limit)
      return { items: await showAwaiting(tx, page), next: found.length > page.length ? page.at(-1)!.id : null }
    }),

    route(contract.countAwaitingNotice, async ({ tx }) => ({
      waiting: await countClaims(tx, { status: 'approved' }, MOST_COUNTED),
    })),

    route(contract.previewNotice, async ({ tx, actor, params, now }) => {
      const claim = await findClaim(tx, params.claimId)
      if (!claim) throw new Problem('not-found', words.claimNotFound)
      return showPreview(tx, vault, claim, { personId: actor.personId, now })
    }),

    route(contract.publishNotice, async ({ tx, actor, params, body, now }) => {
      const { id, number, endsOn } = await publishNotice(tx, vault, {
        claimId: params.claimId,
        seenSha256: body.contentSha256,
        actor,
        now,
      })
      return { id, number, endsOn }
    }),

    route(contract.getNotice, async ({ tx, actor, params }) => {
      const { notice, claim } = await noticeOf(tx, params.noticeId, actor.organisationId)
      return showNotice(tx, notice, claim, { isOfBureau: actor.organisationId === null })
    }),

    route(contract.takeObjection, async ({ tx, actor, params, body, now }) =>
      takeObjection(tx, vault, { ...body, ...params, receivedOn: civilDate(body.receivedOn), actor, now }),
    ),

    route(contract.revealObjector, async ({ tx, actor, params, body, now, newId }) => {
      const sealed = await findSealedObjector(tx, params.noticeId, params.objectionId)
      if (!sealed) throw new Problem('not-found', words.noSuchNotice)
      await recordAct(tx, {
        id: newId(),
        act: 'public-notice.objector-revealed',
        subjectKind: 'public-notice',
        subjectId: params.noticeId,
        actor,
        at: now,
        detail: { objectionId: params.objectionId, reason: body.reason },
      })
      return { objector: vault.openText(objectorPlace(tx.district, params.objectionId), sealed) }
    }),
  ]
}

/** A notice and its claim; a provider's account finds those of its own claims only. */
async function noticeOf(tx: Tx, noticeId: string, organisationId: string | null) {
  const notice = await findNotice(tx, noticeId)
  const claim = notice && (await findClaim(tx, notice.claimId, organisationId))
  if (!notice || !claim) throw new Problem('not-found', words.noSuchNotice)
  return { notice, claim }
}
