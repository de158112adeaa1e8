import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { secretFileAt } from '../platform/crypto/public.ts'
import { ensureEmbeddedServer } from '../platform/db/embedded.ts'
import { migrate, migrationsIn } from '../platform/db/migrate.ts'
import { APP, OWNER, prepareDatabase, type RolePasswords, serverVersion, urlFor } from '../platform/db/roles.ts'
import { refusal, refuseOldServer } from './boot/checks.ts'
import { bootWords } from './boot/words.ts'
import type { Config } from './config.ts'
import { makeDataFolder } from './data-folder.ts'

const DATABASE = 'shanjiang'

export type Prepared = {
  readonly appUrl: string
  readonly notes: readonly string[]
  readonly applied: readonly string[]
  /** The names of all migrations this program knows; they have all been applied. */
  readonly migrations: readonly string[]
  /** Where the built-in server keeps its data; undefined with the operator's own. */
  readonly dataDirectory: string | undefined
}

/** The database ready for work: server up (embedded or the operator's), roles and database made, schema newest. */
export async function readyDatabase(config: Config): Promise<Prepared> {
  makeDataFolder(config)
  const all = migrationsIn()
  const migrations = all.map(({ name }) => name)
  if (config.databaseUrl !== undefined) {
    const database = new URL(config.databaseUrl).pathname.slice(1) || DATABASE
    const passwords = rolePasswordsAt(join(config.dataDir, 'roles.json'))
    await prepareOperatorsDatabase(config.databaseUrl, database, passwords)
    const applied = await migrate(urlFor(config.databaseUrl, OWNER, passwords.owner, database), all)
    const appUrl = urlFor(config.databaseUrl, APP, passwords.app, database)
    return { appUrl, notes: [], applied, migrations, dataDirectory: undefined }
  }
  const server = await ensureEmbeddedServer({ dataDir: join(config.dataDir, 'pg') })
  await prepareDatabase(server.superuserUrl('postgres'), DATABASE, server.passwords)
  const applied = await migrate(server.ownerUrl(DATABASE), all)
  const appUrl = urlFor(server.ownerUrl(DATABASE), APP, server.passwords.app)
  return { appUrl, notes: server.notes, applied, migrations, dataDirectory: server.dataDirectory }
}

/** The operator's server; what it refuses is told in a sentence, since it is theirs to put right. */
async function prepareOperatorsDatabase(url: string, database: string, passwords: RolePasswords): Promise<void> {
  try {
    refuseOldServer(await serverVersion(url))
    await prepareDatabase(url, database, passwords)
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    const { hostname, port, username } = new URL(url)
    const [at, user] = [`${hostname}:${port || '5432'}`, decodeURIComponent(username)]
    if (code === '42501') throw refusal('database', bootWords.databaseRights(user, message))
    if (code?.startsWith('28')) throw refusal('database', bootWords.databaseRefuses(at, user))
    if (/^(ECONN|ENOTFOUND|ETIMEDOUT|EHOST|EAI_)/.test(code ?? ''))
      throw refusal('database', bootWords.databaseAway(at))
    throw error
  }
}

/** Passwords of the three roles in the operator's database: made once, kept beside the keys, readable by the owner only. */
function rolePasswordsAt(path: string): RolePasswords {
  const password = () => randomBytes(24).toString('base64url')
  const made = () => JSON.stringify({ owner: password(), app: password(), reader: password() })
  return JSON.parse(secretFileAt(path, made)) as RolePasswords
}
