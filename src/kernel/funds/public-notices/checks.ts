import type { Tx } from '../../../platform/db/public.ts'
import {
  type Check,
  type CheckSubject,
  defineCheck,
  failed,
  type Finding,
  ground,
  notApplicable,
  passed,
} from '../../record/public.ts'
import { officialCalendar } from '../../reference/public.ts'
import { formatYuan, maskName } from '../../values/public.ts'
import { listClaimLines, listClaimPeople } from '../claims/people/store.ts'
import { type Claim, listOpenClaims } from '../claims/store.ts'
import { listHash } from './publish.ts'
import { hasRun, publishedDifference } from './rules.ts'
import { findNoticeOfClaim, listHeldSubjects, listRows, type NoticeRow } from './store.ts'
import { checkWords as words } from './words.ts'

type Published = { readonly claim: Claim; readonly notice: NoticeRow | undefined }

/** The claims of a group that are about to be paid, each with its notice. */
async function publishedOf(tx: Tx, groupId: string): Promise<Published[]> {
  const claims = (await listOpenClaims(tx, groupId)).filter(({ status }) => PAID_FROM.includes(status))
  return Promise.all(claims.map(async (claim) => ({ claim, notice: await findNoticeOfClaim(tx, claim.id) })))
}

const PAID_FROM: readonly string[] = ['published', 'payable', 'batched', 'paid']

/**
 * Whether a claim went to the bank before claims were put on notice: only a published claim comes into a batch now, and
 * what the bank gives back of an older one is paid again all the same.
 */
function predatesNotices({ claim, notice }: Published): boolean {
  return notice === undefined && (claim.status === 'batched' || claim.status === 'paid')
}

/** P06: whoever is paid stands on the published list, the same person with the same amount. */
export const publishedListCheck: Check = defineCheck({
  id: 'P06',
  title: { zh: '支付与公示名单一致', en: 'Paid as published' },
  subject: 'enrolment',
  outsideTraining: true,
  moments: ['payment'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('employmentFunds', '第二十八条(公示)', 'art. 28 (public notice)'),
  async run({ tx, groupId, subjects }) {
    const findings = new Map<string, Finding>()
    for (const { claim, notice } of await publishedOf(tx, groupId)) {
      const found = await compared(tx, claim, notice)
      for (const { id } of subjects) {
        const finding = found(id)
        if (finding && findings.get(id)?.outcome !== 'failed') findings.set(id, finding)
      }
    }
    return subjects.map(({ id }) => findings.get(id) ?? failed(id, words.notPublished))
  },
})

async function compared(tx: Tx, claim: Claim, notice: NoticeRow | undefined) {
  const people = await listClaimPeople(tx, claim.id)
  const subjectOf = new Map(people.map((person) => [person.personId, person.subjectId]))
  if (predatesNotices({ claim, notice })) {
    const its = new Set(subjectOf.values())
    return (id: string) => (its.has(id) ? notApplicable(id, words.beforeNotices) : undefined)
  }
  if (!notice || notice.status === 'withdrawn') return (id: string) => failed(id, words.notPublished)
  const rows = await listRows(tx, notice.id, { limit: notice.headCount + 1 })
  const isIntact = listHash(claim.contentSha256, rows).equals(notice.listSha256)
  const rowOf = new Map(rows.map((row) => [row.claimLineId, row]))
  const lineOf = new Map((await listClaimLines(tx, claim.id)).map((line) => [subjectOf.get(line.personId) ?? '', line]))
  return (id: string): Finding | undefined => {
    const line = lineOf.get(id)
    if (!line) return undefined
    if (!isIntact) return failed(id, words.listChanged)
    const row = rowOf.get(line.id)
    const difference = publishedDifference(row, { maskedName: maskName(line.payeeName), amountFen: line.amountFen })
    if (difference === undefined) return passed(id, words.onTheList)
    if (difference !== 'another-amount') return failed(id, words[difference])
    return failed(id, words[difference](formatYuan(row?.amountFen ?? 0n), formatYuan(line.amountFen)))
  }
}

/** P07: the notice has run its working days, and nobody's objection to the person is open. */
export const noticeRunCheck: Check = defineCheck({
  id: 'P07',
  title: { zh: '公示期满且没有未了的异议', en: 'On notice long enough, with no open objection' },
  subject: 'enrolment',
  outsideTraining: true,
  moments: ['claim', 'payment'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('tianjinProcedure', '公示', 'on public notice'),
  async run({ tx, moment, groupId, subjects, today }) {
    const held = new Map((await listHeldSubjects(tx, groupId)).map((each) => [each.subjectId, each.holdStatus]))
    const objected = ({ id }: CheckSubject): Finding | undefined => {
      if (held.get(id) === 'held') return { ...failed(id, words.objectedTo), action: 'hold' }
      return held.get(id) === 'dropped' ? failed(id, words.objectionStands) : undefined
    }
    if (moment === 'claim')
      return subjects.map((subject) => objected(subject) ?? notApplicable(subject.id, words.notObjectedTo))
    const calendar = await officialCalendar(tx)
    const published = await publishedOf(tx, groupId)
    const older = published.length > 0 && published.every(predatesNotices)
    const ofAll = published.map(({ notice }) => {
      if (!notice || notice.status === 'withdrawn') return { isFit: false, says: words.notPublished }
      const { ended, days } = hasRun(calendar, notice, today)
      if (ended) return { isFit: true, says: words.ended(notice.publishedOn, notice.endsOn, days) }
      const says = notice.endsOn >= today ? words.stillOut(notice.endsOn) : words.tooShort(days, notice.workingDays)
      return { isFit: false, says }
    })
    const first = ofAll.find(({ isFit }) => !isFit) ?? ofAll[0] ?? { isFit: false, says: words.notPublished }
    return subjects.map((subject) => {
      const against = objected(subject)
      if (against) return against
      if (older) return notApplicable(subject.id, words.beforeNotices)
      return first.isFit ? passed(subject.id, first.says) : failed(subject.id, first.says)
    })
  },
})

/** What funds makes sure of about public notices. */
export const noticeChecks: readonly Check[] = [publishedListCheck, noticeRunCheck]
