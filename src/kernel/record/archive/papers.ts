import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import { keptPaper } from '../../../platform/paper/public.ts'
import type { Gathered } from '../paper/gather.ts'
import type { KeptScan } from '../paper/store.ts'
import { contentMark, fileContent, scanTitle } from '../paper/whole-file.ts'
import { printed } from '../paper/words.ts'
import type { ArchiveAsk, ArchiveNeeds, Filing } from './archive.ts'
import type { ArchivedPaper } from './Archive.html.tsx'
import { MOST_SCAN_BYTES } from './rules.ts'
import { pageWords as words } from './words.ts'

/** Whoever may take an archive out may read all of what it holds. */
const READER = { organisationId: null, permissions: { has: () => true } }

type Reading = {
  readonly tx: Tx
  /** The same, which asks nothing twice; files are not read through it, or they would all be held. */
  readonly reading: Tx
}

/** Every form of the subject as it would be printed now, masked, and its scans. */
export async function addPapers(
  { tx, reading }: Reading,
  needs: Pick<ArchiveNeeds, 'papers' | 'vault'>,
  { about, now, progress }: ArchiveAsk,
  into: Filing,
): Promise<{ papers: ArchivedPaper[]; scans: string[] }> {
  const { papers } = needs
  const file = papers.files.find(({ subjectKind }) => subjectKind === about.of)
  if (!file) return { papers: [], scans: [] }
  const { parts, scans } = await fileContent(reading, papers, file, about.id, READER, now)
  const listed: ArchivedPaper[] = []
  for (const [at, { title, gathered, lacks }] of parts.entries()) {
    await progress({ stage: 'papers', done: at, of: parts.length + scans.length })
    listed.push(gathered ? await addForm(title, gathered, at + 1, into) : missing(title, lacks ?? words.lacks))
  }
  const kept = await addScans(tx, needs, scans, into)
  return { papers: [...listed, ...kept.papers], scans: kept.scans }
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

async function addScans(
  tx: Tx,
  { papers, vault }: Pick<ArchiveNeeds, 'papers' | 'vault'>,
  scans: readonly KeptScan[],
  into: Filing,
): Promise<{ papers: ArchivedPaper[]; scans: string[] }> {
  const listed: ArchivedPaper[] = []
  const within: string[] = []
  let bytes = 0
  for (const [at, scan] of scans.entries()) {
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
    within.push(scan.id)
    const sentence = `SHA-256 ${hash}`
    listed.push({ title, file: path, remark: { zh: sentence, en: sentence } })
  }
  return { papers: listed, scans: within }
}

const EXTENSION: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

const numbered = (nth: number) => String(nth).padStart(3, '0')
