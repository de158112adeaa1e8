import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureEmbeddedServer } from '../platform/db/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import { APP, OWNER, prepareDatabase, type RolePasswords, urlFor } from '../platform/db/roles.ts'
import type { Config } from './config.ts'

const DATABASE = 'shanjiang'

export type Prepared = {
  readonly appUrl: string
  readonly notes: readonly string[]
  readonly applied: readonly string[]
}

/** The database ready for work: server up (embedded or the operator's), roles and database made, schema newest. */
export async function readyDatabase(config: Config): Promise<Prepared> {
  if (config.databaseUrl !== undefined) {
    const database = new URL(config.databaseUrl).pathname.slice(1) || DATABASE
    const passwords = rolePasswordsAt(join(config.dataDir, 'roles.json'))
    await prepareDatabase(config.databaseUrl, database, passwords)
    const applied = await migrate(urlFor(config.databaseUrl, OWNER, passwords.owner, database))
    return { appUrl: urlFor(config.databaseUrl, APP, passwords.app, database), notes: [], applied }
  }
  const server = await ensureEmbeddedServer({ dataDir: join(config.dataDir, 'pg') })
  await prepareDatabase(server.superuserUrl('postgres'), DATABASE, server.passwords)
  const applied = await migrate(server.ownerUrl(DATABASE))
  return { appUrl: urlFor(server.ownerUrl(DATABASE), APP, server.passwords.app), notes: server.notes, applied }
}

/** Passwords of the three roles in the operator's database: made once, kept beside the keys, readable by the owner only. */
function rolePasswordsAt(path: string): RolePasswords {
  if (!existsSync(path)) {
    const password = () => randomBytes(24).toString('base64url')
    writeFileSync(path, JSON.stringify({ owner: password(), app: password(), reader: password() }), {
      mode: 0o600,
      flag: 'wx',
    })
  }
  return JSON.parse(readFileSync(path, 'utf8')) as RolePasswords
}
