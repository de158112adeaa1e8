import type { Sentence } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import { type Block, FRAME, layOut, type Page, type Sheet } from '../../../platform/paper/public.ts'
import { civilDateOf } from '../../values/public.ts'
import type { FileKind } from './forms.ts'
import { findSubject, gather, type Gathered, hashOf, maySee, type Papers, type Viewer } from './gather.ts'
import { findPaper, type KeptScan, listScans, type Paper } from './store.ts'
import { printed } from './words.ts'

/** One place in the file: a form of one of the group's subjects, or what of it is missing. */
export type FilePart = {
  readonly title: string
  readonly gathered: Gathered | null
  readonly lacks: Sentence | null
}

export type FileContent = {
  readonly parts: readonly FilePart[]
  readonly scans: readonly KeptScan[]
  readonly contentSha256: Buffer
}

/**
 * Everything of a group's file that this person may see, in its order: every form it has or lacks, and the scans.
 * `inFull`: forms that are ever printed with numbers in full are.
 */
export async function fileContent(
  tx: Tx,
  papers: Papers,
  file: FileKind,
  groupId: string,
  viewer: Viewer,
  now: Date,
  inFull = false,
): Promise<FileContent> {
  const parts: FilePart[] = []
  const subjects = new Map<string, { kind: string; id: string }>([[groupId, { kind: file.subjectKind, id: groupId }]])
  const forms = papers.forms
    .filter((form) => form.inFile && maySee(viewer, form))
    .sort((a, b) => a.inFile!.place - b.inFile!.place)
  for (const form of forms) {
    const ids = await form.inFile!.subjectsOf(tx, groupId)
    if (ids.length === 0) parts.push({ title: form.title.zh, gathered: null, lacks: printedLater })
    for (const id of ids) {
      const subject = await findSubject(tx, papers, viewer, form.subjectKind, id)
      subjects.set(id, { kind: form.subjectKind, id })
      const title = ids.length > 1 ? `${form.title.zh}(${subject.title.zh})` : form.title.zh
      const made = await gather(tx, form, id, { full: inFull && form.fullMay !== undefined, part: '', now })
      parts.push(
        'lacks' in made ? { title, gathered: null, lacks: made.lacks } : { title, gathered: made, lacks: null },
      )
    }
  }
  const scans = (await listScans(tx, [...subjects.values()])).filter(
    (scan) => !scan.struck && maySeeScan(papers, viewer, scan),
  )
  const content = [
    await file.cover(tx, groupId),
    parts.map(({ title, gathered, lacks }) => [title, gathered?.contentSha256.toString('hex') ?? lacks?.zh]),
    scans.map((scan) => [scan.id, scan.sha256.toString('hex')]),
  ]
  return { parts, scans, contentSha256: hashOf(file.id, content) }
}

const printedLater: Sentence = { zh: '尚未形成', en: 'not made yet' }

/** A scan is seen by whoever may see its form; another document by the bureau, and by the organisation that attached it. */
export function maySeeScan(papers: Papers, viewer: Viewer, scan: Pick<KeptScan, 'form' | 'organisationId'>): boolean {
  if (viewer.organisationId !== null && scan.form === null) return scan.organisationId === viewer.organisationId
  const form = papers.forms.find((each) => each.id === scan.form)
  return form ? maySee(viewer, form) : viewer.organisationId === null
}

/** A page of the file: what it is, and the paper whose code it bears. */
export type FilePage = { readonly page: Page; readonly paper: Paper | undefined; readonly number: string }

/** Pictures in one printed file, together; what is beyond is listed and kept as an electronic document. */
const MOST_PICTURE_BYTES = 40 * 1024 * 1024

/** The scans that are printed as pages; a PDF is listed, and kept as an electronic document. */
export function picturesOf({ scans }: FileContent): ReadonlySet<string> {
  const printedIds = new Set<string>()
  let bytes = 0
  for (const { id, mediaType, sizeBytes } of scans) {
    if (mediaType === 'application/pdf' || bytes + sizeBytes > MOST_PICTURE_BYTES) continue
    bytes += sizeBytes
    printedIds.add(id)
  }
  return printedIds
}

/** The whole file as pages: cover, index, every form in order, the scanned pictures. Page numbers begin after the index. */
export async function filePages(
  tx: Tx,
  vault: Vault,
  papers: Papers,
  file: FileKind,
  groupId: string,
  content: FileContent,
  paper: Paper | undefined,
  withPictures: boolean,
): Promise<FilePage[]> {
  const pages: FilePage[] = []
  const index: { cells: string[] }[] = []
  for (const [at, { title, gathered, lacks }] of content.parts.entries()) {
    const own = gathered ? await findPaper(tx, keyOf(gathered)) : undefined
    const scans = content.scans.filter(
      (scan) => gathered && scan.form === gathered.form.id && scan.subjectId === gathered.subjectId,
    ).length
    const from = pages.length + 1
    for (const page of gathered?.pages ?? [])
      pages.push({ page, paper: own, number: printed.pageInFile(pages.length + 1) })
    const count = gathered?.pages.length ?? 0
    const remark = lacks ? printed.missing(lacks.zh) : scans > 0 ? printed.signed(scans) : printed.unsigned
    index.push({
      cells: [
        String(at + 1),
        title,
        own?.code ?? '',
        count === 0 ? '—' : String(count),
        count === 0 ? '—' : printed.range(from, pages.length),
        remark,
      ],
    })
  }
  const scanIndex: { cells: string[] }[] = []
  const pictures = picturesOf(content)
  for (const [at, scan] of content.scans.entries()) {
    const what = scanTitle(papers, scan)
    const kept = withPictures && pictures.has(scan.id) ? await findFile(tx, vault, scan.fileId) : undefined
    if (kept) {
      const source = `data:${scan.mediaType};base64,${kept.bytes.toString('base64')}`
      const [page] = layOut(pictureSheet(`${what}`, source))
      pages.push({ page: page!, paper: undefined, number: printed.pageInFile(pages.length + 1) })
    }
    scanIndex.push({
      cells: [
        String(at + 1),
        `${what}\n${scan.fileName}`,
        scan.sha256.toString('hex').slice(0, 32),
        civilDateOf(scan.businessAt),
        kept ? String(pages.length) : printed.electronic,
      ],
    })
  }
  const cover = await file.cover(tx, groupId)
  const front = [...layOut(coverSheet(cover)), ...layOut(indexSheet(index, scanIndex, cover.notes))]
  return [...front.map((page): FilePage => ({ page, paper, number: '' })), ...pages]
}

export const keyOf = ({ form, subjectId, part, contentSha256 }: Gathered) => ({
  form: form.id,
  subjectId,
  part,
  contentSha256,
})

export const fileKey = (file: FileKind, groupId: string, { contentSha256 }: FileContent) => ({
  form: file.id,
  subjectId: groupId,
  part: '',
  contentSha256,
})

export function scanTitle({ forms }: Papers, scan: Pick<KeptScan, 'form' | 'title'>): string {
  return scan.title || (forms.find((form) => form.id === scan.form)?.title.zh ?? '')
}

function coverSheet({ title, english, rows }: Awaited<ReturnType<FileKind['cover']>>): Sheet {
  const wide = FRAME.portrait.widthMm
  return {
    orientation: 'portrait',
    title,
    number: null,
    english,
    lead: null,
    blocks: [
      { kind: 'text', style: 'plain', lines: ['\n\n\n'] },
      {
        kind: 'grid',
        widthsMm: [40, wide - 40],
        head: [],
        rows: rows.map(([label, value]) => ({ atLeastMm: 14, cells: [{ text: label, head: true }, value] })),
      },
    ],
  }
}

function indexSheet(rows: { cells: string[] }[], scans: { cells: string[] }[], notes: readonly string[]): Sheet {
  const blocks: Block[] = [
    {
      kind: 'grid',
      widthsMm: [12, 50, 32, 13, 18, 40],
      head: [{ cells: [...printed.columns] }],
      rows: rows.map((row) => ({ ...row, atLeastMm: 9 })),
    },
  ]
  if (scans.length > 0) {
    blocks.push(
      { kind: 'text', style: 'heading', lines: [printed.scansHeading] },
      {
        kind: 'grid',
        widthsMm: [12, 58, 49, 26, 20],
        head: [{ cells: [...printed.scanColumns] }],
        rows: scans,
      },
    )
  }
  if (notes.length > 0) blocks.push({ kind: 'text', style: 'note', lines: notes })
  return {
    orientation: 'portrait',
    title: printed.index,
    number: null,
    english: printed.indexEnglish,
    lead: null,
    blocks,
  }
}

function pictureSheet(what: string, source: string): Sheet {
  return {
    orientation: 'portrait',
    title: '',
    number: null,
    english: '',
    lead: [printed.scanTitle(what), ''],
    blocks: [{ kind: 'picture', source, alt: what }],
  }
}

/** For the id of a print: what was printed. */
export const contentMark = (hash: Buffer): string => hash.toString('hex').slice(0, 16)
