import { readFile } from 'node:fs/promises'
import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import { remembering, type Tx } from '../../../platform/db/public.ts'
import { csvOf } from '../../../platform/office/public.ts'
import type { Papers } from '../paper/gather.ts'
import { type ProofFile, proverOf } from '../sealing/proving.ts'
import { tableOf } from '../sealing/routes.ts'
import type { Sealing } from '../sealing/sealing.ts'
import type { Told } from '../timelines/timelines.ts'
import type { TrailPlace, TrailStep } from '../trails.ts'
import type { Walking } from '../walking.ts'
import { indexPage, listPage, type ProofState, stepPage, timelinePage } from './Archive.html.tsx'
import type { StepFiles } from './declared.ts'
import { addFiles, type ArchivedFile } from './files.ts'
import { filesPage } from './Files.html.tsx'
import { addPapers } from './papers.ts'
import {
  type ArchivePlace,
  byKind,
  LISTED_ON_THE_INDEX,
  MOST_STEPS,
  nameOf,
  onwards,
  type Progress,
  safeName,
  tableOfEntries,
  tableOfLinks,
  tableOfNamed,
  tableOfSteps,
  timeThere,
} from './rules.ts'
import { pageWords as words } from './words.ts'
import type { Zip } from './zip.ts'

const CHECKERS = ['check-archive.mjs', 'check-proof.mjs'] as const
const TOOLS = new URL('../../../../tools/', import.meta.url)

/** What an archive can be of: how it is called, what is told of it, and where its way begins. */
export type ArchiveSubject = {
  /** A person masked; undefined where there is none. */
  title(tx: Tx, id: string): Promise<Sentence | undefined>
  /** What is held of it itself, line by line. */
  says(tx: Tx, id: string, inFull: boolean): Promise<TrailStep['says']>
  /** What happened to it, newest first; nothing of what has no timeline. */
  entries(tx: Tx, id: string): Promise<readonly Told[]>
  starts(id: string, entries: readonly Told[]): readonly TrailPlace[]
}

export type ArchiveNeeds = {
  readonly walking: Walking
  readonly sealing: Pick<Sealing, 'sealed' | 'signer' | 'outside'>
  readonly papers: Papers
  readonly vault: Vault
  readonly files: readonly StepFiles[]
  readonly subjects: Readonly<Record<ArchivePlace['of'], ArchiveSubject>>
}

/** What an archive is asked of, by whom and why. */
export type ArchiveAsk = {
  readonly about: ArchivePlace
  readonly by: Sentence
  readonly reason: string
  /** Numbers in full on what may bear them: the subject's own, and forms that are printed so. */
  readonly inFull: boolean
  /** Business time. */
  readonly now: Date
  /** Told as the work goes on; what it throws breaks it off. */
  readonly progress: (progress: Progress) => Promise<void>
}

export type Archive = {
  readonly steps: number
  readonly scans: readonly string[]
  readonly files: readonly string[]
  readonly manifestSha256: Buffer
}

const WALKED_AT_ONCE = 100

/** Everything that can be walked from some places, nearest first, up to so many steps; whether there would be more. */
export async function walkWhole(
  tx: Tx,
  walking: Walking,
  about: ArchivePlace,
  { starts, most, progress }: { starts: readonly TrailPlace[]; most: number; progress?: ArchiveAsk['progress'] },
): Promise<{ steps: Map<string, TrailStep>; isCut: boolean }> {
  const steps = new Map<string, TrailStep>()
  const told = new Set<string>()
  const waiting: TrailPlace[] = []
  const wait = (place: TrailPlace) => {
    if (told.has(nameOf(place))) return
    told.add(nameOf(place))
    waiting.push(place)
  }
  for (const place of starts) wait(place)
  while (waiting.length > 0) {
    if (steps.size >= most) return { steps, isCut: true }
    await progress?.({ stage: 'walk', done: steps.size, of: told.size })
    const walked = await walking.steps(tx, waiting.splice(0, Math.min(WALKED_AT_ONCE, most - steps.size)))
    for (const step of walked) {
      steps.set(nameOf(step), step)
      for (const link of onwards(step, about)) wait(link)
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
export type Filing = Pick<ReturnType<typeof filing>, 'add'>

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** Everything recorded about a subject, written into a zip, from a steady transaction; undefined where there is no such subject. */
export async function makeArchive(
  tx: Tx,
  needs: ArchiveNeeds,
  ask: ArchiveAsk,
  zip: Zip,
): Promise<Archive | undefined> {
  const { about, progress } = ask
  const subject = needs.subjects[about.of]
  // Steps and papers of one subject share most of what they read.
  const reading = remembering(tx)
  const title = await subject.title(reading, about.id)
  if (!title) return undefined
  const entries = await subject.entries(reading, about.id)
  const starts = subject.starts(about.id, entries)
  const { steps, isCut } = await walkWhole(reading, needs.walking, about, { starts, most: MOST_STEPS, progress })
  const into = filing(zip)
  const { papers, scans, left, tooMuch } = await addPapers({ tx, reading }, needs, ask, { steps, into })
  const files = await addFiles({ tx, reading }, needs, ask, { steps, into, bytes: left })
  const tables = await addTables(steps, about, into)
  if (files.listed.length > 0) tables.push('files')
  if (entries.length > 0) tables.push(await addTimeline(entries, steps, into))
  const proofs = await addProofs(tx, needs, steps, into, progress)
  for (const [at, [name, step]] of [...steps].entries()) {
    await progress({ stage: 'pages', done: at, of: steps.size })
    const page = stepPage({
      step,
      about,
      pageOf: (link) => (steps.has(nameOf(link)) ? `${nameOf(link)}.html` : undefined),
      files: files.byStep.get(name) ?? [],
      proof: proofs.get(name) ?? 'none',
      proofFile: `proofs/${name}.json`,
    })
    await into.add(`steps/${name}.html`, page)
  }
  const pageOf = (step: TrailPlace) => `steps/${nameOf(step)}.html`
  for (const [kind, ofKind] of byKind(steps.values()))
    if (ofKind.length > LISTED_ON_THE_INDEX) await into.add(`lists/${kind}.html`, listPage(kind, ofKind, pageOf))
  const all = filesPage(files.listed)
  if (all) await into.add(all.path, all.html)
  const counted = (state: ProofState) => same([...proofs.values()].filter((each) => each === state).length)
  await into.add(
    'index.html',
    indexPage({
      title,
      of: about.of,
      inFull: ask.inFull,
      says: await subject.says(reading, about.id, ask.inFull),
      entries: entries.length,
      about: [
        { label: words.takenBy, value: ask.by },
        { label: words.takenAt, value: same(timeThere(ask.now)) },
        { label: words.reason, value: same(ask.reason) },
        { label: words.count, value: same(steps.size) },
        { label: words.proved, value: counted('proved') },
        { label: words.notProved, value: counted('not-yet') },
        { label: words.differing, value: counted('differs') },
      ],
      isCut: isCut ? MOST_STEPS : null,
      papers,
      files,
      tooMuch: withFiles(tooMuch, files.listed),
      tables,
      steps: [...steps.values()],
      pageOf,
    }),
  )
  const told = { kind: about.of, id: about.id }
  const manifest = Buffer.from(
    json({ format: 'shanjiang-archive/1', district: tx.district, about: told, files: into.manifest }),
  )
  await zip.add('manifest.json', manifest)
  await zip.end()
  return { steps: steps.size, scans, files: files.ids, manifestSha256: sha256(manifest) }
}

/** Scans, and files beside the steps, that there was no room for. */
function withFiles(scans: { count: number; bytes: number }, files: readonly ArchivedFile[]) {
  const over = files.filter(({ fate }) => fate === 'too-much')
  return { count: scans.count + over.length, bytes: over.reduce((sum, { bytes }) => sum + bytes, scans.bytes) }
}

/** What happened, as a page and as tables. */
async function addTimeline(
  entries: readonly Told[],
  steps: ReadonlyMap<string, TrailStep>,
  into: Filing,
): Promise<string> {
  const pageOf = (place: TrailPlace | null) =>
    place && steps.has(nameOf(place)) ? `steps/${nameOf(place)}.html` : undefined
  await into.add('timeline.html', timelinePage(entries, pageOf))
  await into.add('tables/timeline.csv', csvOf(tableOfEntries(entries)))
  await into.add('tables/timeline.json', json(entries))
  return 'timeline'
}

async function addTables(steps: ReadonlyMap<string, TrailStep>, about: ArchivePlace, into: Filing): Promise<string[]> {
  const kinds = [...byKind(steps.values())]
  for (const [kind, ofKind] of kinds) {
    await into.add(`tables/${kind}.csv`, csvOf(tableOfSteps(ofKind)))
    // Where a step leads is told of those that are in here; of others not even a name.
    const inside = (links: TrailStep['restsOn']) => links.filter((link) => steps.has(nameOf(link)))
    const told = ofKind.map((step) => ({ ...step, restsOn: inside(step.restsOn), leadsTo: inside(step.leadsTo) }))
    await into.add(`tables/${kind}.json`, json(told))
  }
  const named = tableOfNamed(steps, about)
  await into.add('tables/named.csv', csvOf(named))
  await into.add('tables/named.json', json(named))
  const links = tableOfLinks(steps)
  await into.add('tables/links.csv', csvOf(links))
  await into.add('tables/links.json', json(links))
  return [...kinds.map(([kind]) => kind), 'named', 'links']
}

/** The proof of every step whose row is sealed, with what it takes to check it: the tools, checkpoints, public keys. */
async function addProofs(
  tx: Tx,
  { sealing }: Pick<ArchiveNeeds, 'sealing'>,
  steps: ReadonlyMap<string, TrailStep>,
  into: Filing,
  progress: ArchiveAsk['progress'],
): Promise<ReadonlyMap<string, ProofState>> {
  const states = new Map<string, ProofState>()
  const last = await sealing.outside.last(tx.district).catch(() => undefined)
  const checkpoints = new Set(last === undefined ? [] : [last])
  const keys = new Set<string>()
  const prove = proverOf(tx, sealing)
  for (const [kind, ofKind] of byKind(steps.values())) {
    await progress({ stage: 'proofs', done: states.size, of: steps.size })
    const source = tableOf(sealing, kind)
    if (!source) continue
    const ids = ofKind.map(({ id }) => id)
    for (const [id, proof] of await prove(source.table, ids)) {
      const name = nameOf({ kind, id })
      const proved = isProof(proof)
      states.set(name, proved ? 'proved' : proof === 'not-yet' ? 'not-yet' : 'differs')
      if (!proved) continue
      checkpoints.add(proof.checkpoint)
      keys.add(proof.publicKey)
      await into.add(`proofs/${name}.json`, json(proof))
    }
  }
  await into.add('proofs/checkpoints.txt', [...checkpoints].map((line) => `${line}\n`).join(''))
  await into.add('proofs/public-keys.txt', [...keys].map((key) => `${keyIdOf(key)} ${key}\n`).join(''))
  for (const tool of CHECKERS) await into.add(`check/${tool}`, await readFile(new URL(tool, TOOLS)))
  return states
}

const isProof = (proof: ProofFile | 'not-yet' | Problem): proof is ProofFile =>
  proof !== 'not-yet' && !(proof instanceof Problem)

const keyIdOf = (publicKey: string) => sha256(Buffer.from(publicKey, 'base64')).toString('hex').slice(0, 16)
const same = (value: string | number): Sentence => ({ zh: String(value), en: String(value) })

/** How the archive is named when it is saved. */
export const archiveName = (title: Sentence, today: string) => `归档-${safeName(title.zh)}-${today}.zip`
