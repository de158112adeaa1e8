import { promisify } from 'node:util'
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib'

const deflate = promisify(deflateRaw)

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 1 << 11
const DEFLATED = 8
/** What is smaller is packed at once: handing it to another thread takes longer. */
const SMALL = 32 * 1024
const MOST_FILES = 0xffff
const MOST_BYTES = 0xffffffff

/** A zip that grows file by file and is handed on as it grows: only one file of it is held at a time. */
export type Zip = {
  add(name: string, bytes: Uint8Array): Promise<void>
  /** Writes its list of files, which ends it. */
  end(): Promise<void>
}

/** `at`: the time that its files bear, as written on a clock in Shanghai. Without ZIP64: less than 4 GiB, 65535 files. */
export function newZip(at: Date, into: (bytes: Uint8Array) => Promise<void>): Zip {
  const stamp = dosTime(at)
  const entries: Buffer[] = []
  let offset = 0
  const write = async (...parts: readonly Uint8Array[]) => {
    for (const part of parts) {
      await into(part)
      offset += part.length
    }
  }
  return {
    async add(name, bytes) {
      const packed = bytes.length < SMALL ? deflateRawSync(bytes) : await deflate(bytes)
      if (entries.length + 1 >= MOST_FILES || offset + packed.length > MOST_BYTES / 2)
        throw new RangeError('The archive is larger than a zip holds.')
      const named = Buffer.from(name, 'utf8')
      const head = Buffer.alloc(26)
      head.writeUInt16LE(VERSION, 0)
      head.writeUInt16LE(FLAGS, 2)
      head.writeUInt16LE(DEFLATED, 4)
      head.writeUInt32LE(stamp, 6)
      head.writeUInt32LE(crc32(bytes), 10)
      head.writeUInt32LE(packed.length, 14)
      head.writeUInt32LE(bytes.length, 18)
      head.writeUInt16LE(named.length, 22)
      const entry = Buffer.alloc(14)
      entry.writeUInt32LE(offset, 10)
      entries.push(Buffer.concat([number32(CENTRAL), number16(VERSION), head, entry, named]))
      await write(number32(LOCAL), head, named, packed)
    },
    async end() {
      const start = offset
      await write(...entries)
      const end = Buffer.alloc(22)
      end.writeUInt32LE(END, 0)
      end.writeUInt16LE(entries.length, 8)
      end.writeUInt16LE(entries.length, 10)
      end.writeUInt32LE(offset - start, 12)
      end.writeUInt32LE(start, 16)
      await write(end)
    },
  }
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

/** Time, then date, as MS-DOS wrote them. */
function dosTime(at: Date): number {
  const there = new Date(at.getTime() + 8 * 3_600_000)
  const time = (there.getUTCHours() << 11) | (there.getUTCMinutes() << 5) | (there.getUTCSeconds() >> 1)
  const date = ((there.getUTCFullYear() - 1980) << 9) | ((there.getUTCMonth() + 1) << 5) | there.getUTCDate()
  return date * 0x10000 + time
}
