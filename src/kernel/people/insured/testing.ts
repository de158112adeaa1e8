import { inlineCell, workbookOf } from '../../../platform/office/testing.ts'
import {
  addDays,
  civilDate,
  identityCheckDigit,
  organisationCheckCharacter,
  usccCheckCharacter,
} from '../../values/public.ts'

export const HEADINGS = ['统一社会信用代码', '单位名称', '身份证号', '姓名', '参保起始月', '参保终止月']

/** So many lines of insured staff: people nobody is, each with one spell, some hundreds at each employer. */
export function insuredLines(count: number, employers = 4): string[][] {
  const codes = Array.from({ length: employers }, (_, at) => employerCode(at))
  return Array.from({ length: count }, (_, at) => {
    const born = addDays(civilDate('1960-01-01'), at % 15_000).replaceAll('-', '')
    const first17 = `339901${born}${String(Math.floor(at / 15_000)).padStart(3, '0')}`
    return [
      codes[at % employers]!,
      `丽水演示第${at % employers}有限公司`,
      first17 + identityCheckDigit(first17),
      '余刚涛',
      `20${10 + (at % 12)}-0${1 + (at % 9)}`,
      at % 3 === 0 ? '2022-01' : '',
    ]
  })
}

function employerCode(nth: number): string {
  const organisation = `MA${String(nth).padStart(6, '0')}`
  const first17 = `91339901${organisation}${organisationCheckCharacter(organisation)}`
  return first17 + usccCheckCharacter(first17)
}

/** As the social security office's system writes it: UTF-8 with a mark, a tab before each identity number. */
export function insuredCsv(lines: readonly (readonly string[])[], headings: readonly string[] = HEADINGS): Uint8Array {
  const tabbed = lines.map((line) => line.map((text, at) => (at === 2 && text !== '' ? `\t${text}` : text)))
  return Buffer.from(`\uFEFF${[headings, ...tabbed].map((line) => `${line.join(',')}\r\n`).join('')}`)
}

/** The same list as a workbook; a number stays a number. */
export function insuredWorkbook(lines: readonly (readonly (string | number)[])[]): Uint8Array {
  const cell = (reference: string, value: string | number) =>
    typeof value === 'number' ? `<c r="${reference}"><v>${value}</v></c>` : inlineCell(reference, value)
  const rows = [HEADINGS, ...lines].map((line, row) => {
    const cells = line.map((value, at) => (value === '' ? '' : cell(`${'ABCDEF'[at]}${row + 1}`, value)))
    return `<row r="${row + 1}">${cells.join('')}</row>`
  })
  return workbookOf({ rows: rows.join('') })
}
