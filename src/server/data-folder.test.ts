import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, expect, it } from 'vitest'
import { secretFileAt } from '../platform/crypto/public.ts'
import { makeDataFolder } from './data-folder.ts'

const asRoot = process.getuid?.() === 0
const folder = mkdtempSync(join(tmpdir(), 'shanjiang-folder-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const modeOf = (path: string) => statSync(path).mode & 0o777

it('lets nobody look into the folder of keys, and the database’s user pass through it', () => {
  const dataDir = join(folder, 'trial')
  makeDataFolder({ dataDir, databaseUrl: undefined })
  expect(modeOf(dataDir)).toBe(asRoot ? 0o711 : 0o700)
  const outside = join(folder, 'elsewhere')
  makeDataFolder({ dataDir: outside, databaseUrl: 'postgresql://somewhere/else' })
  expect(modeOf(outside)).toBe(0o700)
})

it.runIf(asRoot)('is passed by that user, who reads neither its list nor a secret in it', () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'shanjiang-passed-')), 'data')
  spawnSync('chmod', ['755', join(dataDir, '..')])
  makeDataFolder({ dataDir, databaseUrl: undefined })
  secretFileAt(join(dataDir, 'keys.json'), () => '{}')
  writeFileSync(join(dataDir, 'open.txt'), 'reached')
  const says = (...command: string[]) =>
    spawnSync(command[0]!, command.slice(1), { uid: 65534, gid: 65534, encoding: 'utf8' }).stdout
  expect(says('cat', join(dataDir, 'open.txt'))).toBe('reached')
  expect(says('cat', join(dataDir, 'keys.json'))).toBe('')
  expect(says('ls', dataDir)).toBe('')
  rmSync(join(dataDir, '..'), { recursive: true })
})
