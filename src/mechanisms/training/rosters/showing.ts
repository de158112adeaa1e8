import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listRolesOf, ROLES } from '../../../kernel/access/public.ts'
import { type CheckResult, listLatestResults, type tellingTo } from '../../../kernel/integrity/public.ts'
import { listBankAccounts, listPersons } from '../../../kernel/people/public.ts'
import type { EnrolmentShown } from './contract.ts'
import type { PersonGroup } from './rules.ts'
import type { Enrolment } from './store.ts'

/** The post of each account, for saying who did something without a name. */
export async function postsOf(tx: Tx, accountIds: readonly string[]): Promise<(accountId: string) => Sentence> {
  const roles = await listRolesOf(tx, accountIds)
  return (accountId) => {
    const posts = (roles.get(accountId) ?? []).map((role) => ROLES[role])
    return { zh: posts.map((post) => post.zh).join('、'), en: posts.map((post) => post.en).join(', ') }
  }
}

/** A group's name; a code that has left the list since is shown as it was kept. */
export function groupName(groups: readonly PersonGroup[], code: string): Sentence {
  const group = groups.find((one) => one.code === code)
  return group ? { zh: group.nameZh, en: group.nameEn } : { zh: code, en: code }
}

/** Enrolments as the page shows them: masked, with what the checks at enrolment said. */
export async function showEnrolments(
  tx: Tx,
  classId: string,
  enrolments: readonly Enrolment[],
  groups: readonly PersonGroup[],
  tell: ReturnType<typeof tellingTo>,
): Promise<EnrolmentShown[]> {
  const persons = await listPersons(
    tx,
    enrolments.map((each) => each.personId),
  )
  const accounts = await listBankAccounts(
    tx,
    enrolments.map((each) => each.bankAccountId),
  )
  const results = await listLatestResults(tx, classId, 'enrolment')
  return enrolments.flatMap((enrolment) => {
    const person = persons.get(enrolment.personId)
    const account = accounts.get(enrolment.bankAccountId)
    if (!person || !account) return []
    return {
      enrolmentId: enrolment.enrolmentId,
      personId: enrolment.personId,
      seq: enrolment.seq,
      sheetRow: enrolment.sheetRow,
      maskedName: enrolment.maskedName,
      maskedIdentity: person.maskedIdentity,
      sex: person.sex,
      group: groupName(groups, enrolment.groupCode),
      education: enrolment.education,
      maskedPhone: enrolment.maskedPhone,
      accountTail: account.tail,
      bankName: account.bankName,
      doubts: [...enrolment.doubts],
      checks: summary(
        results.filter((result) => result.subjectId === enrolment.enrolmentId),
        tell,
      ),
    }
  })
}

function summary(results: readonly CheckResult[], tell: ReturnType<typeof tellingTo>): EnrolmentShown['checks'] {
  const asked = results.filter((result) => result.outcome !== 'not-applicable')
  const others = asked.flatMap(({ checkId, outcome, sentence }) =>
    outcome === 'failed' || outcome === 'unavailable'
      ? [{ checkId, outcome, sentence: tell(checkId, outcome, sentence) }]
      : [],
  )
  return { passed: asked.length - others.length, all: asked.length, others }
}
