import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { takeArchiveOut } from '../kernel/record/archive/contract.ts'
import type { TrailStep } from '../kernel/record/public.ts'
import type { Someone } from './testing.ts'

export const saved = async (by: Someone, archiveId: string) =>
  Buffer.from(
    await (
      (await by.call(takeArchiveOut, { params: { archiveId }, body: { reason: '移交纸质档案室' } })) as Blob
    ).arrayBuffer(),
  )

/** Every file by its name; whatever yauzl holds against a zip is thrown. */
export async function unpacked(zip: Buffer): Promise<Map<string, Buffer>> {
  const opened = await fromBufferPromise(zip)
  const found = new Map<string, Buffer>()
  for await (const entry of opened.eachEntry()) {
    expect(found.has(entry.fileName), entry.fileName).toBe(false)
    found.set(entry.fileName, await buffer(await opened.openReadStreamPromise(entry)))
  }
  return found
}

export const stepsIn = (within: ReadonlyMap<string, Buffer>): TrailStep[] =>
  [...within.keys()]
    .filter((name) => /^tables\/(?!named|links|timeline|files).*\.json$/.test(name))
    .flatMap((name) => JSON.parse(within.get(name)!.toString('utf8')) as TrailStep[])
export const kindsIn = (within: ReadonlyMap<string, Buffer>) => new Set(stepsIn(within).map(({ kind }) => kind))
export const textsIn = (within: ReadonlyMap<string, Buffer>) =>
  [...within]
    .filter(([name]) => !/\.(?:png|jpg|pdf|mjs)$/.test(name))
    .map(([name, bytes]) => [name, bytes.toString('utf8')] as const)

/** Unpacked beside the class's, checked by its own tool. */
export function checked(within: ReadonlyMap<string, Buffer>): string {
  const beside = mkdtempSync(join(tmpdir(), 'archive-test-'))
  for (const [name, bytes] of within) {
    mkdirSync(dirname(join(beside, name)), { recursive: true })
    writeFileSync(join(beside, name), bytes)
  }
  const told = spawnSync(process.execPath, ['check/check-archive.mjs'], { cwd: beside, encoding: 'utf8' })
  rmSync(beside, { recursive: true, force: true })
  return told.stderr
}

/** Every page leads only to what is in the archive. */
export function deadLinks(within: ReadonlyMap<string, Buffer>): string[] {
  return textsIn(within)
    .filter(([name]) => name.endsWith('.html'))
    .flatMap(([page, html]) =>
      [...html.matchAll(/(?:href|src)="([^"]*)"/g)]
        .filter(([, target]) => !target!.startsWith('data:') && !within.has(posix.join(posix.dirname(page), target!)))
        .map(([, target]) => `${page} leads to ${target}`),
    )
}
