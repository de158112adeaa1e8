import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureEmbeddedServer } from '../src/platform/db/embedded.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A data folder of its own, with the database the server starts in it. */
export function givenDataDir(): { dataDir: string; drop(): Promise<void> } {
  const dataDir = mkdtempSync(join(tmpdir(), 'shanjiang-bench-'))
  // As root the database runs under another uid, which must be able to come here.
  chmodSync(dataDir, 0o755)
  return {
    dataDir,
    async drop() {
      await (await ensureEmbeddedServer({ dataDir: join(dataDir, 'pg') })).stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A Node program of ours in a process of its own. `answered` is the time from the start to the first good answer. */
export async function startServer(file: string, env: Record<string, string>, port: number, path: string) {
  const from = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, file)], {
    cwd: ROOT,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: 'ignore',
  })
  const address = `http://127.0.0.1:${port}`
  for (;;) {
    const answer = await fetch(`${address}${path}`).catch(() => undefined)
    if (answer?.ok) break
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return {
    address,
    pid: child.pid!,
    answeredMs: performance.now() - from,
    stop: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
