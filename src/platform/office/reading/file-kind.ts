import type { FileKind } from '../grid.ts'
import { refuse } from '../unreadable-file.ts'
import type { OtherThing } from '../words.ts'

const MAGIC: readonly (readonly [hex: string, FileKind | OtherThing])[] = [
  ['504b0304', 'xlsx'],
  ['d0cf11e0a1b11ae1', 'xls'],
  ['255044462d', 'pdf'],
  ['89504e470d0a1a0a', 'image'],
  ['ffd8ff', 'image'],
  ['474946383', 'image'],
  ['49492a00', 'image'],
  ['4d4d002a', 'image'],
  ['424d', 'image'],
  ['52494646', 'image'],
  ['7b5c727466', 'word'],
  ['526172211a07', 'archive'],
  ['377abcaf271c', 'archive'],
  ['1f8b', 'archive'],
  // A zip that is split or holds nothing.
  ['504b', 'archive'],
]

/** What the bytes are, whatever the file is called. Anything that is not one of the three kinds is refused by name. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw refuse('empty')
  const hex = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  const kind = MAGIC.find(([magic]) => hex.startsWith(magic))?.[1]
  if (kind === 'xlsx' || kind === 'xls') return kind
  if (kind !== undefined && kind !== 'csv') {
    // Two letters are too few to call a text a picture: BM may begin a header, so ask for a byte no text has.
    if (kind !== 'image' || hex.slice(0, 4) !== '424d' || hasBinary(bytes)) throw refuse('not-a-spreadsheet', kind)
  }
  return textKind(bytes)
}

function textKind(bytes: Uint8Array): 'csv' {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!wide && hasBinary(bytes)) throw refuse('not-a-spreadsheet', 'other')
  const opening = Buffer.from(bytes.subarray(0, 2048))
    .toString(wide && bytes[0] === 0xff ? 'utf16le' : 'latin1')
    .replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '')
    .trimStart()
    .toLowerCase()
  if (/^(?:<!doctype html|<(?:html|head|meta|style|body|table|div|script)[\s>]|mime-version:)/.test(opening))
    throw refuse('html')
  if (opening.startsWith('<?xml') || opening.startsWith('<workbook')) {
    if (opening.includes('<html')) throw refuse('html')
    if (opening.includes('office:spreadsheet')) throw refuse('xml-table')
    throw refuse('not-a-spreadsheet', 'other')
  }
  return 'csv'
}

/** Control bytes that no text in UTF-8 or GBK holds. */
function hasBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 65_536)
  for (let i = 0; i < end; i++) {
    const b = bytes[i] ?? 0
    if (b < 9 || (b > 13 && b < 32 && b !== 0x1a && b !== 0x1b)) return true
  }
  return false
}
