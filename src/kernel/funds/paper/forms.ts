import type { Tx } from '../../../platform/db/public.ts'
import { listBankAccounts, listPersons } from '../../people/public.ts'
import { type FormName, parametersOn, wordedForm } from '../../policy/public.ts'
import { defineForm, type Form, type PaperSubject } from '../../record/public.ts'
import type { District } from '../../reference/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { fundNames } from '../budget/routes.ts'
import { findLine } from '../budget/store.ts'
import { listClaimLines, listClaimPeople } from '../claims/people/store.ts'
import { shownPeople } from '../claims/shown.ts'
import { type Claim, findClaim, listOpenClaims } from '../claims/store.ts'
import { findNoticeOfClaim, listRows } from '../public-notices/store.ts'
import { APPROVAL_FORM } from '../review/paper/rules.ts'
import { scansRestedOn } from '../review/paper/rests.ts'
import { REVIEW_DUTIES } from '../review/rules.ts'
import { listReviews } from '../review/store.ts'
import { occasionOf } from '../telling/occasion.ts'
import { isNotified, noticeOf } from '../telling/rules.ts'
import { claimConfirmed } from './confirmed.ts'
import { approvalSheet, type ClaimTold, noticeSheet, payoutSheet, tellingSheet } from './sheets.ts'
import { formTitles, lacks } from './words.ts'

export type FormNeeds = { readonly districtOf: (district: number) => District }

export const claimSubject: PaperSubject = {
  kind: 'claim',
  may: 'claim.read',
  async find(tx, id) {
    const claim = await findClaim(tx, id)
    return (
      claim && {
        title: { zh: `${claim.number} ${claim.title}`, en: `${claim.number} ${claim.title}` },
        organisationId: claim.organisationId,
        page: `/claims/${id}`,
      }
    )
  },
  scansRestedOn,
}

/** The forms of a claim, as they stand in the file of its class. */
export function claimForms(needs: FormNeeds): Form[] {
  const ofClaim = (place: number) => ({
    subjectKind: 'claim',
    may: 'claim.read',
    inFile: {
      place,
      subjectsOf: async (tx: Tx, groupId: string) => (await listOpenClaims(tx, groupId)).map((claim) => claim.id),
    },
  })
  const worded = (tx: Tx, claim: Claim, name: FormName) => {
    const { nameZh, bureauZh, supervisionPhone } = needs.districtOf(tx.district)
    const places = { county: nameZh, bureau: bureauZh, phone: supervisionPhone, provider: claim.organisationName }
    return wordedForm(parametersOn(tx.district, civilDateOf(claim.assembledAt)), name, places)
  }
  return [
    defineForm({
      id: APPROVAL_FORM,
      title: formTitles.approval,
      ...ofClaim(70),
      // It tells the budget and who decided, which are the bureau's own.
      ofBureau: true,
      async collect(tx, claimId) {
        const claim = await getClaim(tx, claimId)
        return [approvalSheet(await claimTold(tx, claim), worded(tx, claim, 'paper.claimApproval'))]
      },
    }),
    defineForm({
      id: 'public-notice',
      title: formTitles.notice,
      ...ofClaim(80),
      async collect(tx, claimId) {
        const claim = await getClaim(tx, claimId)
        const notice = await findNoticeOfClaim(tx, claimId)
        if (!notice) return { lacks: lacks.notPublished }
        if (notice.status === 'withdrawn') return { lacks: lacks.withdrawn }
        const told = {
          number: notice.number,
          from: notice.publishedOn,
          until: notice.endsOn,
          workingDays: notice.workingDays,
          scheme: claim.schemeTitle.zh,
          group: claim.title,
          provider: claim.organisationName,
          rows: await listRows(tx, notice.id, { limit: notice.headCount }),
        }
        return [noticeSheet(told, worded(tx, claim, 'paper.publicNotice'))]
      },
    }),
    defineForm({
      id: 'claim-payout',
      title: formTitles.payout,
      ...ofClaim(90),
      async collect(tx, claimId) {
        const claim = await getClaim(tx, claimId)
        const lines = await listClaimLines(tx, claimId)
        if (lines.length === 0) return { lacks: lacks.nobodyDue }
        const persons = await listPersons(
          tx,
          lines.map((line) => line.personId),
        )
        const accounts = await listBankAccounts(
          tx,
          lines.map((line) => line.bankAccountId),
        )
        const told = { number: claim.number, madeOn: civilDateOf(claim.assembledAt), group: claim.title }
        return [
          payoutSheet(
            told,
            worded(tx, claim, 'paper.payout'),
            lines.map((line) => ({
              position: line.position,
              name: line.payeeName,
              identity: persons.get(line.personId)?.maskedIdentity ?? '',
              bank: accounts.get(line.bankAccountId)?.bankName ?? '',
              tail: accounts.get(line.bankAccountId)?.tail ?? '',
              amountFen: line.amountFen,
            })),
          ),
        ]
      },
    }),
    defineForm({
      id: 'claim-telling',
      title: formTitles.telling,
      inParts: true,
      ...ofClaim(100),
      async collect(tx, claimId, { part, now }) {
        const claim = await getClaim(tx, claimId)
        const people = (await listClaimPeople(tx, claimId)).filter(
          (person) => isNotified(person) && (part === '' || person.decisionId === part),
        )
        if (people.length === 0) return { lacks: part === '' ? lacks.nobodyTold : lacks.notOfTheClaim }
        const occasion = occasionOf(tx, needs.districtOf(tx.district), claim, now)
        const wording = worded(tx, claim, 'paper.telling')
        return (await shownPeople(tx, people, [], [])).flatMap(
          ({ position, maskedName, maskedIdentity, standing, reasons }) => {
            if (standing === 'due') return []
            const notice = noticeOf({ position, maskedName, maskedIdentity, standing, reasons }, occasion)
            return tellingSheet(notice, wording, { number: claim.number, position })
          },
        )
      },
    }),
  ]
}

async function getClaim(tx: Tx, id: string): Promise<Claim> {
  const claim = await findClaim(tx, id)
  if (!claim) throw new Error('a form of a claim that does not exist')
  return claim
}

async function claimTold(tx: Tx, claim: Claim): Promise<ClaimTold> {
  const line = await findLine(tx, claim.lineId)
  const people = (await listClaimPeople(tx, claim.id)).filter(isNotified)
  const reviews = (await listReviews(tx, claim.id)).filter((review) => review.outcome === 'passed')
  const reviewers = await listPersons(
    tx,
    reviews.map((review) => review.personId),
  )
  return {
    number: claim.number,
    madeOn: civilDateOf(claim.assembledAt),
    provider: claim.organisationName,
    group: claim.title,
    scheme: `${claim.schemeTitle.zh} ${claim.schemeVersion}`,
    fund: (await fundNames(tx)).get(claim.fund)?.zh ?? claim.fund,
    line: line ? { name: line.name, year: line.year, availableFen: line.availableFen } : null,
    heads: claim.headCount,
    held: claim.heldCount,
    refused: claim.refusedCount,
    amountFen: claim.amountFen,
    checksAsked: claim.checksAsked,
    checksPassed: claim.checksPassed,
    unanswered: claim.unavailable.map(({ title, people: count }) => ({ title: title.zh, people: count })),
    doubts: (await shownPeople(tx, people, [], [])).flatMap(({ position, maskedName, standing, reasons }) =>
      standing === 'due'
        ? []
        : { position, name: maskedName, standing, reasons: reasons.map((reason) => reason.sentence.zh).join(';') },
    ),
    confirmed: await claimConfirmed(tx, claim.id),
    passed: REVIEW_DUTIES.map((duty) => {
      const review = reviews.findLast((each) => each.duty === duty)
      return review
        ? {
            day: civilDateOf(review.businessAt),
            who: reviewers.get(review.personId)?.maskedName ?? '',
            minutes: review.minutesNumber ?? null,
          }
        : null
    }),
    contentSha256: claim.contentSha256.toString('hex'),
  }
}
