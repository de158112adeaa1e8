import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { csvOf } from '../../../platform/office/public.ts'
import { keptPaper } from '../../../platform/paper/public.ts'
import type { Papers } from '../paper/gather.ts'
import { contentMark, fileContent, scanTitle } from '../paper/whole-file.ts'
import { printed } from '../paper/words.ts'
import { type ProofFile, proverOf } from '../sealing/proving.ts'
import { tableOf } from '../sealing/routes.ts'
import type { Sealing } from '../sealing/sealing.ts'
import type { TrailPlace, TrailStep } from '../trails.ts'
import type { Walking } from '../walking.ts'
import { type ArchivedPaper, indexPage, type ProofState, stepPage } from './Archive.html.tsx'
import {
  byKind,
  MOST_SCAN_BYTES,
  MOST_STEPS,
  nameOf,
  onwards,
  safeName,
  tableOfLinks,
  tableOfNamed,
  tableOfSteps,
} from './rules.ts'
import { pageWords as words } from './words.ts'
import { newZip, type Zip } from './zip.ts'

const CHECK_PROOF = new URL('../../../../tools/check-proof.mjs', import.meta.url)

export type ArchiveNeeds = {
  readonly walking: Walking
  readonly sealing: Pick<Sealing, 'sealed' | 'signer' | 'outside'>
  readonly papers: Papers
  readonly vault: Vault
}

/** What an archive is asked of: a place on the trail, the file its papers are kept in, by whom and why. */
export type ArchiveAsk = {
  readonly about: TrailPlace
  readonly file: string
  readonly actor: Actor
  readonly by: Sentence
  readonly reason: string
  readonly now: Date
}

export type Archive = {
  readonly content: Readable
  readonly steps: number
  readonly scans: readonly string[]
  /** Of its manifest, hex. */
  readonly manifestSha256: string
}

/** Everything that can be walked from a place, nearest first, up to so many steps; whether there would be more. */
export async function walkWhole(
  tx: Tx,
  walking: Walking,
  about: TrailPlace,
  most: number,
): Promise<{ steps: Map<string, TrailStep>; isCut: boolean }> {
  const steps = new Map<string, TrailStep>()
  const told = new Set([nameOf(about)])
  const waiting: TrailPlace[] = [about]
  for (const place of waiting) {
    if (steps.size >= most) return { steps, isCut: true }
    const step = await walking.step(tx, place, null)
    if (!step) continue
    steps.set(nameOf(place), step)
    for (const link of onwards(step, about)) {
      if (told.has(nameOf(link))) continue
      told.add(nameOf(link))
      waiting.push(link)
    }
  }
  return { steps, isCut: false }
}

/** A zip whose manifest is written as it grows. */
function filing(zip: Zip) {
  const manifest: { path: string; bytes: number; sha256: string }[] = []
  return {
    manifest,
    async add(path: string, content: string | Uint8Array) {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
      manifest.push({ path, bytes: bytes.length, sha256: sha256(bytes).toString('hex') })
      await zip.add(path, bytes)
    },
  }
}
type Filing = ReturnType<typeof filing>

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** Everything recorded about a place as one archive that opens without the platform; undefined where there is no such place. */
export async function makeArchive(tx: Tx, needs: ArchiveNeeds, ask: ArchiveAsk): Promise<Archive | undefined> {
  if (!(await needs.walking.about(tx, ask.about))) return undefined
  const { steps, isCut } = await walkWhole(tx, needs.walking, ask.about, MOST_STEPS)
  const first = steps.get(nameOf(ask.about))!
  const zip = await newZip(ask.now)
  try {
    const into = filing(zip)
    const { papers, scans } = await addPapers(tx, needs, ask, into)
    const tables = await addTables(steps, into)
    const proofs = await addProofs(tx, needs, steps, into)
    for (const [name, step] of steps)
      await into.add(
        `steps/${name}.html`,
        stepPage({
          step,
          pageOf: (link) => (steps.has(nameOf(link)) ? `${nameOf(link)}.html` : undefined),
          proof: proofs.get(name) ?? 'none',
          proofFile: `proofs/${name}.json`,
        }),
      )
    const counted = (state: ProofState) => same([...proofs.values()].filter((each) => each === state).length)
    const example = [...proofs].find(([, state]) => state === 'proved')?.[0]
    await into.add(
      'index.html',
      indexPage({
        title: first.title,
        about: [
          { label: words.takenBy, value: ask.by },
          { label: words.takenAt, value: same(shanghai(ask.now)) },
          { label: words.reason, value: same(ask.reason) },
          { label: words.count, value: same(steps.size) },
          { label: words.proved, value: counted('proved') },
          { label: words.notProved, value: counted('not-yet') },
          { label: words.differing, value: counted('differs') },
        ],
        isCut: isCut ? MOST_STEPS : null,
        papers,
        tables,
        example: example === undefined ? null : `proofs/${example}.json`,
        steps: [...steps.values()],
        pageOf: (step) => `steps/${nameOf(step)}.html`,
      }),
    )
    const manifest = Buffer.from(
      json({ format: 'shanjiang-archive/1', district: tx.district, about: ask.about, files: into.manifest }),
    )
    await zip.add('manifest.json', manifest)
    return {
      content: await zip.end(),
      steps: steps.size,
      scans,
      manifestSha256: sha256(manifest).toString('hex'),
    }
  } catch (error) {
    await zip.drop()
    throw error
  }
}

/** Every form of the file as it would be printed now, masked, and every scan that this person may open. */
async function addPapers(
  tx: Tx,
  { papers, vault }: ArchiveNeeds,
  ask: ArchiveAsk,
  into: Filing,
): Promise<{ papers: ArchivedPaper[]; scans: string[] }> {
  const file = papers.files.find(({ id }) => id === ask.file)!
  const content = await fileContent(tx, papers, file, ask.about.id, ask.actor, ask.now)
  const listed: ArchivedPaper[] = []
  for (const [at, { title, gathered, lacks }] of content.parts.entries()) {
    if (!gathered) {
      const why = lacks ?? words.lacks
      listed.push({
        title,
        file: null,
        remark: { zh: `${words.lacks.zh}:${why.zh}`, en: `${words.lacks.en}: ${why.en}` },
      })
      continue
    }
    const path = `papers/${numbered(at + 1)}-${gathered.form.id}.html`
    const pages = gathered.pages.map((page, nth) => ({
      page,
      named: null,
      number: printed.page(nth + 1, gathered.pages.length),
      left: printed.noCode,
      right: printed.content(contentMark(gathered.contentSha256)),
    }))
    await into.add(path, keptPaper(title, { href: '../index.html', label: words.back.zh }, pages))
    listed.push({ title, file: path, remark: null })
  }
  const scans: string[] = []
  let bytes = 0
  for (const [at, scan] of content.scans.entries()) {
    const title = `${scanTitle(papers, scan)} ${scan.fileName}`
    const kept = bytes + scan.sizeBytes > MOST_SCAN_BYTES ? undefined : await findFile(tx, vault, scan.fileId)
    const hash = scan.sha256.toString('hex')
    if (!kept) {
      const { zh, en } = words.scanTooMuch
      listed.push({ title, file: null, remark: { zh: `${zh} ${hash}`, en: `${en} ${hash}` } })
      continue
    }
    bytes += kept.sizeBytes
    const path = `papers/scan-${numbered(at + 1)}-${hash.slice(0, 12)}.${EXTENSION[scan.mediaType] ?? 'bin'}`
    await into.add(path, kept.bytes)
    scans.push(scan.id)
    listed.push({ title, file: path, remark: same(`SHA-256 ${hash}`) })
  }
  return { papers: listed, scans }
}

const EXTENSION: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

async function addTables(steps: ReadonlyMap<string, TrailStep>, into: Filing): Promise<string[]> {
  const kinds = [...byKind(steps.values())]
  for (const [kind, ofKind] of kinds) {
    await into.add(`tables/${kind}.csv`, csvOf(tableOfSteps(ofKind)))
    // Where a step leads is told of those that are in here; of others not even a name.
    const inside = (links: TrailStep['restsOn']) => links.filter((link) => steps.has(nameOf(link)))
    const told = ofKind.map((step) => ({ ...step, restsOn: inside(step.restsOn), leadsTo: inside(step.leadsTo) }))
    await into.add(`tables/${kind}.json`, json(told))
  }
  const named = tableOfNamed(steps)
  await into.add('tables/named.csv', csvOf(named))
  await into.add('tables/named.json', json(named))
  const links = tableOfLinks(steps)
  await into.add('tables/links.csv', csvOf(links))
  await into.add('tables/links.json', json(links))
  return [...kinds.map(([kind]) => kind), 'named', 'links']
}

/** The proof of every step whose row is sealed, with what it takes to check it: the tool, checkpoints, public keys. */
async function addProofs(
  tx: Tx,
  { sealing }: ArchiveNeeds,
  steps: ReadonlyMap<string, TrailStep>,
  into: Filing,
): Promise<ReadonlyMap<string, ProofState>> {
  const states = new Map<string, ProofState>()
  const checkpoints = new Set(await sealing.outside.lines(tx.district).catch(() => []))
  const keys = new Set<string>()
  const prove = proverOf(tx, sealing)
  for (const [name, step] of steps) {
    const source = tableOf(sealing, step.kind)
    if (!source) continue
    const proof = await proofOf(() => prove(source.table, step.id))
    states.set(name, typeof proof === 'string' ? proof : 'proved')
    if (typeof proof === 'string') continue
    checkpoints.add(proof.checkpoint)
    keys.add(proof.publicKey)
    await into.add(`proofs/${name}.json`, json(proof))
  }
  await into.add('proofs/checkpoints.txt', [...checkpoints].map((line) => `${line}\n`).join(''))
  await into.add('proofs/public-keys.txt', [...keys].map((key) => `${keyIdOf(key)} ${key}\n`).join(''))
  await into.add('proofs/check-proof.mjs', await readFile(CHECK_PROOF))
  return states
}

/** The proof of a row; what to say of one that is not sealed yet, or is not what was sealed. */
async function proofOf(prove: () => Promise<ProofFile | undefined>): Promise<ProofFile | 'not-yet' | 'differs'> {
  try {
    return (await prove()) ?? 'not-yet'
  } catch (error) {
    if (error instanceof Problem && error.code === 'record-differs') return 'differs'
    throw error
  }
}

const keyIdOf = (publicKey: string) => sha256(Buffer.from(publicKey, 'base64')).toString('hex').slice(0, 16)
const numbered = (nth: number) => String(nth).padStart(3, '0')
const same = (value: string | number): Sentence => ({ zh: String(value), en: String(value) })
const shanghai = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** How the archive is named when it is saved. */
export const archiveName = (title: Sentence, today: string) => `归档-${safeName(title.zh)}-${today}.zip`
