import { deflateSync } from 'node:zlib'

/** A picture of one point, whole from its signature to its end. Another `seed` makes other bytes. */
export function givenPng(seed = 0): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, seed & 0xff]))),
    chunk('tEXt', Buffer.from(`seed\0${seed}`)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The readers look at no checksum: a chunk is its length, its name, its bytes and four bytes more. */
function chunk(name: string, bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), bytes, Buffer.alloc(4)])
}

/** A JPEG whose preview, inside a segment, has an end of its own. */
export function givenJpeg(): Buffer {
  const preview = Buffer.from([0xff, 0xd8, 0xff, 0xd9])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, preview.length + 2]),
    preview,
    Buffer.from([0xff, 0xda, 0, 3, 1, 0x11, 0x22, 0xff, 0x00, 0x33, 0xff, 0xd9]),
  ])
}

export const givenPdf = (): Buffer =>
  Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
