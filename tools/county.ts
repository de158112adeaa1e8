/**
 * npm run county: makes a real county, and says what it still lacks.
 *   npm run county -- open county.json    the district and its first administrators, each with a one-time link
 *   npm run county -- ready 331127        parameters without a value, examples, posts nobody holds
 * Ends with 0 when done or ready, 1 when refused or not ready.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadPolicies } from '../src/kernel/policy/public.ts'
import { listDistricts, loadReference } from '../src/kernel/reference/public.ts'
import { civilDateOf } from '../src/kernel/values/public.ts'
import { Problem, type Sentence } from '../src/platform/contract/public.ts'
import { connect, type Db } from '../src/platform/db/public.ts'
import { StartRefused } from '../src/server/boot/checks.ts'
import { refuseBadPolicies } from '../src/server/boot/policies.ts'
import { vaultAt } from '../src/server/boot/keys.ts'
import { type Config, configFrom } from '../src/server/config.ts'
import { readyDatabase } from '../src/server/database.ts'
import { openCounty } from '../src/server/opening/open.ts'
import { lacks, readinessOf } from '../src/server/opening/ready.ts'
import { openingWords } from '../src/server/opening/words.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const both = ({ zh, en }: Sentence) => `${zh} / ${en}`

try {
  process.exitCode = await county(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Problem || error instanceof StartRefused)) throw error
  console.error(error instanceof Problem ? both(error.sentence) : error.message)
  if (error instanceof Problem)
    for (const { at, sentence } of error.items) console.error(`  · [${at}] ${both(sentence)}`)
  process.exitCode = 1
}

async function county([act, given]: readonly string[]): Promise<number> {
  if ((act !== 'open' && act !== 'ready') || given === undefined) {
    console.error('用法 / usage: npm run county -- open county.json | ready 331127')
    return 1
  }
  const config = configFrom([], process.env, ROOT)
  refuseBadPolicies()
  const { appUrl } = await readyDatabase(config)
  const connection = connect(appUrl, { max: 2 })
  try {
    await loadReference(connection.db)
    await loadPolicies(connection.db)
    return act === 'open' ? await open(connection.db, config, given) : await ready(connection.db, given)
  } finally {
    await connection.close()
  }
}

function countyFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Problem('not-acceptable', openingWords.unreadable(path, (error as Error).message))
  }
}

async function open(db: Db, config: Config, path: string): Promise<number> {
  const vault = await vaultAt(join(config.dataDir, 'keys.json'), db)
  const { district, bureau, days, administrators } = await openCounty({ db, vault }, countyFile(path), new Date())
  console.log(both(openingWords.opened(bureau, district)))
  for (const { account, name, path: link } of administrators)
    console.log(
      `\n${both(openingWords.link(account, name, days))}\n  ${config.origin ?? 'http://127.0.0.1:3310'}${link}`,
    )
  console.log(`\n${both(openingWords.deleteFile)}`)
  return 0
}

async function ready(db: Db, code: string): Promise<number> {
  const district = (await listDistricts(db)).find((each) => String(each.district) === code)
  if (!district) {
    console.error(both(openingWords.noDistrict(code)))
    return 1
  }
  const found = await readinessOf(db, district.district, civilDateOf(new Date()))
  const count = lacks(found)
  console.log(`${district.nameZh} / ${district.nameEn} ${code}`)
  console.log(both(count === 0 ? openingWords.ready : openingWords.notReady(count)))
  const list = (title: Sentence, lines: readonly string[]) => {
    if (lines.length > 0) console.log(`\n${both(title)}`)
    for (const line of lines) console.log(`  · ${line}`)
  }
  list(
    openingWords.missing,
    found.missing.map(({ name, title }) => `${name}  ${both(title)}`),
  )
  list(
    openingWords.examples,
    found.examples.map(
      ({ name, title, region, cite }) =>
        `[${region}] ${name}  ${both(title)}\n      ${cite.doc}${cite.article}:${cite.text}`,
    ),
  )
  list(openingWords.posts, found.posts.map(both))
  for (const each of found.others) console.log(`\n  · ${both(each)}`)
  return count === 0 ? 0 : 1
}
