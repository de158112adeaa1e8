import { existsSync } from 'node:fs'
import { findAnyPersonId, openIdentityNumbers } from '../../kernel/people/public.ts'
import { listDistricts } from '../../kernel/reference/public.ts'
import { liveRingAt, type Vault, vaultOf } from '../../platform/crypto/public.ts'
import { type Db, inDistrict, type Tx } from '../../platform/db/public.ts'
import { refusal } from './checks.ts'
import { bootWords } from './words.ts'

/**
 * The vault of this installation. New keys are made only where nothing is sealed yet: beside a database that holds sealed
 * numbers a missing or a wrong key file is refused, since whatever were sealed from now on could not be joined with them.
 */
export async function vaultAt(path: string, db: Db): Promise<Vault> {
  const districts = (await listDistricts(db)).map(({ district }) => district)
  const within = <T>(district: number, work: (tx: Tx) => Promise<T>) =>
    inDistrict(db, district, work, { readOnly: true })
  const known: { district: number; personId: string }[] = []
  for (const district of districts) {
    const personId = await within(district, findAnyPersonId)
    if (personId) known.push({ district, personId })
  }
  if (known.length > 0 && !existsSync(path)) throw refusal('keys', bootWords.keysGone(path))
  const vault = vaultOf(liveRingAt(path))
  for (const { district, personId } of known) {
    await within(district, (tx) => openIdentityNumbers(tx, vault, [personId])).catch(() => {
      throw refusal('keys', bootWords.keysOfAnother(path))
    })
  }
  return vault
}
