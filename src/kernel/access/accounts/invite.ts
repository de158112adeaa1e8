import { randomBytes } from 'node:crypto'
import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findOrganisation, listRecordedNames, savePersons } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import {
  checkIdentityNumber,
  checkPhone,
  type CivilDate,
  isSameName,
  newId,
  readPersonName,
} from '../../values/public.ts'
import { ROLES, type Role } from '../rules.ts'
import { findAccountByName, insertAccount } from '../store.ts'
import { rolesOfSide } from './rules.ts'
import { insertGrant, insertInvitation, withdrawInvitations } from './store.ts'
import { refusals } from './words.ts'
import type { Holder } from './hand-over.ts'

export type Invited = {
  readonly accountName: string
  readonly personName: string
  readonly identityNumber: string
  readonly phone: string
  readonly organisationId: string | null
  readonly roles: readonly Role[]
  readonly from: string
  readonly to: string | null
  readonly reason: string
  readonly days: number
}

/** The day of it, and whether the district is a demonstration, in which people are made up. */
type Terms = { readonly today: CivilDate; readonly demonstration: boolean }

/** Everything that is wrong with an invitation, all at once. */
async function problemsOf(tx: Tx, given: Invited, terms: Terms): Promise<ProblemItem[]> {
  const { today } = terms
  const items: ProblemItem[] = []
  const name = readPersonName(given.personName)
  if (!name.ok) items.push(...name.problems.map((sentence) => ({ at: 'personName', sentence })))
  const identity = checkIdentityNumber(given.identityNumber, terms)
  if (!identity.ok)
    for (const { zh, en } of identity.problems)
      items.push({
        at: 'identityNumber',
        sentence: { zh: `${refusals.identity.zh}${zh}`, en: `${refusals.identity.en}${en}` },
      })
  const phone = given.phone === '' ? null : checkPhone(given.phone)
  if (phone && !phone.ok)
    for (const { zh, en } of phone.problems)
      items.push({ at: 'phone', sentence: { zh: `${refusals.phone.zh}${zh}`, en: `${refusals.phone.en}${en}` } })
  if (await findAccountByName(tx, given.accountName))
    items.push({ at: 'accountName', sentence: refusals.nameTaken(given.accountName) })
  if (given.organisationId !== null && !(await findOrganisation(tx, given.organisationId)))
    items.push({ at: 'organisationId', sentence: refusals.noOrganisation })
  const fit = rolesOfSide(given.organisationId !== null)
  for (const role of given.roles.filter((each) => !fit.includes(each)))
    items.push({ at: 'roles', sentence: refusals.otherSide(ROLES[role], given.organisationId !== null) })
  if (given.to !== null && given.to < given.from) items.push({ at: 'to', sentence: refusals.daysWrong })
  if (given.to !== null && given.to < today) items.push({ at: 'to', sentence: refusals.inThePast })
  return items
}

/** Opens an account with its roles for a person who is found by their identity number, or new, and makes its link. */
export async function invite(
  tx: Tx,
  vault: Vault,
  given: Invited,
  at: Terms & { actor: Holder; now: Date },
): Promise<{ accountId: string; personId: string; token: string; expiresAt: Date }> {
  const { actor, now } = at
  const items = await problemsOf(tx, given, at)
  const identity = checkIdentityNumber(given.identityNumber, at)
  const name = readPersonName(given.personName)
  if (items.length > 0 || !identity.ok || !name.ok)
    throw new Problem('not-acceptable', refusals.refused, { items, code: 'invitation-refused' })
  const phone = given.phone === '' ? null : checkPhone(given.phone)
  const { value: identityNumber, sex, birthDate } = identity
  const person = {
    id: newId(),
    name: name.value,
    identityNumber,
    sex,
    birthDate,
    phone: phone?.ok ? phone.value : null,
  }
  const personId = (await savePersons(tx, vault, [person])).get(identityNumber)!
  const recorded = (await listRecordedNames(tx, [personId])).get(personId)
  if (recorded && !isSameName(recorded.name, name.value))
    throw new Problem('not-acceptable', refusals.refused, {
      items: [{ at: 'personName', sentence: refusals.anotherName }],
      code: 'another-name',
    })
  if (personId === actor.personId) throw new Problem('forbidden', refusals.oneself, { code: 'oneself' })

  const accountId = newId()
  const { accountName, organisationId, reason, from, to } = given
  const account = { id: accountId, name: accountName, personId, organisationId, activeFrom: from, activeTo: null }
  await insertAccount(tx, { ...account, roles: [], passwordHash: null })
  for (const role of new Set(given.roles)) {
    const grant = { id: newId(), accountId, personId, ofOrganisation: organisationId !== null, role, from, to, reason }
    await insertGrant(tx, { ...grant, by: actor })
  }
  await recordAct(tx, {
    id: newId(),
    act: 'account.invited',
    subjectKind: 'account',
    subjectId: accountId,
    actor,
    at: now,
    detail: { accountName, organisationId, roles: given.roles, from, to, reason },
  })
  return { accountId, personId, ...(await makeLink(tx, accountId, given.days, actor)) }
}

/** A new link for an account; the one before it works no more. Only its hash is kept. */
export async function makeLink(
  tx: Tx,
  accountId: string,
  days: number,
  by: Holder,
): Promise<{ token: string; expiresAt: Date }> {
  await withdrawInvitations(tx, accountId)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + days * 86_400_000)
  await insertInvitation(tx, { id: newId(), accountId, tokenSha256: sha256(token), expiresAt, by })
  return { token, expiresAt }
}
