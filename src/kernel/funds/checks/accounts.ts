import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listOrganisationsOfPeople } from '../../access/public.ts'
import {
  listAccountSharers,
  listBankAccounts,
  listHolderNames,
  listRecordedNames,
  openBankAccounts,
} from '../../people/public.ts'
import {
  type Check,
  type CheckSubject,
  defineCheck,
  failed,
  ground,
  notApplicable,
  passed,
} from '../../record/public.ts'
import { civilDateOf, isSameName } from '../../values/public.ts'
import { listLinesOfClaims } from '../claims/people/store.ts'
import { listOpenClaims } from '../claims/store.ts'
import { listHandsOf } from '../duties/store.ts'
import { accountProblems } from '../payees/rules.ts'
import { words } from './words.ts'

const idsOf = (subjects: readonly CheckSubject[]) => subjects.flatMap(({ bankAccountId }) => bankAccountId ?? [])

/** P02: nobody else's money goes to the same account. */
export const oneHolderCheck: Check = defineCheck({
  id: 'P02',
  title: { zh: '一个账号只收一个人的钱', en: 'An account is paid for one person' },
  subject: 'enrolment',
  outsideTraining: true,
  moments: ['claim', 'payment'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('auditPractice', '(同一账号收取多人补贴)', 'on one account for the subsidies of many'),
  confidential: true,
  async run({ tx, subjects }) {
    const sharers = await listAccountSharers(tx, idsOf(subjects))
    return subjects.map(({ id, bankAccountId }) => {
      if (bankAccountId === undefined) return failed(id, words.accountMissing)
      const others = sharers.get(bankAccountId)?.length ?? 0
      return others === 0 ? passed(id, words.oneHolder) : failed(id, words.shared(others))
    })
  },
})

/** P03: the account is written as accounts are, and is nobody's of the provider nor an instructor's. */
export function soundAccountCheck(vault: Vault): Check {
  return defineCheck({
    id: 'P03',
    title: { zh: '收款账号有效且不是机构人员的', en: 'The account is sound and not of the provider’s people' },
    subject: 'enrolment',
    outsideTraining: true,
    moments: ['claim', 'payment'],
    action: 'block',
    onUnavailable: 'hold',
    basis: ground('auditPractice', '(虚假账号、机构人员代收)', 'on false accounts and those of a provider’s staff'),
    confidential: true,
    notLifted: {
      zh: '账号不对就付不到本人,请更正账户',
      en: 'a wrong account does not reach the person; put it right',
    },
    async run({ tx, groupId, subjects }) {
      const accounts = await openBankAccounts(tx, vault, idsOf(subjects))
      const sharers = await listAccountSharers(tx, idsOf(subjects))
      const isStaff = await staffAmong(tx, groupId, [...sharers.values()].flat())
      return subjects.map(({ id, bankAccountId, organisationId }) => {
        const account = accounts.get(bankAccountId ?? '')
        if (!account) return failed(id, words.accountMissing)
        const [problem] = accountProblems(account.accountNumber)
        if (problem) return failed(id, problem)
        const others = sharers.get(bankAccountId ?? '') ?? []
        return others.some((person) => isStaff(person, organisationId))
          ? failed(id, words.ofStaff)
          : passed(id, words.soundAccount)
      })
    },
  })
}

/** Who of these has an account at an organisation, or has taught the group. Few people share an account. */
async function staffAmong(tx: Tx, groupId: string, personIds: readonly string[]) {
  const people = [...new Set(personIds)]
  const claims = people.length === 0 ? [] : await listOpenClaims(tx, groupId)
  const hands = await listHandsOf(
    tx,
    claims.map(({ id }) => id),
  )
  const taught = new Set(hands.flatMap(({ personId, duty }) => (duty === 'instruction' ? [personId] : [])))
  // Accounts live in real time, whatever day a demonstration is on.
  const organisations = await listOrganisationsOfPeople(tx, people, civilDateOf(new Date()))
  return (personId: string, organisationId: string | undefined) =>
    taught.has(personId) || (organisationId !== undefined && !!organisations.get(personId)?.includes(organisationId))
}

/** P04: the account that would be paid is of the party the claim was approved for: the same person, under their name. */
export const samePartyCheck: Check = defineCheck({
  id: 'P04',
  title: { zh: '收款人没有变更', en: 'The payee is the same party' },
  subject: 'enrolment',
  outsideTraining: true,
  moments: ['payment'],
  action: 'block',
  onUnavailable: 'hold',
  basis: { zh: '公示与支付之间收款人不得变更', en: 'Between public notice and payment no payee changes' },
  confidential: true,
  notLifted: {
    zh: '补贴只付给批准的本人,请更正为本人账户',
    en: 'a subsidy goes to the person it was approved for; put in their own account',
  },
  async run({ tx, groupId, subjects }) {
    const lines = await listLinesOfClaims(
      tx,
      (await listOpenClaims(tx, groupId)).map(({ id }) => id),
    )
    const lineOf = new Map([...lines.values()].flat().map((line) => [line.personId, line]))
    const accounts = await listBankAccounts(tx, idsOf(subjects))
    const holders = await listHolderNames(tx, idsOf(subjects))
    const names = await listRecordedNames(
      tx,
      subjects.flatMap(({ personId }) => personId ?? []),
    )
    return subjects.map(({ id, personId = '', bankAccountId = '' }) => {
      const line = lineOf.get(personId)
      if (!line) return notApplicable(id, words.notClaimed)
      const [account, holder, recorded] = [
        accounts.get(bankAccountId),
        holders.get(bankAccountId) ?? '',
        names.get(personId),
      ]
      const isTheirs = account?.personId === line.personId
      const isTheirName = isSameName(holder, line.payeeName) || isSameName(holder, recorded?.name ?? '')
      return isTheirs && isTheirName ? passed(id, words.sameParty) : failed(id, words.otherParty)
    })
  },
})
