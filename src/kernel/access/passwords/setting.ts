import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listRecordedNames } from '../../people/public.ts'
import { newId } from '../../values/public.ts'
import { getAccount } from '../store.ts'
import { isCommon } from './common.ts'
import { hashPassword } from './hashing.ts'
import { weaknessesOf } from './rules.ts'
import { insertPassword } from './store.ts'
import { weaknessWords } from './words.ts'

/**
 * Sets an account's password: from now on it counts and no other. Refused with every reason where it is weak. Who may,
 * and which sessions end, is for the caller to see to.
 */
export async function setPassword(tx: Tx, accountId: string, password: string): Promise<void> {
  const account = await getAccount(tx, accountId)
  const person = (await listRecordedNames(tx, [account.personId])).get(account.personId)
  const weaknesses = weaknessesOf(password, [account.name, ...(person ? [person.name] : [])], isCommon)
  if (weaknesses.length > 0) {
    const sentences: Sentence[] = weaknesses.map((weakness) => weaknessWords[weakness])
    throw new Problem('bad-input', sentences[0]!, {
      code: `password-${weaknesses[0]}`,
      items: sentences.map((sentence) => ({ at: 'body.password', sentence })),
    })
  }
  await insertPassword(tx, { id: newId(), accountId, hash: await hashPassword(password) })
}
