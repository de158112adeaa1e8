import { listOrganisationsOfPeople } from '../../access/public.ts'
import { listDecidedSchemes, parametersOn, schemesOf } from '../../policy/public.ts'
import {
  type Check,
  defineCheck,
  failed,
  type Finding,
  ground,
  notApplicable,
  passed,
  unavailable,
} from '../../record/public.ts'
import { civilDateOf, formatYuan, sumFen } from '../../values/public.ts'
import { findLine } from '../budget/store.ts'
import { listOpenClaims } from '../claims/store.ts'
import type { HandDuty } from '../duties/rules.ts'
import { type Hand, listHands } from '../duties/store.ts'
import { listHoldsOn } from '../holds/store.ts'
import { words } from './words.ts'

/** What somebody is to a claim, or does for its provider: no duty of the bureau's. */
const NO_DUTY: readonly HandDuty[] = ['beneficiary', 'instruction', 'confirmation', 'batch-signing']

/** P08: who reviewed, approved and made the batch are different people, none of whom is of the provider. */
export const dutiesApartCheck: Check = defineCheck({
  id: 'P08',
  title: { zh: '各岗位由不同的人办理', en: 'Different people held the duties' },
  subject: 'class',
  outsideTraining: true,
  moments: ['payment'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('employmentFunds', '第二十五条', 'art. 25'),
  notLifted: {
    zh: '不相容岗位不能由一人办理,请由他人重新办理',
    en: 'incompatible duties are not held by one person; others do them anew',
  },
  async run({ tx, groupId, subjects }) {
    const claims = await listOpenClaims(tx, groupId)
    if (claims.length === 0) return subjects.map(({ id }) => notApplicable(id, words.noClaim))
    const today = civilDateOf(new Date())
    for (const claim of claims) {
      const hands = (await listHands(tx, claim.id)).filter(({ duty }) => !NO_DUTY.includes(duty))
      const twice = heldTwice(hands)
      if (twice) return subjects.map(({ id }) => failed(id, words.notApart(twice)))
      const organisations = await listOrganisationsOfPeople(
        tx,
        hands.map(({ personId }) => personId),
        today,
      )
      const own = hands.find(({ personId }) => organisations.get(personId)?.includes(claim.organisationId))
      if (own) return subjects.map(({ id }) => failed(id, words.ownUnit(own.duty)))
    }
    return subjects.map(({ id }) => passed(id, words.apart))
  },
})

/** The duties of somebody who held more than one; undefined where nobody did. */
export function heldTwice(hands: readonly Hand[]): HandDuty[] | undefined {
  const of = new Map<string, HandDuty[]>()
  for (const { personId, duty } of hands) of.set(personId, [...(of.get(personId) ?? []), duty])
  return [...of.values()].find((duties) => duties.length > 1)
}

/** P09: the fund may pay this kind of subsidy, by the county's matrix. */
export const lawfulFundCheck: Check = defineCheck({
  id: 'P09',
  title: { zh: '资金来源可以支付这项补贴', en: 'The fund may pay this subsidy' },
  subject: 'class',
  outsideTraining: true,
  moments: ['claim', 'payment'],
  action: 'block',
  onUnavailable: 'note',
  basis: ground('employmentFunds', '第十六条', 'art. 16'),
  notLifted: {
    zh: '资金只能用于规定的用途,请改由合规的资金支付',
    en: 'a fund pays only what it is for; pay it from a lawful one',
  },
  async run({ tx, groupId, subjects, today }) {
    const parameters = parametersOn(tx.district, today)
    const lawfulFor = parameters.get('funds.lawfulFor').value
    const families = (await schemesOf(tx)).families()
    const schemes = await listDecidedSchemes(tx, groupId)
    return subjects.map(({ id, fund }): Finding => {
      if (schemes.length === 0 || fund === undefined) return notApplicable(id, words.nothingDecided)
      const without = schemes.find((scheme) => families[scheme] === undefined)
      if (without !== undefined) return unavailable(id, words.noFamily(without))
      const wrong = schemes.find((scheme) => !lawfulFor[fund]?.includes(families[scheme]!))
      return wrong === undefined ? passed(id, words.lawful(fund)) : failed(id, words.unlawful(fund, wrong))
    })
  },
})

/** P10: what the line has committed covers the claims that are about to be paid from it. */
export const budgetCheck: Check = defineCheck({
  id: 'P10',
  title: { zh: '预算项目资金足够', en: 'The budget line covers it' },
  subject: 'class',
  outsideTraining: true,
  moments: ['payment'],
  action: 'hold',
  onUnavailable: 'hold',
  basis: {
    zh: '财政资金支付管理(先有预算,后有支出)',
    en: 'Rules on paying public money: no spending without a budget',
  },
  notLifted: {
    zh: '没有预算不能支付,请核对预算流水',
    en: 'nothing is paid without a budget; look at the line’s transfers',
  },
  async run({ tx, groupId, subjects }) {
    const claims = (await listOpenClaims(tx, groupId)).filter(({ status }) => COMMITTED.includes(status))
    const holds = await listHoldsOn(
      tx,
      claims.map((claim) => claim.id),
    )
    // Whom two people dropped is paid nothing, and their money is available again.
    const dropped = holds.filter(({ status }) => status === 'dropped')
    for (const lineId of new Set(claims.map((claim) => claim.lineId))) {
      const ofLine = claims.filter((claim) => claim.lineId === lineId)
      const ids = new Set(ofLine.map((claim) => claim.id))
      const gone = sumFen(dropped.filter((hold) => ids.has(hold.claimId)).map((hold) => hold.amountFen))
      const needs = sumFen(ofLine.map((claim) => claim.amountFen)) - gone
      const has = (await findLine(tx, lineId))?.committedFen ?? 0n
      if (has < needs) return subjects.map(({ id }) => failed(id, words.notEnough(formatYuan(has), formatYuan(needs))))
    }
    return subjects.map(({ id }) =>
      claims.length === 0 ? notApplicable(id, words.noClaim) : passed(id, words.enoughMoney),
    )
  },
})

/** Claims all of whose money is committed and none of it paid. */
const COMMITTED: readonly string[] = ['approved', 'published', 'payable']
