import { chmod, cp, lstat, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { run, serverAccount } from './account.ts'
import { type Binaries, installedBinaries, programOf, usableBinaries } from './binaries.ts'
import { asLine } from './notes.ts'

const asRoot = process.getuid?.() === 0
const directories: string[] = []

afterEach(async () => {
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true })
})

async function freshDirectory(mode: number): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'shanjiang-binaries-'))
  directories.push(directory)
  await chmod(directory, mode)
  return directory
}

/** As npm unpacks it when install scripts do not run: without any symbolic link. */
async function asUnpacked(mode: number): Promise<Binaries> {
  const installed = await installedBinaries()
  const directory = join(await freshDirectory(mode), 'native')
  const filter = async (path: string) => !(await lstat(path)).isSymbolicLink() && !path.endsWith('.a')
  await cp(installed.directory, directory, { recursive: true, filter })
  return { ...installed, directory }
}

describe('the binaries of the built-in database', () => {
  it('get the links npm could not pack, also when two processes begin at once', async () => {
    const unpacked = await asUnpacked(0o755)
    const account = serverAccount(undefined)
    expect((await run(programOf(unpacked, 'postgres'), ['--version'], account)).code).not.toBe(0)
    const nowhere = () => Promise.reject(new Error('no copy is needed'))
    const both = [
      usableBinaries(account, nowhere, () => 0, unpacked),
      usableBinaries(account, nowhere, () => 0, unpacked),
    ]
    expect(await Promise.all(both)).toEqual([unpacked, unpacked])
    expect((await run(programOf(unpacked, 'postgres'), ['--version'], account)).output).toContain('PostgreSQL) 18')
  })

  it('are copied, with a note, when the server’s user cannot read them', async () => {
    const closed = await asUnpacked(0o700)
    const open = await freshDirectory(0o755)
    const notes: string[] = []
    const take = () =>
      usableBinaries(
        serverAccount(undefined),
        async () => open,
        (said) => notes.push(asLine(said)),
        closed,
      )
    const used = await take()
    expect(used.directory.startsWith(open)).toBe(asRoot)
    expect(notes.join()).toMatch(asRoot ? /已复制到 .* they were copied to/s : /^$/)
    const version = await run(programOf(used, 'postgres'), ['--version'], serverAccount(undefined))
    expect(version.output).toContain('PostgreSQL) 18')
    expect((await take()).directory).toBe(used.directory)
  })

  it('say why when they do not run here', async () => {
    const unpacked = await asUnpacked(0o755)
    await writeFile(programOf(unpacked, 'postgres'), 'not a program')
    const attempt = usableBinaries(
      serverAccount(undefined),
      () => freshDirectory(0o755),
      () => 0,
      unpacked,
    )
    await expect(attempt).rejects.toThrow(/does not run on this machine.*\n.+/)
  })
})
