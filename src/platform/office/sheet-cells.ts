import { withoutDirections } from '../http/directions.ts'
import type { Cell, Worksheet } from 'exceljs'

/**
 * Puts a string where it can only ever be text: typed as a string, in text format, with the characters that XML cannot
 * carry stored the workbook's own way, and without marks that turn it around: a sheet that comes back is read by others.
 */
export function putText(cell: Cell, text: string): void {
  cell.value = storedText(text)
  cell.numFmt = '@'
}

function storedText(text: string): string {
  return (
    withoutDirections(text)
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
      .replace(
        /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g,
        (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      )
      .slice(0, 32_767)
  )
}

/** How wide a text is on paper: a Chinese character takes two places. */
export function textWidth(text: string): number {
  return Math.max(...text.split('\n').map((line) => [...line].reduce((n, c) => n + (c > '\u2e7f' ? 2 : 1), 0)))
}

/** A4 landscape, as many pages high as needed and one wide. */
export function setUpPage(sheet: Worksheet, frozenRows: number): void {
  sheet.views = [{ state: 'frozen', ySplit: frozenRows }]
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  sheet.pageSetup.printTitlesRow = `${frozenRows}:${frozenRows}`
}

/** A sheet's name as Excel accepts it. */
export function sheetTitle(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, 31)
      .trim() || 'Sheet1'
  )
}
