import type { Sentence } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile, listFiles, type StoredFile } from '../../../platform/files/public.ts'
import { csvOf } from '../../../platform/office/public.ts'
import type { TrailPlace, TrailStep } from '../trails.ts'
import type { ArchiveAsk, Filing } from './archive.ts'
import type { StepFile, StepFiles } from './declared.ts'
import { extensionOf, type FileFate, fatesOf, isOwn, nameOf, numbered } from './rules.ts'
import { pageWords as words } from './words.ts'

/** A file of an archive: where it is in there, or why it is not. */
export type ArchivedFile = {
  readonly title: Sentence
  readonly path: string | null
  /** `differs`: it is in there, and its bytes are not those that were kept. */
  readonly fate: Exclude<FileFate, 'of-others'> | 'differs'
  readonly bytes: number
  readonly sha256: string
  readonly at: readonly TrailPlace[]
}

export type Files = {
  readonly listed: readonly ArchivedFile[]
  /** Files beside these steps that tell of others too: not even named. */
  readonly ofOthers: number
  /** By the name of a step. */
  readonly byStep: ReadonlyMap<string, readonly ArchivedFile[]>
  readonly ids: readonly string[]
}

type Found = StoredFile & { readonly isEmptied: boolean } & Pick<StepFile, 'title' | 'of' | 'bearsNumbers'> & {
    readonly at: readonly TrailPlace[]
  }

/** The files beside the steps: the bytes of those that may leave, one at a time, and a table of all that may be named. */
export async function addFiles(
  { tx, reading }: { readonly tx: Tx; readonly reading: Tx },
  { vault, files }: { readonly vault: Vault; readonly files: readonly StepFiles[] },
  { about, inFull, progress }: ArchiveAsk,
  {
    steps,
    into,
    bytes,
  }: { readonly steps: ReadonlyMap<string, TrailStep>; readonly into: Filing; readonly bytes: number },
): Promise<Files> {
  const places = [{ kind: about.of, id: about.id }, ...[...steps.values()].map(({ kind, id }) => ({ kind, id }))]
  const found = await foundAt(reading, files, places)
  const isOwnStep = (place: TrailPlace) => steps.has(nameOf(place)) && isOwn(about, place.kind)
  const fates = fatesOf(found, about, { inFull, bytes, isOwnStep })
  const listed: ArchivedFile[] = []
  const ids: string[] = []
  for (const [nth, file] of found.entries()) {
    const fate = fates[nth]!
    if (fate === 'of-others') continue
    await progress({ stage: 'files', done: nth, of: found.length })
    const told = { title: file.title, bytes: file.sizeBytes, sha256: file.sha256.toString('hex'), at: file.at }
    const kept = fate === 'in' ? await findFile(tx, vault, file.id) : undefined
    if (!kept) {
      listed.push({ ...told, path: null, fate })
      continue
    }
    const path = `files/${numbered(listed.length + 1)}-${told.sha256.slice(0, 12)}.${extensionOf(file)}`
    await into.add(path, kept.bytes)
    ids.push(file.id)
    listed.push({ ...told, path, fate: sha256(kept.bytes).equals(file.sha256) ? 'in' : 'differs' })
  }
  if (listed.length > 0) await addTable(listed, into)
  return { listed, ofOthers: found.length - listed.length, byStep: byStepOf(listed), ids }
}

/** Each file once, wherever it stands; what any of its steps says of it counts. */
async function foundAt(tx: Tx, rooms: readonly StepFiles[], places: readonly TrailPlace[]): Promise<Found[]> {
  const told: StepFile[] = []
  for (const room of rooms) told.push(...(await room.of(tx, places)))
  const kept = await listFiles(
    tx,
    told.map(({ fileId }) => fileId),
  )
  const found = new Map<string, Found>()
  for (const { fileId, title, of, bearsNumbers, at } of told) {
    const file = kept.get(fileId)
    const known = found.get(fileId)
    if (!file) continue
    found.set(fileId, {
      ...file,
      title: known?.title ?? title,
      of: [...(known?.of ?? []), ...of],
      bearsNumbers: bearsNumbers || known?.bearsNumbers === true,
      at: [...(known?.at ?? []), at],
    })
  }
  return [...found.values()]
}

function byStepOf(files: readonly ArchivedFile[]): Map<string, ArchivedFile[]> {
  const of = new Map<string, ArchivedFile[]>()
  for (const file of files) for (const at of file.at) of.set(nameOf(at), [...(of.get(nameOf(at)) ?? []), file])
  return of
}

/** What the checker holds the files against: the hash that each had when it was handed in. */
async function addTable(files: readonly ArchivedFile[], into: Filing): Promise<void> {
  const head = ['文件 path', '名称', 'Title', 'SHA-256', '字节 bytes', '收入 in', '步骤 steps']
  const rows = files.map(({ path, title, sha256: hash, bytes, fate, at }) => [
    path ?? '',
    title.zh,
    title.en,
    hash,
    String(bytes),
    fate === 'in' || fate === 'differs' ? words.fates[fate].zh : `${words.fates[fate].zh} ${words.fates[fate].en}`,
    at.map(nameOf).join(' '),
  ])
  await into.add('tables/files.csv', csvOf([head, ...rows]))
  await into.add('tables/files.json', `${JSON.stringify(files, null, 2)}\n`)
}
