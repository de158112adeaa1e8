import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import { keptPaper } from '../../../platform/paper/public.ts'
import { gather, type Gathered, type Papers } from '../paper/gather.ts'
import { type KeptScan, listScans } from '../paper/store.ts'
import { contentMark, fileContent, type FilePart, scanTitle } from '../paper/whole-file.ts'
import { printed } from '../paper/words.ts'
import type { TrailStep } from '../trails.ts'
import type { ArchiveAsk, ArchiveNeeds, Filing } from './archive.ts'
import type { ArchivedPaper } from './Archive.html.tsx'
import { extensionOf, isOwn, MOST_FILE_BYTES, numbered } from './rules.ts'
import { pageWords as words } from './words.ts'

/** Whoever may take an archive out may read all of what it holds. */
const READER = { organisationId: null, permissions: { has: () => true } }

type Reading = {
  readonly tx: Tx
  /** The same, which asks nothing twice; files are not read through it, or they would all be held. */
  readonly reading: Tx
}

type Whole = { readonly steps: ReadonlyMap<string, TrailStep>; readonly into: Filing }

/** Every form of the subject as it would be printed now, and its scans. */
export async function addPapers(
  { tx, reading }: Reading,
  needs: Pick<ArchiveNeeds, 'papers' | 'vault'>,
  ask: ArchiveAsk,
  { steps, into }: Whole,
): Promise<Scans> {
  const { parts, scans } = await papersOf(reading, needs.papers, ask, steps)
  const listed: ArchivedPaper[] = []
  for (const [at, { title, gathered, lacks }] of parts.entries()) {
    await ask.progress({ stage: 'papers', done: at, of: parts.length + scans.length })
    listed.push(gathered ? await addForm(title, gathered, at + 1, into) : missing(title, lacks ?? words.lacks))
  }
  const kept = await addScans(tx, needs, scans, into)
  return { ...kept, papers: [...listed, ...kept.papers] }
}

/** A class's are its file. A provider's are the forms and scans of its classes and claims. A person's are their own part. */
async function papersOf(
  tx: Tx,
  papers: Papers,
  { about, now, inFull }: ArchiveAsk,
  steps: ReadonlyMap<string, TrailStep>,
): Promise<{ parts: readonly FilePart[]; scans: readonly KeptScan[] }> {
  const file = papers.files.find(({ subjectKind }) => subjectKind === about.of)
  if (file) return fileContent(tx, papers, file, about.id, READER, now, inFull)
  const ofSteps = [...steps.values()]
  if (about.of === 'person') return { parts: await ownParts(tx, papers, ofSteps, now), scans: [] }
  const kinds = new Set(papers.subjects.map(({ kind }) => kind))
  const own = ofSteps.filter(({ kind }) => kinds.has(kind) && isOwn(about, kind))
  const parts: FilePart[] = []
  for (const { kind, id, title } of own)
    for (const form of papers.forms.filter((each) => each.subjectKind === kind)) {
      const made = await gather(tx, form, id, { full: inFull && form.fullMay !== undefined, part: '', now })
      if (!('lacks' in made)) parts.push({ title: `${form.title.zh}(${title.zh})`, gathered: made, lacks: null })
    }
  const scans = await listScans(
    tx,
    own.map(({ kind, id }) => ({ kind, id })),
  )
  return { parts, scans: scans.filter(({ struck }) => !struck) }
}

/** Of forms that have a part for each person, this one's; of those that name everybody, none. */
async function ownParts(tx: Tx, papers: Papers, steps: readonly TrailStep[], now: Date): Promise<FilePart[]> {
  const parts: FilePart[] = []
  const decisions = steps.filter(({ kind }) => kind === 'decision')
  for (const form of papers.forms.filter(({ inParts }) => inParts))
    for (const subject of steps.filter(({ kind }) => kind === form.subjectKind))
      for (const { id: part } of decisions) {
        const made = await gather(tx, form, subject.id, { full: false, part, now })
        if (!('lacks' in made))
          parts.push({ title: `${form.title.zh}(${subject.title.zh})`, gathered: made, lacks: null })
      }
  return parts
}

const missing = (title: string, why: Sentence): ArchivedPaper => ({
  title,
  file: null,
  remark: { zh: `${words.lacks.zh}:${why.zh}`, en: `${words.lacks.en}: ${why.en}` },
})

async function addForm(
  title: string,
  { form, pages, contentSha256 }: Gathered,
  nth: number,
  into: Filing,
): Promise<ArchivedPaper> {
  const path = `papers/${numbered(nth)}-${form.id}.html`
  const kept = pages.map((page, at) => ({
    page,
    named: null,
    number: printed.page(at + 1, pages.length),
    left: printed.noCode,
    right: printed.content(contentMark(contentSha256)),
  }))
  await into.add(path, keptPaper(title, { href: '../index.html', label: words.back.zh }, kept))
  return { title, file: path, remark: null }
}

type Scans = {
  readonly papers: ArchivedPaper[]
  readonly scans: string[]
  /** What is left for other files, and what there was no room for. */
  readonly left: number
  readonly tooMuch: { readonly count: number; readonly bytes: number }
}

async function addScans(
  tx: Tx,
  { papers, vault }: Pick<ArchiveNeeds, 'papers' | 'vault'>,
  scans: readonly KeptScan[],
  into: Filing,
): Promise<Scans> {
  const listed: ArchivedPaper[] = []
  const within: string[] = []
  let left = MOST_FILE_BYTES
  const tooMuch = { count: 0, bytes: 0 }
  for (const [at, scan] of scans.entries()) {
    const title = `${scanTitle(papers, scan)} ${scan.fileName}`
    const kept = scan.sizeBytes > left ? undefined : await findFile(tx, vault, scan.fileId)
    const hash = scan.sha256.toString('hex')
    if (!kept) {
      const { zh, en } = words.fates['too-much']
      tooMuch.count += 1
      tooMuch.bytes += scan.sizeBytes
      listed.push({ title, file: null, remark: { zh: `${zh} ${hash}`, en: `${en} ${hash}` } })
      continue
    }
    left -= kept.sizeBytes
    const path = `papers/scan-${numbered(at + 1)}-${hash.slice(0, 12)}.${extensionOf({ ...scan, name: scan.fileName })}`
    await into.add(path, kept.bytes)
    within.push(scan.id)
    const sentence = `SHA-256 ${hash}`
    listed.push({ title, file: path, remark: { zh: sentence, en: sentence } })
  }
  return { papers: listed, scans: within, left, tooMuch }
}
