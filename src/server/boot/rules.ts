import type { Sentence } from '../../platform/contract/public.ts'
import { bootWords as words } from './words.ts'

/** What is true of this process, its files and its database as it starts. */
export type BootFacts = {
  readonly database: {
    readonly fsync: string
    readonly fullPageWrites: string
    readonly synchronousCommit: string
    readonly checksums: string
    /** Database time less our own, half the way there and back taken off. */
    readonly skewMs: number
    readonly roleFaults: readonly string[]
    readonly unfenced: readonly string[]
  }
  /** The operator's own server, as configured; undefined with the built-in one. */
  readonly databaseUrl: string | undefined
  /** Permission bits of files with keys and passwords, and of the folder they lie in; undefined where there are none. */
  readonly secretFiles: readonly { readonly path: string; readonly mode: number }[]
  readonly secretFolder: { readonly path: string; readonly mode: number } | undefined
  readonly disks: readonly { readonly path: string; readonly freeBytes: number }[]
  /** Whether others than this machine can reach us. */
  readonly host: string
  readonly demonstration: { readonly password: string | undefined } | undefined
}

export type CheckName =
  | 'database'
  | 'policies'
  | 'version'
  | 'fsync'
  | 'full_page_writes'
  | 'synchronous_commit'
  | 'checksums'
  | 'role'
  | 'row-security'
  | 'clock'
  | 'keys'
  | 'key-files'
  | 'key-folder'
  | 'default-secrets'
  | 'disk'
  | 'tls'
  | 'accept'

/** One thing that is not as it should be. Who accepts a refusal by its name (SHANJIANG_ACCEPT) is warned instead. */
export type Finding = { readonly check: CheckName; readonly weight: 'refuse' | 'warn'; readonly sentence: Sentence }

/** Nobody may accept these: without them one district reads another's rows. */
const NEVER_ACCEPTED: ReadonlySet<string> = new Set(['role', 'row-security'])
const CHECKS: ReadonlySet<string> = new Set([
  'version',
  'fsync',
  'full_page_writes',
  'synchronous_commit',
  'checksums',
  'role',
  'row-security',
  'clock',
  'key-files',
  'key-folder',
  'default-secrets',
  'disk',
  'tls',
] satisfies CheckName[])

const OLDEST = 150_000
const SKEW_TOLD_MS = 2_000
const SKEW_REFUSED_MS = 300_000
const MB = 1024 * 1024
const DISK_TOLD_BYTES = 2048 * MB
const DISK_REFUSED_BYTES = 200 * MB
const WELL_KNOWN = new Set(['', 'postgres', 'password', 'admin', 'root', '123456', '12345678', 'changeme', 'secret'])

export function oldServer(versionNumber: number): Finding | undefined {
  if (versionNumber >= OLDEST) return undefined
  return { check: 'version', weight: 'refuse', sentence: words.version(Math.floor(versionNumber / 10_000)) }
}

/** Everything that is not as it should be, all at once; `accepted` are names of checks whose refusal the operator takes. */
export function bootFindings(facts: BootFacts, accepted: readonly string[]): Finding[] {
  const { database, demonstration } = facts
  const found: Finding[] = []
  const say = (check: CheckName, weight: Finding['weight'], sentence: Sentence) =>
    found.push({ check, weight, sentence })
  if (database.fsync !== 'on') say('fsync', 'refuse', words.setting('fsync', database.fsync))
  if (database.fullPageWrites !== 'on')
    say('full_page_writes', 'refuse', words.setting('full_page_writes', database.fullPageWrites))
  if (database.synchronousCommit === 'off')
    say('synchronous_commit', 'refuse', words.setting('synchronous_commit', 'off'))
  if (database.checksums !== 'on') say('checksums', 'warn', words.checksums)
  for (const fault of database.roleFaults) say('role', 'refuse', words.role(fault))
  for (const fault of database.unfenced) say('row-security', 'refuse', words.rowSecurity(fault))
  const skew = Math.abs(database.skewMs)
  if (skew > SKEW_TOLD_MS)
    say('clock', skew > SKEW_REFUSED_MS ? 'refuse' : 'warn', words.clock(Math.round(skew / 1000)))
  for (const { path, mode } of facts.secretFiles)
    if ((mode & 0o077) !== 0) say('key-files', 'refuse', words.keyFile(path, octal(mode)))
  if (facts.secretFolder && (facts.secretFolder.mode & 0o022) !== 0)
    say('key-folder', 'refuse', words.keyFolder(facts.secretFolder.path, octal(facts.secretFolder.mode)))
  for (const { path, freeBytes } of facts.disks) {
    if (freeBytes < DISK_TOLD_BYTES)
      say('disk', freeBytes < DISK_REFUSED_BYTES ? 'refuse' : 'warn', words.disk(path, Math.floor(freeBytes / MB)))
  }
  if (facts.databaseUrl !== undefined) found.push(...addressFindings(facts.databaseUrl))
  if (demonstration?.password !== undefined && isWellKnown(demonstration.password, ''))
    say('default-secrets', isLoopback(facts.host) ? 'warn' : 'refuse', words.demonstrationPassword)
  if (demonstration && facts.databaseUrl !== undefined && !isLoopback(facts.host))
    say('default-secrets', 'warn', words.demonstrationAccounts)
  for (const name of accepted) if (!CHECKS.has(name)) say('accept', 'warn', words.unknownCheck(name))
  return found.map((finding) =>
    finding.weight === 'refuse' && accepted.includes(finding.check) && !NEVER_ACCEPTED.has(finding.check)
      ? { ...finding, weight: 'warn' }
      : finding,
  )
}

/** What the address of the operator's database tells: who may listen on the way, and whether its password is everybody's. */
function addressFindings(databaseUrl: string): Finding[] {
  const { hostname, searchParams, username, password } = new URL(databaseUrl)
  const found: Finding[] = []
  const local = isLoopback(hostname) || searchParams.get('host')?.startsWith('/') === true
  if (!local && !['require', 'verify-ca', 'verify-full'].includes(searchParams.get('sslmode') ?? ''))
    found.push({ check: 'tls', weight: 'warn', sentence: words.tls(hostname) })
  if (isWellKnown(decodeURIComponent(password), decodeURIComponent(username)))
    found.push({ check: 'default-secrets', weight: local ? 'warn' : 'refuse', sentence: words.databasePassword })
  return found
}

const isWellKnown = (password: string, name: string) =>
  WELL_KNOWN.has(password.toLowerCase()) || (name !== '' && password === name)

const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|)$/.test(host)

const octal = (mode: number) => `0${(mode & 0o777).toString(8)}`
