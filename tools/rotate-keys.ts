/**
 * npm run rotate-keys: adds a key to `data/keys.json` with which personal data are sealed from now on; the running
 * program writes what is there anew under it. May be run while the program runs.
 *   npm run rotate-keys -- --retire k1     takes an old key off the ring, when nothing is under it any more
 * Ends with 0 when done, 1 when refused.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listDistricts } from '../src/kernel/reference/public.ts'
import { connect } from '../src/platform/db/public.ts'
import { configFrom } from '../src/server/config.ts'
import { readyDatabase } from '../src/server/database.ts'
import { type KeysChanged, retireKey, rotateKeys } from '../src/server/rotating.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PATIENCE_MS = 600_000

try {
  const done = await change(process.argv.slice(2))
  for (const line of [`${done.says.zh} / ${done.says.en}`, ...done.where.map((each) => `  · ${each}`)])
    (done.ok ? console.log : console.error)(line)
  process.exitCode = done.ok ? 0 : 1
} catch (error) {
  console.error(`没有办成 / Not done: ${(error as Error).message}`)
  process.exitCode = 1
}

async function change(args: readonly string[]): Promise<KeysChanged> {
  const config = configFrom([], process.env, ROOT)
  const keysPath = join(config.dataDir, 'keys.json')
  if (!existsSync(keysPath))
    throw new Error(`没有密钥文件,请先启动一次程序 / No key file yet; start the program once: ${keysPath}`)
  const [flag, id] = args
  if (flag === undefined) return rotateKeys(keysPath, new Date())
  if (flag !== '--retire' || id === undefined) throw new Error('用法 / usage: npm run rotate-keys [-- --retire k1]')
  const { appUrl } = await readyDatabase(config)
  const connection = connect(appUrl, { max: 2, patienceMs: PATIENCE_MS })
  try {
    const districts = (await listDistricts(connection.db)).map(({ district }) => district)
    return await retireKey({ keysPath, db: connection.db, districts }, id)
  } finally {
    await connection.close()
  }
}
