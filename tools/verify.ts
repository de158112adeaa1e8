/**
 * npm run verify: compares every district with its seals, its figures and the checkpoints kept outside the database.
 *   npm run verify -- 331102                    one district, or several
 *   npm run verify -- --checkpoints FILE        against checkpoints from elsewhere: a file, or a folder of them
 * Ends with 0 when nothing differs, 1 when something does, 2 when it could not compare.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { outsideIn } from '../src/kernel/record/sealing/outside.ts'
import type { Verified } from '../src/kernel/record/sealing/verify.ts'
import { listDistricts } from '../src/kernel/reference/public.ts'
import { signerAt } from '../src/platform/crypto/public.ts'
import { connect } from '../src/platform/db/public.ts'
import { vaultAt } from '../src/server/boot/keys.ts'
import { configFrom } from '../src/server/config.ts'
import { readyDatabase } from '../src/server/database.ts'
import { buildHouse } from '../src/server/house.ts'

const PATIENCE_MS = 3_600_000
const ROOT = fileURLToPath(new URL('..', import.meta.url))

try {
  process.exitCode = await verifyAll(process.argv.slice(2))
} catch (error) {
  console.error(`没有核验成 / Could not verify: ${(error as Error).message}`)
  process.exitCode = 2
}

async function verifyAll(args: readonly string[]): Promise<number> {
  const at = args.indexOf('--checkpoints')
  const elsewhere = at >= 0 ? args[at + 1] : undefined
  if (at >= 0 && elsewhere === undefined)
    throw new Error('--checkpoints 之后应是文件或文件夹 / needs a file or a folder')
  const asked = args.filter((_, nth) => at < 0 || (nth !== at && nth !== at + 1))
  const config = configFrom([], process.env, ROOT)
  const database = await readyDatabase(config)
  const connection = connect(database.appUrl, { max: 2, patienceMs: PATIENCE_MS })
  try {
    const districts = await listDistricts(connection.db)
    const chosen = asked.length === 0 ? districts : districts.filter(({ district }) => asked.includes(String(district)))
    const unknown = asked.filter((each) => !districts.some(({ district }) => String(district) === each))
    if (unknown.length > 0) throw new Error(`没有这个区县 / No such district: ${unknown.join(', ')}`)
    const house = buildHouse({
      db: connection.db,
      vault: await vaultAt(join(config.dataDir, 'keys.json'), connection.db),
      signer: signerAt(join(config.dataDir, 'seal-keys.json')),
      outside: outsideIn(config.checkpointsDir),
      districts,
      maxUploadBytes: config.maxUploadBytes,
    })
    let differing = 0
    for (const { district, nameZh, nameEn } of chosen) {
      const lines = elsewhere === undefined ? undefined : await linesAt(elsewhere, district)
      console.log(`\n${nameZh} / ${nameEn} ${district}`)
      const verified = await house.sealing.verify(district, lines === undefined ? {} : { lines })
      print(verified)
      differing += verified.differing
    }
    return differing > 0 ? 1 : 0
  } finally {
    await connection.close()
  }
}

function linesAt(path: string, district: number): Promise<string[]> | string[] {
  if (statSync(path).isDirectory()) return outsideIn(path).lines(district)
  // One file may hold several districts' lines, as from a mail drop.
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`shanjiang/${district} `))
}

function print({ comparisons, rows, differing, differences, waiting, lastSeal }: Verified): void {
  for (const { title, against, compared, differing: wrong } of comparisons)
    if (compared > 0 || wrong > 0)
      console.log(
        `  ${wrong > 0 ? '✗' : '✓'} ${title.zh} ${compared}${wrong > 0 ? `,不符 ${wrong}` : ''} (${against.zh}) / ${title.en}: ${compared} with ${against.en}${wrong > 0 ? `, ${wrong} differ` : ''}`,
      )
  for (const { table, key, sentence, trail } of differences)
    console.log(
      `  ! ${sentence.zh} / ${sentence.en} [${table} ${key}]${trail ? ` → /trail/${trail.kind}/${trail.id}` : ''}`,
    )
  if (differing > differences.length)
    console.log(`  ! 另有 ${differing - differences.length} 处 / ${differing - differences.length} more`)
  if (waiting > 0) console.log(`  · ${waiting} 行刚写入,尚待封存 / ${waiting} rows wait for their seal`)
  if (lastSeal) console.log(`  · 最近封存 / last seal: ${lastSeal.number}, ${lastSeal.size}, ${lastSeal.root}`)
  console.log(`  ${rows} 行核对,${differing} 处不符 / ${rows} rows compared, ${differing} differ`)
}
