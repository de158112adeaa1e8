import { chown, readFile, rename, writeFile } from 'node:fs/promises'
import { createServer, connect as dial } from 'node:net'
import { join } from 'node:path'
import type { Account } from './account.ts'

/** Included last by postgresql.conf and written anew at every start; also remembers the port. */
export const SETTINGS_FILE = 'shanjiang.conf'

export type Settings = {
  readonly port: number
  readonly durable: boolean
  /** Where finished parts of the write-ahead log go, as the settings have it; without it nowhere. */
  readonly archive?: string | undefined
  /** Further lines, while a backup is being restored. */
  readonly more?: readonly string[]
}

/** What keeps nothing: archiving can then be turned on without a restart, and the log does not pile up meanwhile. */
const NOWHERE = process.platform === 'win32' ? "'rem'" : "'true'"

export function settingsText({ port, durable, archive = NOWHERE, more = [] }: Settings): string {
  const lines = [
    '# Written by the program at every start; put your own settings into postgresql.conf above the include.',
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    // A socket's path may hold about a hundred characters, a checkout's may be longer.
    "unix_socket_directories = ''",
    "password_encryption = 'scram-sha-256'",
    'max_connections = 100',
    'shared_buffers = 128MB',
    "timezone = 'Asia/Shanghai'",
    "log_timezone = 'Asia/Shanghai'",
    'logging_collector = on',
    "log_directory = 'log'",
    // One file per day of the week, overwritten a week later.
    "log_filename = 'postgresql-%a.log'",
    'log_file_mode = 0600',
    'log_rotation_age = 1d',
    'log_rotation_size = 0',
    'log_truncate_on_rotation = on',
    // Statements and key values may name people: the log keeps to the bare message.
    'log_error_verbosity = terse',
    'log_min_error_statement = panic',
    'log_checkpoints = off',
    'archive_mode = on',
    `archive_command = ${archive}`,
    // What a disk that is lost takes with it: the log of the last minute.
    `archive_timeout = ${archive === NOWHERE ? 0 : 60}`,
    `fsync = ${durable ? 'on' : 'off'}`,
    `synchronous_commit = ${durable ? 'on' : 'off'}`,
    `full_page_writes = ${durable ? 'on' : 'off'}`,
    ...more,
  ]
  return `${lines.join('\n')}\n`
}

export async function writeSettings(dataDirectory: string, settings: Settings, account: Account): Promise<void> {
  const file = join(dataDirectory, SETTINGS_FILE)
  await writeFile(`${file}.new`, settingsText(settings), { mode: 0o600 })
  if (account) await chown(`${file}.new`, account.uid, account.gid)
  await rename(`${file}.new`, file)
}

export async function rememberedPort(dataDirectory: string): Promise<number | undefined> {
  const text = await readFile(join(dataDirectory, SETTINGS_FILE), 'utf8').catch(() => '')
  const port = /^port = (\d+)$/m.exec(text)?.[1]
  return port ? Number(port) : undefined
}

export async function rememberedArchive(dataDirectory: string): Promise<string | undefined> {
  const text = await readFile(join(dataDirectory, SETTINGS_FILE), 'utf8').catch(() => '')
  return /^archive_command = (.*)$/m.exec(text)?.[1]
}

/** A port nobody listens on, below those the system hands out to outgoing connections. */
export async function anyFreePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    if (await isFree(port)) return port
  }
}

export async function isFree(port: number): Promise<boolean> {
  // Some systems let two programs bind one port, so both questions are asked.
  return !(await answers(port)) && (await canBind(port))
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dial({ host: '127.0.0.1', port, timeout: 1000 })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(true))
    socket.once('error', () => end(false))
  })
}

function canBind(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
