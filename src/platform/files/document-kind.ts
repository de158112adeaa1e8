/** What an office may hand in as a picture of something: a photograph, a screenshot or a scan. */
export type DocumentType = 'image/png' | 'image/jpeg' | 'application/pdf'

/** What a file is by its own bytes, never by its name, and whether its end is there; undefined when it is none of them. */
export function documentKindOf(bytes: Uint8Array): { type: DocumentType; name: string; whole: boolean } | undefined {
  const known = FORMATS.find((format) => format.claims(bytes))
  return known && { type: known.type, name: known.name, whole: known.isWhole(bytes) }
}

type Format = {
  readonly type: DocumentType
  readonly name: string
  readonly claims: (file: Uint8Array) => boolean
  readonly isWhole: (file: Uint8Array) => boolean
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

const FORMATS: readonly Format[] = [
  {
    type: 'image/png',
    name: 'PNG',
    claims: (file) => PNG_SIGNATURE.every((byte, at) => file[at] === byte),
    isWhole: pngIsWhole,
  },
  {
    type: 'image/jpeg',
    name: 'JPEG',
    claims: (file) => file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff,
    isWhole: jpegIsWhole,
  },
  {
    type: 'application/pdf',
    name: 'PDF',
    claims: (file) => /^%PDF-\d\.\d/.test(latin1(file.subarray(0, 8))),
    isWhole: (file) => latin1(file.subarray(-1024)).includes('%%EOF'),
  },
]

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function viewOf(file: Uint8Array): DataView {
  return new DataView(file.buffer, file.byteOffset, file.byteLength)
}

/** A header, some picture and an end, each chunk as long as it says it is. */
function pngIsWhole(file: Uint8Array): boolean {
  const view = viewOf(file)
  let at = PNG_SIGNATURE.length
  let pictures = 0
  for (let nth = 0; at + 12 <= file.length; nth += 1) {
    const length = view.getUint32(at)
    const chunk = latin1(file.subarray(at + 4, at + 8))
    if (nth === 0 && (chunk !== 'IHDR' || length !== 13)) return false
    if (at + 12 + length > file.length) return false
    if (chunk === 'IDAT') pictures += 1
    if (chunk === 'IEND') return pictures > 0
    at += 12 + length
  }
  return false
}

/** Segments up to the picture's own data, then the mark that ends it. A preview inside a segment has an end of its own. */
function jpegIsWhole(file: Uint8Array): boolean {
  const view = viewOf(file)
  let at = 2
  while (at + 4 <= file.length) {
    if (file[at] !== 0xff) return false
    const marker = file[at + 1]
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = view.getUint16(at + 2)
    if (length < 2) return false
    at += 2 + length
    if (marker === 0xda) return endsAfter(file, at)
  }
  return false
}

function endsAfter(file: Uint8Array, from: number): boolean {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    if (file[at + 1] === 0xd9) return true
  }
  return false
}
