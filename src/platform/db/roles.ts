import pg from 'pg'

/** The three roles of the database: one owns and migrates, one works, one looks. None is a superuser. */
export const OWNER = 'shanjiang_owner'
export const APP = 'shanjiang_app'
export const READER = 'shanjiang_reader'

export type RolePasswords = { readonly owner: string; readonly app: string; readonly reader: string }

const quoteLiteral = (text: string) => `'${text.replaceAll("'", "''")}'`
const quoteName = (text: string) => `"${text.replaceAll('"', '""')}"`

/**
 * Creates the roles (or gives them these passwords) and the database if it is absent; in one that the operator made the
 * owner is let in. `adminUrl` may create roles and databases, and need be no superuser; the database it names need not
 * exist yet.
 */
export async function prepareDatabase(adminUrl: string, database: string, passwords: RolePasswords): Promise<void> {
  await as(urlFor(adminUrl, undefined, undefined, MAINTENANCE), async (client) => {
    await inTurn(client, () => makeRoles(client, passwords))
    const exists = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!exists.rowCount) await makeDatabase(client, database)
    await inTurn(client, async () => {
      await client.query(`grant connect, create, temporary on database ${quoteName(database)} to ${OWNER}`)
    })
  })
  await as(urlFor(adminUrl, undefined, undefined, database), async (client) => {
    await inTurn(client, async () => {
      await client.query(`grant usage, create on schema public to ${OWNER}`)
      await client.query(`grant usage on schema public to ${APP}, ${READER}`)
    })
  })
}

/** The server's version as a number (150004), asked before anything is written to it. */
export async function serverVersion(adminUrl: string): Promise<number> {
  let version = 0
  await as(urlFor(adminUrl, undefined, undefined, MAINTENANCE), async (client) => {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`)
    version = Number(rows[0]!.version)
  })
  return version
}

/** The database every server has. */
const MAINTENANCE = 'postgres'

async function as(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Two processes that start at once take turns; the lock is released with the transaction. */
async function inTurn(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  await client.query('select pg_advisory_xact_lock(20261123)')
  await work()
  await client.query('commit')
}

async function makeRoles(client: pg.Client, passwords: RolePasswords): Promise<void> {
  const { rows } = await client.query<{ all: boolean; citus: boolean }>(
    `select current_setting('is_superuser') = 'on' as all,
       current_setting('citus.propagate_set_commands', true) is not null as citus`,
  )
  const may = rows[0]!
  // Only a superuser may name these, even to say that they are not; unsaid they are not, and a start refuses roles that have them.
  const plainly = may.all ? 'nosuperuser nobypassrls nocreatedb nocreaterole' : ''
  for (const [role, password] of [
    [OWNER, passwords.owner],
    [APP, passwords.app],
    [READER, passwords.reader],
  ] as const) {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
    const verb = known.rowCount ? 'alter' : 'create'
    await client.query(`${verb} role ${role} login ${plainly} password ${quoteLiteral(password)}`)
  }
  // To make a database that belongs to the owner one has to be of it.
  if (!may.all) await client.query(`grant ${OWNER} to current_user`)
  if (may.all || may.citus) await client.query(`alter role ${APP} set citus.propagate_set_commands = 'local'`)
}

async function makeDatabase(client: pg.Client, database: string): Promise<void> {
  try {
    await client.query(`create database ${quoteName(database)} owner ${OWNER}`)
  } catch (error) {
    // Another process created the same database a moment ago.
    const { code } = error as { code?: string }
    if (code !== '42P04' && code !== '23505') throw error
  }
}

/** The same server for another role or another database. */
export function urlFor(url: string, role?: string, password?: string, database?: string): string {
  const changed = new URL(url)
  if (role !== undefined) changed.username = role
  if (password !== undefined) changed.password = encodeURIComponent(password)
  if (database !== undefined) changed.pathname = `/${database}`
  return changed.href
}
