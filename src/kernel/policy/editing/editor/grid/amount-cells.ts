import type { Sentence } from '../../../../../platform/contract/public.ts'
import {
  type Checked,
  accepted,
  compactText,
  FEN_LIMIT,
  formatYuan,
  parseYuan,
  plainText,
  refused,
} from '../../../../values/public.ts'

/** How amounts are shown, typed and copied: yuan, or ten thousands of them. */
export const UNITS = ['yuan', 'wan'] as const
export type Unit = (typeof UNITS)[number]

/** What a cell of a price list holds: whole fen; or a text that is no amount, kept until somebody puts it right. */
export type Held = number | string

const WAN_TEXT = /^¥?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,6}))?$/
const FEN_OF_WAN = 1_000_000n

/** Reads an amount as offices type it, in the unit of the grid or in the one that stands behind the figure: 1,800、1.8万元、¥1800.50. Whole fen. */
export function readAmount(text: string, unit: Unit = 'yuan'): Checked<number> {
  const typed = compactText(text)
  const named = /^(.*?)(万元?|元)$/.exec(typed)
  const figure = named?.[1] ?? typed
  const inWan = named ? named[2]!.startsWith('万') : unit === 'wan'
  const read = inWan ? readWan(figure, typed) : parseYuan(figure)
  const said = plainText(text)
  if (!read.ok)
    return refused({
      zh: `“${said}”不是金额,应写成 1000、1,000.00 或 0.1万`,
      en: `“${said}” is no amount: write it like 1000 or 1,000.00`,
    })
  if (read.value < 0n) return refused({ zh: `“${said}”小于 0,金额不能是负数`, en: `“${said}” is less than nothing` })
  if (read.value >= FEN_LIMIT)
    return refused({ zh: `“${said}”太大,请核对是否多写了零`, en: `“${said}” is too large: check the zeros` })
  return accepted(Number(read.value))
}

function readWan(figure: string, typed: string): Checked<bigint> {
  const parts = WAN_TEXT.exec(figure)
  if (!parts) return refused({ zh: typed, en: typed })
  const [, whole = '', decimals = ''] = parts
  return accepted(BigInt(whole.replaceAll(',', '')) * FEN_OF_WAN + BigInt(decimals.padEnd(6, '0')))
}

/** 1,800.00; in ten thousands as many decimals as the fen need: 0.18 */
export function amountText(held: Held, unit: Unit = 'yuan'): string {
  if (typeof held === 'string') return held
  if (unit === 'yuan') return formatYuan(BigInt(held))
  const fen = BigInt(held)
  const decimals = (fen % FEN_OF_WAN).toString().padStart(6, '0').replace(/0+$/, '')
  const whole = (fen / FEN_OF_WAN).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === '' ? whole : `${whole}.${decimals}`
}

/** The same without thousands separators, as a spreadsheet takes it. */
export function plainAmount(held: Held, unit: Unit): string {
  return typeof held === 'string' ? held : amountText(held, unit).replaceAll(',', '')
}

/** What a cell comes to hold: nothing, whole fen, or the text itself where it is no amount. */
export function heldFrom(text: string, unit: Unit): Held | undefined {
  if (compactText(text) === '') return undefined
  const read = readAmount(text, unit)
  return read.ok ? read.value : text.trim()
}

/** Whole fen as somebody would type them. */
const yuanOf = (fen: number) => (fen < 0 ? `-${formatYuan(BigInt(-fen))}` : formatYuan(BigInt(fen)))

/** What is wrong with what a cell holds. */
export function wrongWith(held: Held): Sentence | undefined {
  if (typeof held === 'number' && Number.isSafeInteger(held) && held >= 0 && BigInt(held) < FEN_LIMIT) return undefined
  const read = readAmount(typeof held === 'number' && Number.isSafeInteger(held) ? yuanOf(held) : held.toString())
  return read.ok ? { zh: `“${held}”须重新填写`, en: `“${held}” has to be typed anew` } : read.problems[0]
}
