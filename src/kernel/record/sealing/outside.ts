import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Where checkpoints are kept outside the database, line by line: a folder that may be another disk's, or a mail drop. */
export type Outside = {
  /** Every line kept of a district, oldest first. */
  lines(district: number): Promise<string[]>
  last(district: number): Promise<string | undefined>
  append(district: number, lines: readonly string[]): Promise<void>
}

/** The last line is within so many bytes of the end. */
const TAIL_BYTES = 4096

/** One file a district, only ever appended to, on disk before it counts. */
export function outsideIn(folder: string): Outside {
  const pathOf = (district: number) => join(folder, `${district}.checkpoints.txt`)
  return {
    lines: async (district) => linesIn(await readFile(pathOf(district), 'utf8').catch(absent)),
    async last(district) {
      const size = (await stat(pathOf(district)).catch(() => ({ size: 0 }))).size
      if (size === 0) return undefined
      const file = openSync(pathOf(district), 'r')
      try {
        const tail = Buffer.alloc(Math.min(TAIL_BYTES, size))
        readSync(file, tail, 0, tail.length, size - tail.length)
        return linesIn(tail.toString('utf8')).at(-1)
      } finally {
        closeSync(file)
      }
    },
    async append(district, lines) {
      await mkdir(folder, { recursive: true })
      const file = openSync(pathOf(district), 'a', 0o644)
      try {
        writeSync(file, lines.map((line) => `${line}\n`).join(''))
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
    },
  }
}

const linesIn = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

function absent(error: unknown): string {
  if ((error as { code?: string }).code === 'ENOENT') return ''
  throw error
}

/** Checkpoints in memory, for tests. */
export function outsideInMemory(): Outside & { readonly kept: Map<number, string[]> } {
  const kept = new Map<number, string[]>()
  return {
    kept,
    lines: async (district) => [...(kept.get(district) ?? [])],
    last: async (district) => kept.get(district)?.at(-1),
    append: async (district, lines) => void kept.set(district, [...(kept.get(district) ?? []), ...lines]),
  }
}
