import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CHECK = join(ROOT, 'tools', 'house', 'check.mjs')

function checkHouse(root: string): { status: number; said: string } {
  try {
    return { status: 0, said: execFileSync(process.execPath, [CHECK, root], { encoding: 'utf8', stdio: 'pipe' }) }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { status, said: `${stderr}${stdout}` }
  }
}

describe('the house check, on a copy of the house', () => {
  let copy = ''
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'house-'))
    cpSync(join(ROOT, 'src'), join(copy, 'src'), { recursive: true })
    cpSync(join(ROOT, 'demo'), join(copy, 'demo'), { recursive: true })
    cpSync(join(ROOT, 'db'), join(copy, 'db'), { recursive: true })
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('finds nothing today, and says how much it read', () => {
    const { status, said } = checkHouse(copy)
    expect(said).toMatch(/read [1-9]\d\d+ files and [1-9]\d\d+ imports, 0 trespasses/)
    expect(status).toBe(0)
  })

  it.each([
    [
      'platform imports a room',
      'src/platform/clock/planted.ts',
      `import { newId } from '../../kernel/values/public.ts'\nexport const id = newId\n`,
      'platform-knows-nothing-above-it',
    ],
    [
      'a kernel room imports one above it',
      'src/kernel/people/planted.ts',
      `import { integrityOf } from '../integrity/public.ts'\nexport const x = integrityOf\n`,
      'kernel-people-imports-downward',
    ],
    [
      'a room is entered by the window',
      'src/mechanisms/training/planted.ts',
      `import { savePersons } from '../../kernel/people/store.ts'\nexport const x = savePersons\n`,
      'people-is-entered-by-its-door',
    ],
    [
      'one mechanism imports another',
      'src/mechanisms/incentives/planted.ts',
      `import type { X } from '../training/room.ts'\nexport type Y = X\n`,
      'incentives-meets-the-others-in-the-kernel',
    ],
    [
      'a page imports a store',
      'src/mechanisms/training/PlantedPage.tsx',
      `import { findFile } from '../../platform/files/public.ts'\nexport const x = findFile\n`,
      'browser-code-sees-no-server',
    ],
    [
      'rules read the disk',
      'src/mechanisms/training/rules.ts',
      `import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n`,
      'pure-files-use-no-node',
    ],
    [
      'SQL stands in a route',
      'src/mechanisms/training/planted-routes.ts',
      'export const x = (db: any) => db.selectFrom(1)\n',
      'sql-only-in-stores',
    ],
  ])('turns red when %s', (_, path, text, rule) => {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), text)
    const { status, said } = checkHouse(copy)
    rmSync(join(copy, path))
    expect(said).toContain(rule)
    expect(status).toBe(1)
  })

  it('turns red when it can read nothing', () => {
    const empty = mkdtempSync(join(tmpdir(), 'house-'))
    cpSync(join(ROOT, 'src', 'platform', 'clock'), join(empty, 'src'), { recursive: true })
    const { status, said } = checkHouse(empty)
    rmSync(empty, { recursive: true, force: true })
    expect(said).toContain('unread')
    expect(status).toBe(1)
  })
})
