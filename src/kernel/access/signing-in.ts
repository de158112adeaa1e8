import type { FastifyRequest } from 'fastify'
import { Problem } from '../../platform/contract/public.ts'
import { sha256, type Vault } from '../../platform/crypto/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import { type AskApart, isPrivate } from '../../platform/http/public.ts'
import type { Sms } from '../../platform/sms/public.ts'
import { findPhone } from '../people/public.ts'
import { recordAct } from '../record/public.ts'
import type { District } from '../reference/public.ts'
import { civilDateOf, newId } from '../values/public.ts'
import { passwordMatches } from './passwords/hashing.ts'
import { findPasswordHash } from './passwords/store.ts'
import { takeCode } from './second-factor/checking.ts'
import { isDemanded, SECOND_FACTOR, type SecondFactorTerms } from './second-factor/rules.ts'
import { findFactor } from './second-factor/store.ts'
import { knownDevice, rememberDevice } from './sessions/devices.ts'
import { deviceOf, SESSION } from './sessions/rules.ts'
import { actorOf, endWhatWas, giveToken, newToken } from './sessions/sessions.ts'
import { endWayIn, insertWayIn, startSession, tryWayIn } from './sessions/store.ts'
import { type Account, findAccountByName, getAccount } from './store.ts'
import { type Limit, REFUSED, SIGN_IN } from './tries/limits.ts'
import { count, noteWrongTry, takeWrongTries, uncount } from './tries/store.ts'
import { words } from './words.ts'

export type SigningIn = {
  readonly vault: Vault
  readonly districtOf: (district: number) => District
  readonly secondFactorTerms: (district: number) => SecondFactorTerms
  /** Sends a short message, after the answer. */
  readonly tell: (sms: Sms) => void
}

type Asked = Pick<AskApart, 'district' | 'within' | 'request' | 'reply'>

/** Where a sign-in has come to: in, or to the second factor, which a ticket leads to and to nothing else. */
export type CameTo =
  | { readonly step: 'in'; readonly accountId: string; readonly tokenSha256: Buffer }
  | { readonly step: 'code' | 'enrol'; readonly ticket: string }

/** A password goes over no line on which others can read it; a demonstration has nothing to lose, and says so. */
export function refuseOpenLine({ districtOf }: SigningIn, { district, request }: Asked): void {
  if (!isPrivate(request) && !districtOf(district).demonstration)
    throw new Problem('forbidden', words.openLine, { code: 'line-not-private' })
}

/** The same look-ups for a name that nobody has. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

const wrong = () => new Problem('not-signed-in', words.wrongNameOrPassword, { code: 'wrong-name-or-password' })

/** The owner, who has shown that they are, is told that they have nothing to do here and whom to ask. */
export const noRole = ({ name }: Pick<Account, 'name'>) =>
  new Problem('forbidden', words.noRole(name), { code: 'no-role' })

/**
 * Account name and password. A wrong name, a wrong password, an account that is not active and one that was tried too
 * often get one answer after the same work: a hash is computed each time, and which it was is told to the owner alone.
 * What is tried is counted before it is looked at, and what was right is taken out of the count again.
 */
export async function givePassword(
  needs: SigningIn,
  asked: Asked,
  given: { readonly accountName: string; readonly password: string },
): Promise<CameTo> {
  const { vault } = needs
  const { request, within, district } = asked
  refuseOpenLine(needs, asked)
  const tried = await within(async (tx) => {
    const account = await findAccountByName(tx, given.accountName)
    const hash = await findPasswordHash(tx, account?.id ?? NOBODY)
    const device =
      account && hash ? knownDevice(request, vault, { district, accountId: account.id, passwordHash: hash }) : undefined
    const counting = await countTries(tx, vault, {
      limits: [SIGN_IN.password, SIGN_IN.passwordOfDevice],
      whom: account?.id ?? given.accountName,
      device,
      address: request.ip,
    })
    return { account, hash, ...counting }
  })
  const { account, hash } = tried
  if (tried.ofAddress > SIGN_IN.passwordOfAddress.most)
    throw new Problem('too-many', words.addressTooOften, { code: 'address-too-often', retryAfterSeconds: 3600 })
  const matches = await passwordMatches(tried.isWithin ? hash : undefined, given.password).catch(async (error) => {
    await within((tx) => takeOut(tx, tried))
    throw error
  })
  if (!matches || !account || !hash || !isActive(account)) {
    const phone = await within((tx) => noteWrong(tx, vault, account, tried, REFUSED.password))
    if (phone) needs.tell({ district, phone, text: words.lockedSms(needs.districtOf(district).nameZh).zh })
    throw wrong()
  }
  const came = await within(async (tx) => {
    await takeOut(tx, tried)
    return comeFurther(tx, needs, request, account)
  })
  return came.step === 'in' ? letIn(needs, asked, account.id, null) : came
}

/** The second factor after the password. */
export async function giveCode(
  needs: SigningIn,
  asked: Asked,
  given: { readonly ticket: string; readonly code: string },
): Promise<CameTo> {
  const { vault } = needs
  const { request, within, district } = asked
  refuseOpenLine(needs, asked)
  const tokenSha256 = sha256(given.ticket)
  const tried = await within(async (tx) => {
    const way = await tryWayIn(tx, tokenSha256, 'code', SECOND_FACTOR.triesOfAWayIn)
    if (!way) return undefined
    const passwordHash = (await findPasswordHash(tx, way.accountId)) ?? ''
    const device = knownDevice(request, vault, { district, accountId: way.accountId, passwordHash })
    const limits = [SIGN_IN.code, SIGN_IN.codeOfDevice] as const
    return { way, ...(await countTries(tx, vault, { limits, whom: way.accountId, device, address: null })) }
  })
  if (!tried) throw new Problem('not-signed-in', words.ticketOver, { code: 'ticket-over' })
  const { accountId } = tried.way
  const taken = await within(async (tx) => {
    const by = tried.isWithin ? await takeCode(tx, vault, accountId, given.code) : undefined
    if (!by) return undefined
    await takeOut(tx, tried)
    return (await endWayIn(tx, tokenSha256)) ? by : undefined
  })
  if (!taken) {
    const account = await within((tx) => getAccount(tx, accountId))
    const phone = await within((tx) => noteWrong(tx, vault, account, tried, REFUSED.code))
    if (phone) needs.tell({ district, phone, text: words.lockedSms(needs.districtOf(district).nameZh).zh })
    throw new Problem('not-signed-in', words.wrongCode, { code: 'wrong-code' })
  }
  return letIn(needs, asked, accountId, new Date())
}

/** The session begins, under a token that was never seen before; whatever this browser had ends. */
export async function letIn(
  { vault }: SigningIn,
  { within, request, reply, district }: Asked,
  accountId: string,
  secondFactorAt: Date | null,
): Promise<CameTo> {
  const token = newToken(district)
  const expiresAt = new Date(Date.now() + SESSION.lastsMs)
  const passwordHash = await within(async (tx) => {
    const account = await getAccount(tx, accountId)
    if (!isActive(account)) throw wrong()
    const { roles } = await actorOf(tx, { ...account, accountId })
    if (roles.length === 0) throw noRole(account)
    await endWhatWas(tx, request)
    await startSession(tx, {
      id: newId(),
      tokenSha256: sha256(token),
      accountId,
      device: deviceOf(request.headers['user-agent'] ?? ''),
      startedAt: new Date(),
      expiresAt,
      secondFactorAt,
      wrongBefore: await takeWrongTries(tx, accountId),
    })
    await recordAct(tx, {
      id: newId(),
      act: 'session.started',
      subjectKind: 'account',
      subjectId: accountId,
      actor: { accountId, personId: account.personId },
      at: tx.now,
      detail: { secondFactor: secondFactorAt !== null },
    })
    return findPasswordHash(tx, accountId)
  })
  giveToken(request, reply, token, expiresAt)
  rememberDevice(request, reply, vault, { district, accountId, passwordHash: passwordHash ?? '' })
  return { step: 'in', accountId, tokenSha256: sha256(token) }
}

function isActive(account: Account): boolean {
  const today = civilDateOf(new Date())
  return account.activeFrom <= today && (account.activeTo === null || account.activeTo >= today)
}

/** With a second factor a code comes next; where one is demanded and there is none, it is set up next. */
async function comeFurther(
  tx: Tx,
  needs: SigningIn,
  request: FastifyRequest,
  account: Account,
): Promise<Exclude<CameTo, { step: 'in' }> | { step: 'in' }> {
  const has = (await findFactor(tx, account.id)) !== undefined
  if (!has && !isDemanded(needs.secondFactorTerms(tx.district), account)) return { step: 'in' }
  const [ticket, step] = [newToken(tx.district), has ? ('code' as const) : ('enrol' as const)]
  const lasts = has ? SECOND_FACTOR.signInWithinMs : SECOND_FACTOR.enrolWithinMs
  await insertWayIn(tx, {
    tokenSha256: sha256(ticket),
    accountId: account.id,
    step,
    device: deviceOf(request.headers['user-agent'] ?? ''),
    expiresAt: new Date(Date.now() + lasts),
  })
  return { step, ticket }
}

type Tried = {
  readonly limit: Limit
  readonly of: Buffer
  readonly counted: number
  readonly isWithin: boolean
  readonly ofAddress: number
  readonly addressOf: Buffer | null
}

/** Counts a try: by the account, or by the owner's own browser, which others cannot shut out; a stranger's by address too. */
async function countTries(
  tx: Tx,
  vault: Vault,
  by: { limits: readonly [Limit, Limit]; whom: string; device: string | undefined; address: string | null },
): Promise<Tried> {
  const limit = by.device === undefined ? by.limits[0] : by.limits[1]
  const of = keyOfTries(vault, by.device ?? by.whom)
  const addressOf = by.device === undefined && by.address !== null ? keyOfTries(vault, `address ${by.address}`) : null
  const ofAddress = addressOf ? await count(tx, SIGN_IN.passwordOfAddress, addressOf) : 0
  if (ofAddress > SIGN_IN.passwordOfAddress.most)
    return { limit, of, counted: 0, isWithin: false, ofAddress, addressOf }
  const counted = await count(tx, limit, of)
  return { limit, of, counted, isWithin: counted <= limit.most, ofAddress, addressOf }
}

/** Under what the tries of an account, a browser or an address are counted. */
export const keyOfTries = (vault: Vault, whom: string): Buffer => vault.lookup('access.tries', whom)

async function takeOut(tx: Tx, tried: Tried): Promise<void> {
  // In the order in which they are counted, so that two never wait for each other.
  if (tried.addressOf) await uncount(tx, SIGN_IN.passwordOfAddress, tried.addressOf)
  await uncount(tx, tried.limit, tried.of)
}

/** What is kept of a wrong try. The owner's phone where the account was shut just now, once an hour; the same work for a name of nobody. */
async function noteWrong(
  tx: Tx,
  vault: Vault,
  account: Account | undefined,
  { counted, limit, isWithin }: Tried,
  what: string,
): Promise<string | undefined> {
  if (!isWithin) await count(tx, { what, window: 'hour' }, Buffer.alloc(32))
  if (account) await noteWrongTry(tx, account.id)
  else await count(tx, { what: 'password-of-nobody', window: 'hour' }, Buffer.alloc(32))
  const isShutNow = counted === limit.most + 1
  return account && isShutNow ? findPhone(tx, vault, account.personId) : undefined
}
