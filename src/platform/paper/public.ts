export { FRAME, layOut, type Page } from './layout.ts'
export {
  type Chrome,
  keptPaper,
  PAPER_STYLE,
  paperDocument,
  paperNote,
  PRINT_SCRIPT,
  type PrintedPage,
  qrPath,
} from './Paper.html.tsx'
export type { Block, Cell, GridRow, Orientation, Sheet } from './sheet.ts'
