import { sealedTable, type SealedTables } from '../record/public.ts'

/** What credentials keeps that is sealed, and what is not and why. */
export const credentialsSealed: SealedTables = {
  sealed: [
    sealedTable('credentials.certificates', '证书', 'certificate', {
      apart: { superseded_by: 'set once by the next certificate, which is sealed' },
      trail: { kind: 'certificate', by: 'id' },
    }),
    sealedTable('credentials.look_ups', '证书查询', 'look-up of certificates', {
      trail: { kind: 'certificate-look-up', by: 'id' },
    }),
    sealedTable('credentials.look_up_lines', '查询结果', 'line of a look-up', {
      trail: { kind: 'certificate-look-up', by: 'look_up_id' },
    }),
    sealedTable('credentials.look_up_screenshots', '查询截图', 'screenshot of a look-up', {
      trail: { kind: 'certificate-look-up', by: 'look_up_id' },
    }),
    sealedTable('credentials.screenshots', '截图', 'screenshot', {
      trail: { kind: 'certificate-screenshot', by: 'id' },
    }),
  ],
  unsealed: {},
}
