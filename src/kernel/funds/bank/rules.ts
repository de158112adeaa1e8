import { decode, encode } from 'iconv-lite'
import type { Sentence } from '../../../platform/contract/public.ts'
import { formatYuan, maskName } from '../../values/public.ts'
import { words } from './words.ts'

/** What a column of the bank's list holds. */
export type BankField =
  | 'lineNumber'
  | 'payeeName'
  | 'accountNumber'
  | 'bankName'
  | 'amountYuan'
  | 'purpose'
  | 'reference'

/** What every form of a list says: the parameter `bank.batchFile`, frozen with the batch. */
type AnyForm = {
  readonly lineEnd: '\r\n' | '\n'
  /** {batchNumber} and {date} are filled in. */
  readonly fileName: string
}

type SeparatedColumn = {
  readonly field: BankField
  readonly header: string
  /** The most bytes that the bank takes in this column, in the list's own encoding; unlimited where it is not said. */
  readonly longest?: number | undefined
}

type FixedColumn = {
  readonly field: BankField
  readonly header: string
  /** Bytes in the list's own encoding; what is shorter is filled up. */
  readonly width: number
  readonly align?: 'left' | 'right' | undefined
  readonly fill?: ' ' | '0' | undefined
}

/** The form of the list a county's bank reads: values between separators, or columns of so many bytes each. */
export type BankFileTemplate =
  | (AnyForm & {
      readonly format: 'csv'
      readonly encoding: 'gbk' | 'utf-8-bom' | 'utf-8'
      readonly separator: ',' | ';' | '\t' | '|'
      readonly header: boolean
      readonly columns: readonly SeparatedColumn[]
    })
  | (AnyForm & {
      readonly format: 'fixed'
      readonly encoding: 'gbk' | 'utf-8'
      readonly header: false
      readonly columns: readonly FixedColumn[]
    })

/** One payment as the bank is told of it: the account in clear. */
export type BankRow = {
  readonly position: number
  readonly payeeName: string
  readonly accountNumber: string
  readonly bankName: string
  readonly amountFen: bigint
  readonly purpose: string
  readonly reference: string
}

/**
 * The bytes of the bank's list: a function of the frozen rows and the frozen form, and of nothing else. Rows stand by
 * position, in whatever order they are given. Nothing is quoted or neutralised: the bank reads names and amounts as they
 * are, so a text that would need it is refused by `unwritable` before a batch is frozen.
 */
export function bankFileBytes(rows: readonly BankRow[], template: BankFileTemplate): Uint8Array {
  const inOrder = [...rows].sort((a, b) => a.position - b.position)
  if (template.format === 'fixed') {
    const text = inOrder
      .map((row) => template.columns.map((column) => filledUp(fieldText(row, column.field), column, template)).join(''))
      .map((line) => `${line}${template.lineEnd}`)
      .join('')
    return new Uint8Array(encode(text, codingOf(template)))
  }
  const lines = inOrder.map((row) => template.columns.map(({ field }) => fieldText(row, field)))
  const header = template.header ? [template.columns.map((column) => column.header)] : []
  const text = [...header, ...lines].map((line) => `${line.join(template.separator)}${template.lineEnd}`).join('')
  return new Uint8Array(encode(text, codingOf(template), { addBOM: template.encoding === 'utf-8-bom' }))
}

/** ('100.00', 8 bytes, to the right) → '  100.00'. What is longer is refused before a batch is frozen. */
function filledUp(text: string, column: FixedColumn, template: BankFileTemplate): string {
  const room = (column.fill ?? ' ').repeat(Math.max(0, column.width - bytesOf(text, template)))
  return column.align === 'right' ? room + text : text + room
}

/** The name of the list: only what the form fills in is variable. `date` is the day of freezing, YYYY-MM-DD. */
export function bankFileName(template: BankFileTemplate, batch: { number: string; date: string }): string {
  return template.fileName.replaceAll('{batchNumber}', batch.number).replaceAll('{date}', batch.date)
}

/** The texts of the list, back from its bytes: what the bank sees, column by column. */
export function readBankFile(bytes: Uint8Array, template: BankFileTemplate): Readonly<Record<BankField, string>>[] {
  if (template.format === 'fixed') return readFixed(bytes, template.columns, template)
  const lines = decode(bytes, codingOf(template))
    .split(template.lineEnd)
    .filter((line) => line !== '')
    .slice(template.header ? 1 : 0)
  return lines.map((line) => {
    const cells = line.split(template.separator)
    return Object.fromEntries(template.columns.map(({ field }, at) => [field, cells[at] ?? ''])) as Record<
      BankField,
      string
    >
  })
}

function readFixed(bytes: Uint8Array, columns: readonly FixedColumn[], template: BankFileTemplate) {
  const coding = codingOf(template)
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const step = whole + template.lineEnd.length
  return Array.from({ length: Math.floor(bytes.length / step) }, (_, nth) => {
    let from = nth * step
    return Object.fromEntries(
      columns.map(({ field, width, fill = ' ', align }) => {
        const text = decode(bytes.subarray(from, from + width), coding)
        from += width
        const ends = align === 'right' ? new RegExp(`^[${fill}]+`) : new RegExp(`[${fill}]+$`)
        return [field, text.replace(ends, '')]
      }),
    ) as Record<BankField, string>
  })
}

const BEGINS_LIKE_A_FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

/** Why a text cannot stand in this bank's list as it is, in words that end a sentence; undefined when it can. */
export function unwritable(text: string, template: BankFileTemplate): Sentence | undefined {
  if (text.trim() === '') return words.unwritable.empty
  if (BEGINS_LIKE_A_FORMULA.test(text)) return words.unwritable.formula(text.trim().charAt(0))
  if (template.format === 'csv' && text.includes(template.separator))
    return words.unwritable.separator(template.separator)
  if (/["\u0000-\u001f\u007f\u2028\u2029]/.test(text)) return words.unwritable.marks
  const coding = codingOf(template)
  const lost = [...text].find((character) => decode(encode(character, coding), coding) !== character)
  return lost === undefined ? undefined : words.unwritable.encoding(lost, template.encoding.toUpperCase())
}

/** A payment, or as much of one as is known before its batch is made. */
export type ToBeListed = Partial<BankRow> & Pick<BankRow, 'position' | 'payeeName'>

/** What the list cannot hold: whose value (null: the purpose, which is not one person's), why, and what to do. */
export type BankListProblem = {
  readonly position: number | null
  readonly field: BankField
  readonly sentence: Sentence
}

/**
 * Everything in these payments that this bank's list cannot hold. Asked when a claim is assembled, at both reviews and
 * when a batch is frozen: what one of them lets pass, the next does too. Only columns the list has are looked at.
 */
export function bankListProblems(payments: readonly ToBeListed[], template: BankFileTemplate): BankListProblem[] {
  const purposes = new Set<string>()
  return payments.flatMap((payment) =>
    template.columns.flatMap((column): BankListProblem[] => {
      const { field } = column
      const why = unlistable(payment, field, 'width' in column ? column.width : column.longest, template)
      if (!why) return []
      if (field !== 'purpose') {
        const who = { position: payment.position, name: maskName(payment.payeeName) }
        return [{ position: payment.position, field, sentence: words.cannotList(field, why, who) }]
      }
      if (purposes.has(payment.purpose ?? '')) return []
      purposes.add(payment.purpose ?? '')
      return [{ position: null, field, sentence: words.cannotList(field, why) }]
    }),
  )
}

function unlistable(payment: ToBeListed, field: BankField, longest: number | undefined, template: BankFileTemplate) {
  if (field === 'lineNumber') return undefined
  const value = payment[field === 'amountYuan' ? 'amountFen' : field]
  if (value === undefined) return undefined
  const text = typeof value === 'bigint' ? plainYuan(value) : value
  const why = unwritable(text, template)
  if (why || longest === undefined) return why
  const bytes = bytesOf(text, template)
  return bytes > longest ? words.unwritable.tooLong(bytes, longest) : undefined
}

const bytesOf = (text: string, template: BankFileTemplate) => encode(text, codingOf(template)).length

/** 100000n → '1000.00': no thousands mark, which the list's own separator would break. */
function plainYuan(amountFen: bigint): string {
  return formatYuan(amountFen).replaceAll(',', '')
}

function fieldText(row: BankRow, field: BankField): string {
  if (field === 'lineNumber') return String(row.position)
  if (field === 'amountYuan') return plainYuan(row.amountFen)
  return row[field]
}

function codingOf(template: BankFileTemplate): 'gbk' | 'utf-8' {
  return template.encoding === 'gbk' ? 'gbk' : 'utf-8'
}
