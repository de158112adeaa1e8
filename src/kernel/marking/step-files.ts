import { idsOf, type StepFiles } from '../record/public.ts'
import { findMarkSheet } from './store.ts'
import { words } from './words.ts'

/** Sheets of marks as they came: they name everybody who was assessed, with their numbers. */
export const markingFiles: StepFiles = {
  tables: ['marking.mark_sheets'],
  staysHere: {},
  async of(tx, places) {
    const files: Awaited<ReturnType<StepFiles['of']>> = []
    for (const id of idsOf(places, 'mark-sheet')) {
      const sheet = await findMarkSheet(tx, id)
      if (sheet)
        files.push({
          at: { kind: 'mark-sheet', id },
          fileId: sheet.fileId,
          title: words.sheetTitle(sheet.fileName, sheet.version),
          of: [sheet.assessment],
          bearsNumbers: true,
        })
    }
    return files
  },
}
