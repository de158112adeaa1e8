import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { EmbeddedServerError } from './refusal.ts'
import { refusals } from './words.ts'

/** The user the server runs as; undefined means ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | undefined

const NOBODY = { uid: 65534, gid: 65534 }

export type Outcome = { readonly code: number | null; readonly output: string }

/** PostgreSQL refuses to run as root. Data that an ordinary user began stays that user's. */
export function serverAccount(ownerOfData: { uid: number; gid: number } | undefined): Account {
  if (process.getuid?.() !== 0) return undefined
  return ownerOfData && ownerOfData.uid !== 0 ? { uid: ownerOfData.uid, gid: ownerOfData.gid } : NOBODY
}

/** Refuses, before anything is written, where root may not become the server's user. */
export async function mustBecome(account: Account): Promise<void> {
  if (account) await run('/bin/sh', ['-c', ':'], account)
}

/** Runs a program as the server's user, to its end. Variables meant for other PostgreSQL installations are kept out. */
export function run(program: string, args: readonly string[], account: Account, input?: string): Promise<Outcome> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LD_|DYLD_)/.test(name))
  const env = { ...Object.fromEntries(inherited), LC_ALL: 'C' }
  const cwd = process.platform === 'win32' ? undefined : '/'
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const refused = account && (error.code === 'EPERM' || error.code === 'EINVAL')
      if (refused) reject(new EmbeddedServerError(refusals.cannotChangeUser(account.uid), error.message, error))
      else resolve({ code: null, output: error.message })
    }
    let child: ChildProcessByStdio<Writable, Readable, Readable>
    try {
      child = spawn(program, args, { ...account, cwd, env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
    } catch (error) {
      // Node throws some failures and reports the others.
      fail(error as NodeJS.ErrnoException)
      return
    }
    // A program that does not read, or ends first, is no failure of the writing.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    let output = ''
    child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.on('error', fail)
    // A server started by this program may hold the pipes open (Windows): after its end they are given a moment only.
    child.on('exit', (code) => {
      const end = () => {
        child.stdout.destroy()
        child.stderr.destroy()
        resolve({ code, output })
      }
      const moment = setTimeout(end, 300)
      child.on('close', () => {
        clearTimeout(moment)
        end()
      })
    })
  })
}
