import { sealedTable, type SealedTables } from '../record/public.ts'

/** What marking keeps that is sealed, and what is not and why. */
export const markingSealed: SealedTables = {
  sealed: [
    sealedTable('marking.mark_sheets', '成绩单', 'mark sheet', { trail: { kind: 'mark-sheet', by: 'id' } }),
    sealedTable('marking.marks', '成绩', 'mark', { trail: { kind: 'mark', by: 'id' } }),
  ],
  unsealed: {},
}
