import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'

/**
 * A mark of one life of one process number: a number that was given to another program has another mark.
 * Undefined when no such process lives (a zombie does not).
 */
export function lifeOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  if (process.platform === 'linux') return linuxLife(pid)
  if (process.platform === 'win32') return 'alive'
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)])?.trim()
}

/** Whether this process is the PostgreSQL server of this data directory, and not another program with its number. */
export function isServerOf(pid: number, dataDirectory: string): boolean {
  if (lifeOf(pid) === undefined) return false
  if (process.platform === 'win32') return /postgres/i.test(ask('tasklist', ['/FI', `PID eq ${pid}`, '/NH']) ?? '')
  if (process.platform !== 'linux')
    return (ask('ps', ['-o', 'command=', '-p', String(pid)]) ?? '').includes(dataDirectory)
  try {
    // PostgreSQL makes its data directory its working directory.
    const isPostgres = readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDirectory)
  } catch {
    // Gone meanwhile, or another user's program: in both cases not our server.
    return false
  }
}

/** As PostgreSQL sees it: an ended process which nobody has collected still counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function linuxLife(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name is in brackets and may hold anything; state is field 3, start time field 22.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${boot}:${fields[19]}`
  } catch {
    // Gone between the two looks.
    return undefined
  }
}

function ask(program: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    // ps and tasklist answer with a failure when there is no such process.
    return undefined
  }
}
