import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import { openIdentityNumbers } from '../../people/public.ts'
import { contentHash, parametersOn } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { officialCalendar } from '../../reference/public.ts'
import {
  CalendarYearUnknown,
  type CivilDate,
  civilDateOf,
  fenToText,
  maskIdentityPublic,
  maskName,
  newId,
  type OfficialCalendar,
  yearOf,
} from '../../values/public.ts'
import { frozenProblem, organisationsOf } from '../cases/ask.ts'
import { moveClaim } from '../claims/move-claim.ts'
import { listClaimLines } from '../claims/people/store.ts'
import { nextStatus } from '../claims/rules.ts'
import { type Claim, lockClaim } from '../claims/store.ts'
import { words as claimWords } from '../claims/words.ts'
import { refuseDuty } from '../duties/ask.ts'
import { holdFreezes } from '../../integrity/public.ts'
import { refuseOtherContent } from '../review/give-review.ts'
import { insertStatusEvents } from '../status/store.ts'
import { lastDayToObject, type NoticePeriod, type PublishedRow } from './rules.ts'
import { insertNotice, type NoticeRow } from './store.ts'
import { words } from './words.ts'

type Doer = { readonly accountId: string; readonly personId: string }

export function noticePeriodOn(district: number, day: CivilDate): NoticePeriod {
  return parametersOn(district, day).get('notice.period').value
}

/** The last day of a notice that goes out today; a year without an official calendar is told, never guessed. */
export function endOfNotice(calendar: OfficialCalendar, today: CivilDate, period: NoticePeriod): CivilDate {
  try {
    return lastDayToObject(calendar, today, period)
  } catch (error) {
    if (error instanceof CalendarYearUnknown)
      throw new Problem('conflict', words.noCalendar(error.sentence), { code: 'calendar-year-unknown' })
    throw error
  }
}

/** Everybody a claim would pay, as the public would read them. Identity numbers are opened for the mask alone. */
export async function rowsToPublish(tx: Tx, vault: Vault, claim: Pick<Claim, 'id'>): Promise<PublishedRow[]> {
  const lines = await listClaimLines(tx, claim.id)
  const numbers = await openIdentityNumbers(
    tx,
    vault,
    lines.map((line) => line.personId),
  )
  return lines.map(({ id, personId, position, payeeName, amountFen }) => ({
    claimLineId: id,
    position,
    maskedName: maskName(payeeName),
    maskedIdentity: maskIdentityPublic(numbers.get(personId) ?? ''),
    amountFen,
  }))
}

/** SHA-256 of a list as it went out, and of the claim it is of: what P06 compares with. */
export function listHash(claimSha256: Buffer, rows: readonly PublishedRow[]): Buffer {
  return Buffer.from(contentHash({ claim: claimSha256.toString('hex'), rows }), 'hex')
}

/**
 * Publishes an approved claim's list: masked, for the county's official working days, once. What a suspicion case freezes
 * is not published. The provider's gate first, then the claim.
 */
export async function publishNotice(
  tx: Tx,
  vault: Vault,
  asked: { readonly claimId: string; readonly seenSha256: string; readonly actor: Doer; readonly now: Date },
): Promise<NoticeRow> {
  const { claimId, actor, now } = asked
  await holdFreezes(tx, await organisationsOf(tx, [claimId]))
  const claim = await lockClaim(tx, claimId)
  if (!claim) throw new Problem('not-found', claimWords.claimMissing)
  await refuseDuty(tx, claimId, { duty: 'notice.publish', personId: actor.personId, now })
  if (!nextStatus(claim.status, 'publish'))
    throw new Problem('conflict', words.notToPublish(claim.status), { code: 'not-approved' })
  refuseOtherContent(claim, asked.seenSha256)
  const frozen = await frozenProblem(tx, claim)
  if (frozen) throw frozen

  const today = civilDateOf(now)
  const period = noticePeriodOn(tx.district, today)
  const endsOn = endOfNotice(await officialCalendar(tx), today, period)
  const rows = await rowsToPublish(tx, vault, claim)
  const year = yearOf(today)
  const notice: NoticeRow = {
    id: newId(),
    number: formatNumber(parametersOn(tx.district, today).get('numbering.notice').value, {
      year,
      serial: await nextSerial(tx, 'public-notice', year),
    }),
    claimId,
    headCount: claim.headCount,
    amountFen: claim.amountFen,
    publishedOn: today,
    endsOn,
    ...period,
    listSha256: listHash(claim.contentSha256, rows),
    status: 'open',
    publishedBy: actor.personId,
    accountId: actor.accountId,
    publishedAt: now,
  }
  await insertNotice(tx, notice, rows)
  await moveClaim(tx, claim, 'publish', { personId: actor.personId, at: now, note: notice.number })
  await tellNotice(tx, notice, { from: null, to: 'open', actor, at: now })
  await recordAct(tx, {
    id: newId(),
    act: 'public-notice.published',
    subjectKind: 'public-notice',
    subjectId: notice.id,
    actor,
    at: now,
    detail: {
      number: notice.number,
      claim: claim.number,
      people: notice.headCount,
      amountFen: fenToText(notice.amountFen),
      endsOn,
      listSha256: notice.listSha256.toString('hex'),
    },
  })
  return notice
}

/** One event of a notice. */
export async function tellNotice(
  tx: Tx,
  notice: Pick<NoticeRow, 'id'>,
  moved: {
    readonly from: string | null
    readonly to: string
    readonly actor: { readonly personId: string } | null
    readonly at: Date
    readonly note?: string
  },
): Promise<void> {
  const { from, to, actor, at, note = '' } = moved
  await insertStatusEvents(tx, [
    {
      id: newId(),
      subjectKind: 'public-notice',
      subjectId: notice.id,
      from,
      to,
      personId: actor?.personId ?? null,
      note,
      businessAt: at,
    },
  ])
}
