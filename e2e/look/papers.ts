import { printPaper } from '../../src/kernel/record/paper/contract.ts'
import { DISTRICT } from '../stage.ts'
import type { Way } from './way.ts'

/** A roster is printed, signed and found again by its code. */
export async function paperIsPrinted({ take, clerk }: Way, classId: string): Promise<void> {
  const papers = { kind: 'class', subjectId: classId }
  const { code } = await clerk(printPaper, { params: { ...papers, form: 'class-roster' }, body: {} })
  await take([
    { name: 'class-papers', by: 'clerk', path: `/classes/${classId}?tab=papers` },
    { name: 'dialog-scan', by: 'clerk', path: `/classes/${classId}?tab=papers`, opens: /^(附上扫描件|Attach a scan)/ },
    {
      name: 'dialog-print-full',
      by: 'clerk',
      path: `/classes/${classId}?tab=papers`,
      opens: /^(打印.完整号码|Print with full)/,
    },
    { name: 'paper-by-code', by: 'clerk', path: `/papers/${code}` },
    { name: 'public-paper', by: null, path: `/${DISTRICT}/r/${code}` },
  ])
}
