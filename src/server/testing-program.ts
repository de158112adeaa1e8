import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { KeyRing } from '../platform/crypto/public.ts'
import { type Config, configFrom } from './config.ts'

/** A process of the whole program, as an operator starts it. */
export type Program = {
  readonly child: ChildProcess
  /** Where it listens, once it does; fails when it ends before. */
  readonly address: Promise<string>
  /** How it ended. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Everything it has said so far, on both streams. */
  readonly said: () => string
}

/** A folder of a program without a built console, so that it starts at once. */
export function givenProgramFolder(folder: string): string {
  mkdirSync(join(folder, 'dist', 'console', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'dist', 'console', 'index.html'), '<!doctype html><title>console</title>')
  return folder
}

/** The configuration of a test's program: a server without fsync is accepted. */
export function testConfig(root: string, changed: Partial<Config>): Config {
  return {
    ...configFrom(['--port', '0'], { SHANJIANG_DATA: join(root, 'data') }, root),
    accepted: ['fsync', 'full_page_writes', 'synchronous_commit'],
    ...changed,
  }
}

export function startProgram(config: Config, environment: Readonly<Record<string, string>> = {}): Program {
  const entry = fileURLToPath(new URL('testing-start.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    env: { ...process.env, ...environment, SHANJIANG_TEST_CONFIG: JSON.stringify(config) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  const address = new Promise<string>((resolve, reject) => {
    const hear = (bytes: Buffer) => {
      said += bytes.toString()
      const found = /Shanjiang: (http:\/\/[^/\s]+)\//.exec(said)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(({ code }) => reject(new Error(`the program ended with ${code}:\n${said}`)))
  })
  address.catch(() => undefined)
  return { child, address, ended, said: () => said }
}

/** Keys as they lie in their file. */
export function keyFileOf({ current, seal, lookup }: KeyRing): string {
  const text = (key: Buffer) => key.toString('base64')
  const sealing = Object.fromEntries(Object.entries(seal).map(([id, key]) => [id, text(key)]))
  return JSON.stringify({ current, seal: sealing, lookup: text(lookup) })
}
