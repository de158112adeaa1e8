import type { Tx } from '../../platform/db/public.ts'
import { type Actor, type AskApart, isPrivate } from '../../platform/http/public.ts'
import { findOrganisation, listPersons } from '../people/public.ts'
import type { District } from '../reference/public.ts'
import { civilDateOf } from '../values/public.ts'
import type { CameTo as CameToShown, SignedIn } from './contract.ts'
import { type Role, ROLES } from './permissions.ts'
import { findFactor } from './second-factor/store.ts'
import { actorOf } from './sessions/sessions.ts'
import { findSession, findSessionOf } from './sessions/store.ts'
import { type CameTo, noRole, type SigningIn } from './signing-in.ts'
import { getAccount } from './store.ts'

/** Who is signed in, what they may do, and where and when they are; who has no post is refused. */
export async function signedIn(
  tx: Tx,
  actor: Actor,
  district: District,
  request: AskApart['request'],
): Promise<SignedIn> {
  const account = await getAccount(tx, actor.accountId)
  const [post] = actor.roles as Role[]
  if (!post) throw noRole(account)
  const persons = await listPersons(tx, [actor.personId])
  const organisation = actor.organisationId === null ? undefined : await findOrganisation(tx, actor.organisationId)
  const session = actor.session && (await findSession(tx, actor.session.id))
  const wrong = session?.wrongBefore
  const { emergency } = actor
  return {
    accountId: actor.accountId,
    accountName: account.name,
    personName: persons.get(actor.personId)?.maskedName ?? '',
    post: ROLES[post],
    roles: [...actor.roles],
    permissions: [...actor.permissions],
    organisation: organisation ? { id: organisation.id, name: organisation.name } : null,
    district: district.district,
    districtName: { zh: district.nameZh, en: district.nameEn },
    bureauName: { zh: district.bureauZh, en: district.bureauEn },
    demonstration: district.demonstration,
    businessDate: civilDateOf(tx.now),
    unencrypted: !isPrivate(request),
    hasSecondFactor: (await findFactor(tx, actor.accountId)) !== undefined,
    emergency: emergency
      ? { id: emergency.id, role: ROLES[emergency.role as Role], until: emergency.until.toISOString() }
      : null,
    wrongTries: wrong ? { count: wrong.count, lastAt: wrong.lastAt.toISOString() } : null,
  }
}

/** What a browser is told of how far a sign-in has come. */
export async function cameTo(
  { districtOf }: Pick<SigningIn, 'districtOf'>,
  { within, request, district }: Pick<AskApart, 'within' | 'request' | 'district'>,
  came: CameTo,
): Promise<CameToShown> {
  if (came.step !== 'in') return { step: came.step, ticket: came.ticket, signedIn: null }
  return within(async (tx) => {
    const account = await getAccount(tx, came.accountId)
    const session = await findSessionOf(tx, came.tokenSha256)
    const actor = await actorOf(tx, { ...account, accountId: account.id })
    const inIt = session ? { session: { id: session.id, secondFactorAt: null } } : {}
    return {
      step: 'in',
      ticket: null,
      signedIn: await signedIn(tx, { ...actor, ...inIt }, districtOf(district), request),
    }
  })
}
