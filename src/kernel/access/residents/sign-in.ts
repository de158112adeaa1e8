import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listPersonsByPhone, phoneLookup } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { newId, type Phone } from '../../values/public.ts'
import { isTryable, RESIDENT, thoseEnding, TRIES_AN_HOUR, type TryKind } from './rules.ts'
import { countTry, findLastAsked, insertCode, lockCode, noteCode, startResidentSession } from './store.ts'

const token = () => randomBytes(32).toString('base64url')

export type CodeAsked =
  /** `to` is the phone that a message goes to, null where nobody is known by it: whoever asked is not told which. */
  | { readonly outcome: 'asked'; readonly ask: string; readonly code: string; readonly to: Phone | null }
  | { readonly outcome: 'too-often' }
  | { readonly outcome: 'wait'; readonly seconds: number }

/** Somebody asks for a one-time code. The same is done, and answered, whether or not the phone is known here. */
export async function askForCode(
  tx: Tx,
  vault: Vault,
  asked: { readonly phone: Phone; readonly address: string },
): Promise<CodeAsked> {
  const phone = phoneLookup(vault, asked.phone)
  if (await isTooOften(tx, vault, 'code-by-address', asked.address)) return { outcome: 'too-often' }
  const last = await findLastAsked(tx, phone)
  const pause = last ? last.getTime() + RESIDENT.resendAfterMs - Date.now() : 0
  if (pause > 0) return { outcome: 'wait', seconds: Math.ceil(pause / 1000) }
  if ((await countTry(tx, 'code-by-phone', phone)) > TRIES_AN_HOUR['code-by-phone']) return { outcome: 'too-often' }
  const ask = token()
  const code = String(randomInt(10 ** RESIDENT.codeDigits)).padStart(RESIDENT.codeDigits, '0')
  const known = await listPersonsByPhone(tx, phone)
  await insertCode(tx, {
    tokenSha256: sha256(ask),
    phoneLookup: phone,
    codeLookup: codeLookup(vault, ask, code),
    expiresAt: new Date(Date.now() + RESIDENT.codeLastsMs),
  })
  return { outcome: 'asked', ask, code, to: known.length > 0 ? asked.phone : null }
}

export type SignedIn =
  | { readonly outcome: 'signed-in'; readonly session: string; readonly personId: string }
  /** Several people share the phone: the last four of the identity number say who. */
  | { readonly outcome: 'who' }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'too-often' }

/**
 * Somebody gives a code, and where several people share the phone the last four of an identity number. A wrong code, one
 * that is over or used, and one for a phone that nobody has here all meet the same answer; every try is counted.
 */
export async function signInResident(
  tx: Tx,
  vault: Vault,
  given: { readonly ask: string; readonly code: string; readonly ending?: string; readonly address: string },
): Promise<SignedIn> {
  if (await isTooOften(tx, vault, 'sign-in-by-address', given.address)) return { outcome: 'too-often' }
  const now = new Date()
  const askedFor = sha256(given.ask)
  const code = await lockCode(tx, askedFor)
  // The same work for a request that is unknown: nobody learns by waiting.
  const expected = code?.codeLookup ?? vault.lookup('access.resident-code', 'nothing')
  const isRight = timingSafeEqual(expected, codeLookup(vault, given.ask, given.code))
  if (!code || !isTryable(code, now)) return { outcome: 'wrong' }
  if ((await countTry(tx, 'sign-in-by-phone', code.phoneLookup)) > TRIES_AN_HOUR['sign-in-by-phone'])
    return { outcome: 'too-often' }
  await noteCode(tx, askedFor, { tries: code.tries + 1 })
  const persons = await listPersonsByPhone(tx, code.phoneLookup)
  if (!isRight || persons.length === 0) return { outcome: 'wrong' }
  if (persons.length > 1 && given.ending === undefined) {
    await noteCode(tx, askedFor, { passedAt: now })
    return { outcome: 'who' }
  }
  const meant = persons.length > 1 ? thoseEnding(persons, given.ending ?? '') : persons
  const [person] = meant
  if (!person || meant.length > 1) return { outcome: 'wrong' }
  await noteCode(tx, askedFor, { usedAt: now })
  const session = `${tx.district}.${token()}`
  const expiresAt = new Date(now.getTime() + RESIDENT.sessionLastsMs)
  await startResidentSession(tx, { tokenSha256: sha256(session), personId: person.id, expiresAt })
  await recordAct(tx, {
    id: newId(),
    act: 'resident.signed-in',
    subjectKind: 'person',
    subjectId: person.id,
    actor: null,
    at: tx.now,
  })
  return { outcome: 'signed-in', session, personId: person.id }
}

const codeLookup = (vault: Vault, ask: string, code: string) => vault.lookup('access.resident-code', `${ask}\n${code}`)

async function isTooOften(tx: Tx, vault: Vault, what: TryKind, ofWhom: string): Promise<boolean> {
  return (await countTry(tx, what, vault.lookup('access.address', ofWhom))) > TRIES_AN_HOUR[what]
}
