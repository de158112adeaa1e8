import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { refuse, UnreadableFile } from '../unreadable-file.ts'
import { LIMITS } from './limits.ts'

/** The parts of a workbook's zip, after the guard has passed it. Names are in lower case: the standard ignores case. */
export type Parts = {
  readonly names: ReadonlySet<string>
  /** A small part, held whole. */
  whole(name: string): Promise<string>
  /** A large part, as text while it inflates. */
  stream(name: string): AsyncIterable<string>
}

/**
 * Looks at the zip's directory before anything is inflated, and at every byte while it is: sizes that are absurd, that
 * lie, that overlap; encrypted entries; names that leave the archive.
 */
export async function openGuarded(bytes: Uint8Array): Promise<Parts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  let zip: ZipFile
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true })
    if (zip.entryCount > LIMITS.zipEntries) throw refuse('unsafe')
    let packed = 0
    let inflated = 0
    for await (const entry of zip.eachEntry()) {
      packed += entry.compressedSize
      inflated += entry.uncompressedSize
      inspect(entry)
      const name = entry.fileName.toLowerCase()
      if (entries.has(name)) throw refuse('unsafe')
      entries.set(name, entry)
    }
    if (inflated > LIMITS.inflatedBytes) throw refuse('zip-bomb')
    if (packed > bytes.byteLength) throw refuse('unsafe')
  } catch (error) {
    throw asRefusal(error)
  }

  const entryOf = (name: string, limit: number): Entry => {
    const entry = entries.get(name)
    if (!entry) throw refuse('truncated')
    if (entry.uncompressedSize > limit) throw refuse('zip-bomb')
    return entry
  }
  return {
    names: new Set(entries.keys()),
    async whole(name) {
      let text = ''
      for await (const chunk of inflate(zip, buffer, entryOf(name, LIMITS.heldPartBytes))) text += chunk
      return text
    },
    stream: (name) => inflate(zip, buffer, entryOf(name, LIMITS.partBytes)),
  }
}

function inspect(entry: Entry): void {
  if (entry.isEncrypted()) throw refuse('password')
  if (entry.fileName.split('/').length > LIMITS.zipDepth) throw refuse('unsafe')
  const absurd = entry.uncompressedSize > entry.compressedSize * LIMITS.ratio
  if (absurd && entry.uncompressedSize > LIMITS.ratioCountsFromBytes) throw refuse('zip-bomb')
}

async function* inflate(zip: ZipFile, buffer: Buffer, entry: Entry): AsyncGenerator<string> {
  let read = 0
  let crc = 0
  let decoder: TextDecoder | undefined
  try {
    for await (const chunk of bytesOf(zip, buffer, entry)) {
      read += chunk.length
      // A header that declares less than there is cannot get round the guard above.
      if (read > entry.uncompressedSize) throw refuse('zip-bomb')
      crc = crc32(chunk, crc)
      decoder ??= decoderFor(chunk)
      yield decoder.decode(chunk, { stream: true })
    }
    if (read !== entry.uncompressedSize || crc !== entry.crc32) throw refuse('truncated')
    yield decoder?.decode() ?? ''
  } catch (error) {
    throw asRefusal(error)
  }
}

async function* bytesOf(zip: ZipFile, buffer: Buffer, entry: Entry): AsyncGenerator<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const packed = buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  if (entry.compressionMethod === 0) {
    for (let at = 0; at < packed.length; at += 65_536) yield packed.subarray(at, at + 65_536)
  } else if (entry.compressionMethod === 8) {
    const inflater = createInflateRaw({ chunkSize: 65_536 })
    inflater.end(packed)
    yield* inflater as AsyncIterable<Buffer>
  } else throw refuse('truncated')
}

/** Parts are UTF-8; UTF-16 is allowed by the standard and says so in its first two bytes. */
function decoderFor(chunk: Buffer): TextDecoder {
  const mark = chunk.length < 2 ? 0 : chunk.readUInt16BE(0)
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8', { fatal: true })
}

/** What yauzl, zlib and the decoder say of a bad archive, as one of our refusals. */
function asRefusal(error: unknown): unknown {
  if (error instanceof UnreadableFile || !(error instanceof Error)) return error
  if (/relative path|absolute path|invalid characters/.test(error.message)) return refuse('unsafe')
  return refuse('truncated')
}
