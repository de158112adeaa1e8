import { type Checked, accepted, refused } from './checked.ts'
import { plainText } from './office-text.ts'

declare const nameBrand: unique symbol
/** A person's name as it is kept and compared. */
export type PersonName = string & { readonly [nameBrand]: true }

/** The many dots people type between the parts of a name: bullets, katakana dots. */
const DOTS = /\s*[\u00B7\u2022\u2027\u2219\u22C5\u25CF\u30FB]\s*/g
/** A full stop counts as such a dot only between Chinese characters: J. Smith keeps his. */
const CHINESE_STOP = /(\p{Script=Han})\s*\.\s*(?=\p{Script=Han})/gu
const CHINESE_GAP = /(\p{Script=Han}) (?=\p{Script=Han})/gu

/**
 * Reads a name as typed: the space that justifies 孙  艳 to three characters goes, the dot of 阿依古丽·买买提 stays and is
 * always '·', Latin names keep single spaces.
 */
export function readPersonName(text: string): Checked<PersonName> {
  const name = plainText(text).replace(DOTS, '·').replace(CHINESE_STOP, '$1·').replace(CHINESE_GAP, '$1')
  if (name === '') return refused({ zh: '姓名为空', en: 'The name is empty' })
  return accepted(name as PersonName)
}

/** Whether two written names are one: width, spaces, the dots between parts and the case of letters say nothing. */
export function isSameName(a: string, b: string): boolean {
  return bareName(a) === bareName(b)
}

function bareName(written: string): string {
  const read = readPersonName(written)
  return read.ok ? read.value.replace(/[· ]/g, '').toUpperCase() : ''
}
