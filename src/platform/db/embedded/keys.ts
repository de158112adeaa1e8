import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import type { RolePasswords } from '../roles.ts'
import { EmbeddedServerError } from './refusal.ts'
import { refusals } from './words.ts'

/** Kept beside the data, readable by its user only. `id` tells this checkout from an earlier one at the same path. */
export type Keys = {
  readonly id: string
  /** Where the data is, when it could not be kept here. */
  readonly place?: string
  readonly superuser: string
  readonly passwords: RolePasswords
}

export const keysFileOf = (home: string) => `${home}.secrets.json`

export function newKeys(): Keys {
  const password = () => randomBytes(24).toString('hex')
  return {
    id: randomBytes(4).toString('hex'),
    superuser: password(),
    passwords: { owner: password(), app: password(), reader: password() },
  }
}

/** Undefined when there are none yet. */
export async function readKeys(home: string): Promise<Keys | undefined> {
  try {
    return JSON.parse(await readFile(keysFileOf(home), 'utf8')) as Keys
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new EmbeddedServerError(refusals.keysUnreadable(keysFileOf(home)), (error as Error).message, error)
  }
}

export async function writeKeys(home: string, keys: Keys): Promise<void> {
  const draft = `${keysFileOf(home)}.${process.pid}`
  await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(draft, keysFileOf(home))
}
