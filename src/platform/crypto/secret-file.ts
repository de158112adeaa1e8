import { randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
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

/**
 * Writes a secret file anew, whole or not at all: whoever reads meanwhile reads the old text or the new one. One at a
 * time; a lock that a killed command left behind has to be removed by hand, since two at once would lose a key.
 */
export function rewriteSecretFile<T extends { text: string }>(path: string, change: (text: string) => T): T {
  const lock = `${path}.lock`
  closeSync(openSync(lock, 'wx', 0o600))
  const draft = `${path}.${randomUUID()}`
  try {
    const changed = change(readFileSync(path, 'utf8'))
    writeFileSync(draft, changed.text, { mode: 0o600, flag: 'wx', flush: true })
    renameSync(draft, path)
    const folder = openSync(dirname(path), 'r')
    fsyncSync(folder)
    closeSync(folder)
    return changed
  } finally {
    rmSync(draft, { force: true })
    rmSync(lock, { force: true })
  }
}
