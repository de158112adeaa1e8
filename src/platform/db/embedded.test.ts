import { execFileSync, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile, appendFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { isServerOf } from './embedded/processes.ts'
import { OWNER, prepareDatabase, urlFor } from './roles.ts'
import { type EmbeddedServer, EmbeddedServerError, ensureEmbeddedServer } from './embedded.ts'

const asRoot = process.getuid?.() === 0
const servers: EmbeddedServer[] = []
const directories: string[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true })
})

/** A data directory nobody has used, below a directory which is open to others (or closed, as a private home is). */
async function freshHome(mode = 0o755): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'shanjiang-embedded-'))
  await chmod(parent, mode)
  directories.push(parent)
  return join(parent, 'data', 'pg')
}

async function start(dataDir: string, options: { durable?: boolean; port?: number } = {}): Promise<EmbeddedServer> {
  const server = await ensureEmbeddedServer({ dataDir, durable: false, ...options })
  servers.push(server)
  if (dirname(server.dataDirectory).startsWith('/var/lib/shanjiang-')) directories.push(dirname(server.dataDirectory))
  return server
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows[0] as T
  } finally {
    await client.end()
  }
}

/** The same call from a process of its own. */
function inAnotherProcess(dataDir: string) {
  const module = new URL('./embedded.ts', import.meta.url).href
  const script = `const { ensureEmbeddedServer } = await import(${JSON.stringify(module)})
    const { port, started, dataDirectory } = await ensureEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)}, durable: false })
    console.log(JSON.stringify({ port, started, dataDirectory }))`
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: root })
  let output = ''
  let complaints = ''
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()))
  const ended = new Promise<{ port: number; started: boolean; dataDirectory: string }>((resolve, reject) => {
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(output)) : reject(new Error(complaints || `ended ${code}`)),
    )
  })
  return { child, ended }
}

async function pidOf(server: EmbeddedServer): Promise<number> {
  return Number((await readFile(join(server.dataDirectory, 'postmaster.pid'), 'utf8')).split('\n')[0])
}

async function killServer(server: EmbeddedServer): Promise<number> {
  const pid = await pidOf(server)
  process.kill(pid, 'SIGKILL')
  while (isServerOf(pid, server.dataDirectory)) await pause(10)
  return pid
}

describe('the built-in database', () => {
  it('starts from nothing, as a user who is not root, with checksums, UTF-8 and passwords', async () => {
    const home = await freshHome()
    const server = await start(home)
    expect(server.started).toBe(true)
    const facts = await ask<Record<string, string>>(
      server.superuserUrl('postgres'),
      `select current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
              current_setting('timezone') as zone, current_setting('listen_addresses') as addresses, datlocale as locale,
              current_setting('password_encryption') as encryption from pg_database where datname = 'postgres'`,
    )
    expect(facts).toEqual({
      checksums: 'on',
      encoding: 'UTF8',
      zone: 'Asia/Shanghai',
      addresses: '127.0.0.1',
      locale: 'C.UTF-8',
      encryption: 'scram-sha-256',
    })
    expect((await stat(server.dataDirectory)).uid).not.toBe(0)
    expect((await stat(`${home}.secrets.json`)).mode & 0o777).toBe(0o600)
    const wrong = server.superuserUrl('postgres').replace(/:[0-9a-f]+@/, ':wrong@')
    await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed')
  })

  it('is shared: a second process attaches to the server which runs', async () => {
    const server = await start(await freshHome())
    const second = await inAnotherProcess(server.dataDirectory).ended
    expect(second).toEqual({ port: server.port, started: false, dataDirectory: server.dataDirectory })
  })

  it('is one server when two processes start at the same moment', async () => {
    const home = await freshHome()
    const [one, two] = await Promise.all([inAnotherProcess(home).ended, inAnotherProcess(home).ended])
    const attached = await start(home)
    expect([one.started, two.started].filter(Boolean)).toEqual([true])
    expect([one.port, two.port]).toEqual([attached.port, attached.port])
    expect(attached.started).toBe(false)
  })

  it('outlives the process which started it, and ends when it is told to', async () => {
    const home = await freshHome()
    await inAnotherProcess(home).ended
    const server = await start(home)
    expect(server.started).toBe(false)
    const pid = await pidOf(server)
    await server.stop()
    expect(isServerOf(pid, server.dataDirectory)).toBe(false)
    expect(await readdir(server.dataDirectory)).not.toContain('postmaster.pid')
  })

  it('recovers after a kill -9, also when the process number was given to another program', async () => {
    const home = await freshHome()
    const first = await start(home, { durable: true })
    await ask(first.superuserUrl('postgres'), 'create table kept as select 37 as people')
    const pid = await killServer(first)
    // As after a restart of the machine: another program of the same user bears the number now.
    const { uid, gid } = await stat(first.dataDirectory)
    const other = spawn('sleep', ['60'], asRoot ? { uid, gid } : {})
    const pidFile = join(first.dataDirectory, 'postmaster.pid')
    const text = await readFile(pidFile, 'utf8')
    await writeFile(pidFile, text.replace(String(pid), String(other.pid)))
    const second = await start(home, { durable: true })
    other.kill()
    expect(second.started).toBe(true)
    expect(await ask(second.superuserUrl('postgres'), 'select people from kept')).toEqual({ people: 37 })
    expect(second.notes.join()).toContain('recovered')
  })

  it('leaves no half-made data when the first start is killed', async () => {
    const home = await freshHome()
    const { child, ended } = inAnotherProcess(home)
    const killed = ended.catch(() => 'killed')
    const names = () => readdir(dirname(home)).catch(() => [] as string[])
    while (!(await names()).some((name) => name.startsWith('pg.new-'))) await pause(5)
    child.kill('SIGKILL')
    expect(await killed).toBe('killed')
    expect(await names()).not.toContain('pg')
    const server = await start(home)
    expect(await ask(server.superuserUrl('postgres'), 'select 1 as one')).toEqual({ one: 1 })
    expect((await names()).toSorted()).toEqual(['pg', 'pg.secrets.json'])
  })

  it('keeps its port, and takes another only when a stranger has it', async () => {
    const home = await freshHome()
    const first = await start(home)
    await first.stop()
    const second = await start(home)
    expect(second.port).toBe(first.port)
    await second.stop()
    const stranger = createServer().listen(first.port, '127.0.0.1')
    const third = await start(home)
    stranger.close()
    expect(third.port).not.toBe(first.port)
    expect(third.notes.join()).toContain(`Port ${first.port} is taken`)
  })

  it('goes elsewhere, and says so, when its user cannot reach the directory', async () => {
    const home = await freshHome(0o700)
    const server = await start(home)
    expect(await ask(server.superuserUrl('postgres'), 'select 1 as one')).toEqual({ one: 1 })
    // An ordinary user's server is that user's own and reaches whatever the user reaches.
    expect(server.dataDirectory === home).toBe(!asRoot)
    expect(server.notes.join()).toMatch(asRoot ? /数据放在 .*the data is kept in/s : /^$/)
    await server.stop()
    const again = await start(home)
    expect(again.dataDirectory).toBe(server.dataDirectory)
  })

  it.each([
    ['an open', 0o755],
    ['a closed', 0o700],
  ])('is not shared with a copy of the checkout in %s directory', async (_, mode) => {
    const home = await freshHome(mode)
    const original = await start(home)
    const copiedHome = await freshHome(mode)
    execFileSync('cp', ['-a', dirname(home), dirname(copiedHome)])
    const copy = await start(copiedHome)
    expect(copy.started).toBe(true)
    expect(copy.dataDirectory).not.toBe(original.dataDirectory)
    expect(copy.port).not.toBe(original.port)
  })

  it('is made ready by a role that may create roles and databases and is no superuser, as often as asked', async () => {
    const server = await start(await freshHome())
    const admin = { name: 'county_admin', password: 'made-for-this-test' }
    await ask(
      server.superuserUrl('postgres'),
      `create role ${admin.name} login createrole createdb password '${admin.password}'`,
    )
    const url = urlFor(server.superuserUrl('postgres'), admin.name, admin.password)
    for (const round of [1, 2]) {
      const passwords = { owner: `owner-${round}`, app: `app-${round}`, reader: `reader-${round}` }
      await prepareDatabase(url, 'county', passwords)
      const owner = urlFor(url, OWNER, passwords.owner, 'county')
      expect(
        await ask(owner, 'select pg_get_userbyid(datdba) as owner from pg_database where datname = current_database()'),
      ).toEqual({ owner: OWNER })
      await ask(owner, `create schema of_round_${round}`)
    }
    expect(
      await ask(
        server.superuserUrl('postgres'),
        `select bool_or(rolsuper or rolbypassrls or rolcreaterole) as above from pg_roles where rolname like 'shanjiang%'`,
      ),
    ).toEqual({ above: false })
  })

  it('says in two languages why it does not start, with the end of the log', async () => {
    const home = await freshHome()
    const server = await start(home)
    await server.stop()
    await appendFile(join(server.dataDirectory, 'postgresql.conf'), 'max_connections = plenty\n')
    const failure = await start(home).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(EmbeddedServerError)
    const { message, sentence } = failure as EmbeddedServerError
    expect(sentence.zh).toContain('没有启动成功')
    expect(sentence.en).toContain('did not start')
    expect(message).toMatch(/invalid value for parameter "max_connections": "plenty"/)
  })

  it('does not let real data into a server which was started for tests', async () => {
    const home = await freshHome()
    await start(home, { durable: false })
    await expect(start(home, { durable: true })).rejects.toThrow('was started for tests')
  })

  it('refuses to begin anew over data whose keys are lost', async () => {
    const home = await freshHome()
    await mkdir(home, { recursive: true })
    await expect(start(home)).rejects.toThrow(`${home}.secrets.json is gone`)
  })

  it('takes over the lock of a process that died, also when its number lives on', async () => {
    const home = await freshHome()
    await mkdir(dirname(home), { recursive: true })
    await writeFile(`${home}.lock`, JSON.stringify({ pid: process.pid, life: 'an earlier life', token: 'dead' }))
    const server = await start(home)
    expect(server.started).toBe(true)
  })
})
