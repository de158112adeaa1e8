import type { Sentence } from '../../../platform/contract/public.ts'
import { type Checked, accepted, refused } from '../../values/public.ts'
import { refusals } from './words.ts'

export const SCREENSHOT_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  pdf: 'application/pdf',
} as const
export type ScreenshotType = (typeof SCREENSHOT_TYPES)[keyof typeof SCREENSHOT_TYPES]

/** What a file input lets somebody choose. */
export const SCREENSHOT_EXTENSIONS = Object.keys(SCREENSHOT_TYPES)
  .map((extension) => `.${extension}`)
  .join(',')

/** A whole screen is some hundred kilobytes; ten of them in one PDF fit as well. */
export const MOST_SCREENSHOT_BYTES = 5 * 1024 * 1024

/** What a file is by its own bytes, never by its name; refused when it is none of the three or has lost its end. */
export function readScreenshot(bytes: Uint8Array): Checked<ScreenshotType> {
  if (bytes.length === 0) return refused(refusals.screenshotEmpty)
  if (bytes.length > MOST_SCREENSHOT_BYTES)
    return refused(refusals.screenshotTooLarge(MOST_SCREENSHOT_BYTES / 1024 / 1024))
  const known = FORMATS.find((format) => format.claims(bytes))
  if (!known) return refused(refusals.screenshotNoImage)
  return known.isWhole(bytes) ? accepted(known.type) : refused(refusals.screenshotCut(known.name))
}

type Format = {
  readonly type: ScreenshotType
  readonly name: Sentence
  readonly claims: (file: Uint8Array) => boolean
  readonly isWhole: (file: Uint8Array) => boolean
}

const same = (text: string): Sentence => ({ zh: text, en: text })
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

const FORMATS: readonly Format[] = [
  {
    type: 'image/png',
    name: same('PNG'),
    claims: (file) => PNG_SIGNATURE.every((byte, at) => file[at] === byte),
    isWhole: pngIsWhole,
  },
  {
    type: 'image/jpeg',
    name: same('JPEG'),
    claims: (file) => file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff,
    isWhole: jpegIsWhole,
  },
  {
    type: 'application/pdf',
    name: same('PDF'),
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
