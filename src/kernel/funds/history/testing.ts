import iconv from 'iconv-lite'
import * as XLSX from '@e965/xlsx'
import { csvOf } from '../../../platform/office/public.ts'
import { inlineCell, workbookOf } from '../../../platform/office/testing.ts'
import { addDays, civilDate, identityCheckDigit } from '../../values/public.ts'

/** An identity number nobody has. */
export function nobodys(nth: number): string {
  const born = addDays(civilDate('1962-01-01'), nth % 14_000).replaceAll('-', '')
  const first17 = `339901${born}${String(500 + Math.floor(nth / 14_000)).padStart(3, '0')}`
  return first17 + identityCheckDigit(first17)
}

export const HEADINGS = [
  '序号',
  '姓名',
  '身份证号',
  '补贴项目',
  '职业(工种)',
  '等级',
  '证书编号',
  '补贴金额(元)',
  '发放日期',
  '领取单位/收款人',
  '备注',
]

export type Line = readonly (string | number)[]

/** A usual line of a ledger; what matters to a test is given. */
export function line(
  nth: number,
  over: {
    identity?: string
    family?: string
    occupation?: string
    level?: string
    certificate?: string
    amount?: string | number
    paidOn?: string
    payee?: string
    name?: string
  } = {},
): Line {
  return [
    String(nth),
    over.name ?? '余刚涛',
    over.identity ?? nobodys(nth),
    over.family ?? '职业培训补贴',
    over.occupation ?? '养老护理员',
    over.level ?? '五级',
    over.certificate ?? '',
    over.amount ?? '1000',
    over.paidOn ?? '2021-05-20',
    over.payee ?? '余刚涛',
    over.identity ? '' : '现金',
  ]
}

export const csv = (lines: readonly Line[]): Uint8Array => Buffer.from(csvOf(lines as (string | number)[][]))
export const gbk = (lines: readonly Line[]): Uint8Array =>
  iconv.encode(lines.map((each) => each.join(',')).join('\r\n'), 'gbk')

const letters = 'ABCDEFGHIJKLMNOP'

/** A sheet with merged cells; a number stays a number. */
export function workbook(
  lines: readonly Line[],
  merges: readonly string[] = [],
  further: readonly Line[] = [],
): Uint8Array {
  const rowsOf = (given: readonly Line[]) =>
    given
      .map((each, at) => {
        const cells = each.map((value, column) => {
          const place = `${letters[column]}${at + 1}`
          if (value === '') return ''
          return typeof value === 'number' ? `<c r="${place}"><v>${value}</v></c>` : inlineCell(place, value)
        })
        return `<row r="${at + 1}">${cells.join('')}</row>`
      })
      .join('')
  const tail =
    merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
  return workbookOf({
    sheets: [
      { name: '台账', rows: rowsOf(lines) },
      { name: 'Sheet2', rows: rowsOf(further) },
    ],
    tail,
  })
}

/** The same as an Excel 97 workbook. */
export function xls(lines: readonly Line[], merges: readonly string[] = []): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(lines.map((each) => [...each]))
  sheet['!merges'] = merges.map((ref) => XLSX.utils.decode_range(ref))
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '台账')
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)
}
