import { existsSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Sentence } from '../../platform/contract/public.ts'
import { roleFaults, unfencedTables } from '../../platform/db/fence.ts'
import type { Db } from '../../platform/db/public.ts'
import type { Config } from '../config.ts'
import { type BootFacts, bootFindings, type CheckName, type Finding, oldServer } from './rules.ts'
import { bootWords } from './words.ts'

type Needs = { readonly config: Config; readonly db: Db; readonly dataDirectory: string | undefined }

/** Refuses to start where it must not, naming everything at once; gives back what is only to be told. */
export async function checkBoot(needs: Needs): Promise<string[]> {
  const findings = bootFindings(await bootFacts(needs), needs.config.accepted)
  const refused = findings.filter(({ weight }) => weight === 'refuse')
  if (refused.length > 0) throw new StartRefused([line(bootWords.refused), ...refused.map(told)].join('\n'))
  return findings.map((finding) => `⚠ ${told(finding)}`)
}

/** Before anything is written to it: a server too old for the schema. */
export function refuseOldServer(versionNumber: number): void {
  const refused = oldServer(versionNumber)
  if (refused) throw refusal(refused.check, refused.sentence)
}

/** That the program does not start, and why: for the operator, who wants the sentence and no trace of the program. */
export class StartRefused extends Error {}

/** One thing for which the program does not start. */
export function refusal(check: CheckName, sentence: Sentence): StartRefused {
  return new StartRefused([line(bootWords.refused), told({ check, sentence })].join('\n'))
}

async function bootFacts({ config, db, dataDirectory }: Needs): Promise<BootFacts> {
  const files = ['keys.json', 'seal-keys.json', 'roles.json', 'pg.secrets.json', 'demonstration.json'].map((name) =>
    join(config.dataDir, name),
  )
  const posix = process.platform !== 'win32'
  return {
    database: await databaseFacts(db),
    databaseUrl: config.databaseUrl,
    secretFiles: posix ? files.filter(existsSync).map((path) => ({ path, mode: statSync(path).mode })) : [],
    secretFolder: posix ? { path: config.dataDir, mode: statSync(config.dataDir).mode } : undefined,
    disks: [config.dataDir, ...(dataDirectory === undefined ? [] : [dataDirectory])].map((path) => {
      const { bavail, bsize } = statfsSync(path)
      return { path, freeBytes: bavail * bsize }
    }),
    host: config.host,
    demonstration: config.seedsDemonstration ? { password: config.demonstrationPassword } : undefined,
  }
}

async function databaseFacts(db: Db): Promise<BootFacts['database']> {
  const asked = Date.now()
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  const skewMs = rows[0]!.now.getTime() - (asked + Date.now()) / 2
  const settings = await sql<Record<'fsync' | 'pages' | 'commits' | 'checksums', string>>`
    select current_setting('fsync') as fsync,
           current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commits,
           current_setting('data_checksums') as checksums`.execute(db)
  const { fsync, pages, commits, checksums } = settings.rows[0]!
  return {
    fsync,
    fullPageWrites: pages,
    synchronousCommit: commits,
    checksums,
    skewMs,
    roleFaults: await roleFaults(db),
    unfenced: await unfencedTables(db),
  }
}

const line = ({ zh, en }: Sentence) => `${zh} / ${en}`
const told = ({ check, sentence }: Pick<Finding, 'check' | 'sentence'>) => `[${check}] ${line(sentence)}`
