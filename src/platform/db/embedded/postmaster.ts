import { chown, mkdir, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Account, run } from './account.ts'
import { type Binaries, installedBinaries, programOf } from './binaries.ts'
import { isAlive, isServerOf } from './processes.ts'
import { EmbeddedServerError } from './refusal.ts'
import { type Answer, askIdentity } from './store.ts'
import { refusals } from './words.ts'

/** Above every system's highest process number. */
const NOBODYS_PID = 4_194_305

export type PidFile = { readonly pid: number; readonly port: number }

export async function readPidFile(dataDirectory: string): Promise<PidFile | undefined> {
  const text = await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3]) } : undefined
}

/** Waits while the server's process lives. Undefined when it ended without ever answering as this data directory. */
export async function awaitAnswer(
  dataDirectory: string,
  pid: number,
  superuserUrl: (port: number) => string,
): Promise<Extract<Answer, { kind: 'server' }> | undefined> {
  let until = Date.now() + 60_000
  while (isServerOf(pid, dataDirectory)) {
    const port = (await readPidFile(dataDirectory))?.port
    const answer: Answer = port ? await askIdentity(superuserUrl(port)) : { kind: 'nobody' }
    if (
      answer.kind === 'server' &&
      (await realpath(answer.dataDirectory).catch(() => '')) === (await realpath(dataDirectory))
    )
      return answer
    // Recovery takes as long as it takes.
    if (answer.kind === 'notYet') until = Date.now() + 60_000
    if (Date.now() > until) {
      const detail = answer.kind === 'stranger' ? answer.reason : await logTail(dataDirectory)
      throw new EmbeddedServerError(refusals.noAnswer(dataDirectory, pid), detail)
    }
    await pause(100)
  }
  return undefined
}

/**
 * A server that was killed leaves its file, and its number may since belong to another program; PostgreSQL would then
 * refuse to start. The number is replaced, and the rest kept: it leads PostgreSQL to orphans which still write.
 */
export async function retirePidFile(dataDirectory: string, pid: number): Promise<void> {
  if (!isAlive(pid)) return
  const file = join(dataDirectory, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8')).split('\n')
  const { uid, gid } = await stat(file)
  await writeFile(file, [NOBODYS_PID, ...lines.slice(1)].join('\n'))
  if (process.getuid?.() === 0) await chown(file, uid, gid)
}

/** Starts the server detached: it outlives this process. The outcome's output includes the end of its log. */
export async function startServer(binaries: Binaries, dataDirectory: string, account: Account) {
  const log = join(dataDirectory, 'log')
  await mkdir(log, { recursive: true, mode: 0o700 })
  if (account) await chown(log, account.uid, account.gid)
  await rm(join(log, 'startup.log'), { force: true })
  const args = ['start', '-D', dataDirectory, '-l', join(log, 'startup.log'), '-w', '-t', '300', '-s']
  const outcome = await run(programOf(binaries, 'pg_ctl'), args, account)
  if (outcome.code === 0) return { started: true as const }
  return { started: false as const, output: `${outcome.output}\n${await logTail(dataDirectory)}` }
}

/** Fast shutdown: sessions are ended, everything is written, the process is waited for. */
export async function stopServer(dataDirectory: string): Promise<void> {
  const pid = (await readPidFile(dataDirectory))?.pid
  if (!pid || !isServerOf(pid, dataDirectory)) return
  if (process.platform === 'win32') {
    await run(
      programOf(await installedBinaries(), 'pg_ctl'),
      ['stop', '-D', dataDirectory, '-m', 'fast', '-w'],
      undefined,
    )
  } else {
    process.kill(pid, 'SIGINT')
  }
  const until = Date.now() + 60_000
  while (isServerOf(pid, dataDirectory)) {
    if (Date.now() > until)
      throw new EmbeddedServerError(refusals.stillRunning(dataDirectory, pid), await logTail(dataDirectory))
    await pause(25)
  }
}

/** The last lines of the start's own log and of the newest of the daily logs. */
export async function logTail(dataDirectory: string): Promise<string> {
  const log = join(dataDirectory, 'log')
  const names = await readdir(log).catch(() => [])
  const daily = names.filter((name) => name.startsWith('postgresql-'))
  const dated = await Promise.all(daily.map(async (name) => ({ name, at: (await stat(join(log, name))).mtimeMs })))
  dated.sort((a, b) => b.at - a.at)
  const read = [...names.filter((name) => name === 'startup.log'), ...dated.slice(0, 1).map((entry) => entry.name)]
  const texts = await Promise.all(read.map((name) => readFile(join(log, name), 'utf8')))
  return texts.map((text) => text.trimEnd().split('\n').slice(-15).join('\n')).join('\n')
}
