import { randomUUID } from 'node:crypto'
import { constants, copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The text of a file that only its owner may read, made once: whole or not at all, and when two processes make it at
 * once both read the same.
 */
export function secretFileAt(path: string, made: () => string): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    const draft = `${path}.${randomUUID()}`
    try {
      writeFileSync(draft, made(), { mode: 0o600, flag: 'wx', flush: true })
      appear(draft, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return readFileSync(path, 'utf8')
}

function appear(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // A file system without hard links: not whole in one step, but never over another's.
    copyFileSync(draft, path, constants.COPYFILE_EXCL)
  }
}
