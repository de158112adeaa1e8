import { createHash } from 'node:crypto'
import type { Sentence } from '../../../platform/contract/public.ts'
import { type Db, inDistrict, type Tx } from '../../../platform/db/public.ts'
import { type Background, backgroundOf, BrokenOff, type TakenWork } from '../../../platform/outbox/public.ts'
import { newId } from '../../values/public.ts'
import { recordAct } from '../store.ts'
import { type Archive, type ArchiveNeeds, makeArchive } from './archive.ts'
import type { Progress } from './rules.ts'
import { ARCHIVES, type ArchiveRow, endArchive, findArchive, insertPart, saveProgress } from './store.ts'
import { newZip } from './zip.ts'

const SOON_MS = 2_000
const TOLD_EVERY_MS = 1_000
const PART_BYTES = 1024 * 1024

export type MakingNeeds = ArchiveNeeds & {
  readonly db: Db
  /** Connections with more patience, for reading all of a subject. */
  readonly slowDb: Db
  readonly whoOf: (
    tx: Tx,
    accountIds: readonly string[],
  ) => Promise<(accountId: string) => { name: string; post: Sentence }>
  /** So many days an archive is kept: the county's. */
  readonly keptDays: (district: number) => number
  readonly failed: (error: unknown, archiveId: string) => void
}

/** Archives are made in the background, one at a time in a process, from one moment of the district. */
export const makingOf = (needs: MakingNeeds): Background =>
  backgroundOf(needs.db, {
    table: ARCHIVES,
    names: { work: 'make archives', sweep: 'sweep archives' },
    soonMs: SOON_MS,
    find: findArchive,
    run: (district, asked, at) => make(needs, district, asked, at),
    async swept(tx, id) {
      const archive = await findArchive(tx, id)
      if (archive) await recordAct(tx, { ...actOn(archive, 'archive.swept', tx.now), actor: null })
    },
    failed: needs.failed,
  })

async function make(
  needs: MakingNeeds,
  district: number,
  asked: ArchiveRow,
  { now, isStopping }: { readonly now: Date; readonly isStopping: () => boolean },
): Promise<void> {
  const kept = keeper(needs, district, asked)
  const archive = await inDistrict(
    needs.slowDb,
    district,
    async (tx) => {
      const { name, post } = (await needs.whoOf(tx, [asked.accountId]))(asked.accountId)
      const ask = {
        about: { of: asked.of, id: asked.aboutId },
        by: { zh: `${name}(${post.zh})`, en: `${name} (${post.en})` },
        reason: asked.reason,
        inFull: asked.inFull,
        now,
        progress: teller(needs, district, asked, isStopping),
      }
      return makeArchive(
        tx,
        needs,
        ask,
        newZip(now, (bytes) => kept.write(bytes)),
      )
    },
    { steady: true },
  )
  if (!archive) throw new Error(`There is no ${asked.of} ${asked.aboutId} any more.`)
  const file = await kept.end()
  await inDistrict(needs.db, district, (tx) => recordMade(tx, asked, archive, file, needs.keptDays(district)))
}

/** What happened to an archive, as an act about what it is of. */
export const actOn = (of: Pick<ArchiveRow, 'id' | 'of' | 'aboutId'>, act: string, at: Date) => ({
  id: newId(),
  act,
  subjectKind: of.of,
  subjectId: of.aboutId,
  at,
  detail: { archiveId: of.id },
})

async function recordMade(
  tx: Tx,
  asked: ArchiveRow,
  { steps, scans, files, manifestSha256 }: Archive,
  file: { parts: number; sizeBytes: number; sha256: Buffer },
  keptDays: number,
): Promise<void> {
  if (!(await endArchive(tx, asked, { steps, manifestSha256, keptDays, ...file }))) return
  const hashes = { sha256: file.sha256.toString('hex'), manifestSha256: manifestSha256.toString('hex') }
  const made = actOn(asked, 'archive.made', tx.now)
  await recordAct(tx, { ...made, actor: null, detail: { ...made.detail, steps, scans, files, ...hashes } })
}

/** Keeps what is written in sealed pieces, each in a transaction of its own: nothing of it is ever in clear on a disk. */
function keeper({ db, vault }: Pick<MakingNeeds, 'db' | 'vault'>, district: number, taken: TakenWork) {
  const hash = createHash('sha256')
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let parts = 0
  let sizeBytes = 0
  const flush = async () => {
    if (waitingBytes === 0) return
    const bytes = Buffer.concat(waiting)
    waiting = []
    waitingBytes = 0
    parts += 1
    const part = { id: newId(), nth: parts, bytes }
    if (!(await inDistrict(db, district, (tx) => insertPart(tx, vault, taken, part)))) throw new BrokenOff()
  }
  return {
    async write(bytes: Uint8Array) {
      hash.update(bytes)
      sizeBytes += bytes.length
      for (let from = 0; from < bytes.length; ) {
        const some = bytes.subarray(from, from + PART_BYTES - waitingBytes)
        waiting.push(some)
        waitingBytes += some.length
        from += some.length
        if (waitingBytes === PART_BYTES) await flush()
      }
    },
    async end() {
      await flush()
      return { parts, sizeBytes, sha256: hash.digest() }
    },
  }
}

/** Tells how far it is, once a second; breaks off where nobody waits any more. */
function teller({ db }: Pick<MakingNeeds, 'db'>, district: number, taken: TakenWork, isStopping: () => boolean) {
  let toldAt = 0
  return async (progress: Progress) => {
    if (isStopping()) throw new BrokenOff()
    if (Date.now() - toldAt < TOLD_EVERY_MS) return
    toldAt = Date.now()
    if (!(await inDistrict(db, district, (tx) => saveProgress(tx, taken, progress)))) throw new BrokenOff()
  }
}
