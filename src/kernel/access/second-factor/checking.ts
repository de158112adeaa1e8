import { randomBytes } from 'node:crypto'
import { placeOf, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { newId } from '../../values/public.ts'
import { readCode, SECOND_FACTOR } from './rules.ts'
import {
  confirmFactor,
  endFactors,
  findBegun,
  findFactor,
  insertFactor,
  replaceRecoveryCodes,
  takeRecoveryCode,
  takeStep,
} from './store.ts'
import { base32Of, newSecret, stepOf } from './totp.ts'

const secretPlace = (district: number, id: string) => placeOf('access.second_factors.secret_sealed', district, id)

const recoveryLookup = (vault: Vault, accountId: string, code: string) =>
  vault.lookup('access.recovery-code', `${accountId}\n${code}`)

/** Whether a code is right, and was not used before: it is used up with this. */
export async function takeCode(
  tx: Tx,
  vault: Vault,
  accountId: string,
  typed: string,
): Promise<'totp' | 'recovery' | undefined> {
  const read = readCode(typed)
  const factor = await findFactor(tx, accountId)
  if (!read || !factor) return undefined
  if (read.kind === 'recovery')
    return (await takeRecoveryCode(tx, accountId, recoveryLookup(vault, accountId, read.code))) ? 'recovery' : undefined
  const secret = vault.open(secretPlace(tx.district, factor.id), factor.secretSealed)
  const step = stepOf(secret, read.code, new Date(), factor.lastStep)
  return step !== undefined && (await takeStep(tx, factor.id, step)) ? 'totp' : undefined
}

/** A new secret, which counts once a code of it was given. What counts until then stays. */
export async function beginFactor(tx: Tx, vault: Vault, accountId: string): Promise<Buffer> {
  const [id, secret] = [newId(), newSecret()]
  await insertFactor(tx, { id, accountId, sealed: vault.seal(secretPlace(tx.district, id), secret) })
  return secret
}

/**
 * The first code of what was begun: from now on it counts, and what counted before does not. The recovery codes are
 * handed out here and never again; undefined for a wrong code, or where nothing was begun of late.
 */
export async function confirmBegun(
  tx: Tx,
  vault: Vault,
  accountId: string,
  typed: string,
): Promise<string[] | undefined> {
  const read = readCode(typed)
  const begun = await findBegun(tx, accountId, new Date(Date.now() - SECOND_FACTOR.enrolWithinMs))
  if (read?.kind !== 'totp' || !begun) return undefined
  const secret = vault.open(secretPlace(tx.district, begun.id), begun.secretSealed)
  const step = stepOf(secret, read.code, new Date(), null)
  if (step === undefined) return undefined
  await endFactors(tx, accountId, begun.id)
  await confirmFactor(tx, begun.id, step)
  return newRecoveryCodes(tx, vault, accountId)
}

/** Ten codes of fifty bits each, kept as keyed hashes only. */
export async function newRecoveryCodes(tx: Tx, vault: Vault, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: SECOND_FACTOR.recoveryCodes }, () => base32Of(randomBytes(7)).slice(0, 10))
  await replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => recoveryLookup(vault, accountId, code)),
  )
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}
