import { sealedTable, type SealedTables } from './declared.ts'

/** What the record itself keeps that is sealed, and what is not and why. */
export const recordSealed: SealedTables = {
  sealed: [
    sealedTable('record.acts', '操作记录', 'act', { trail: { kindIn: 'subject_kind', by: 'subject_id' } }),
    sealedTable('record.papers', '表单', 'official form'),
    sealedTable('record.paper_prints', '打印记录', 'printing'),
    sealedTable('record.scans', '扫描件', 'scan'),
    sealedTable('record.scan_strikes', '扫描件作废', 'scan struck out'),
    sealedTable('record.emptyings', '到期清理', 'emptying', { trail: { kindIn: 'subject_kind', by: 'subject_id' } }),
    sealedTable('record.emptied_rows', '到期清理的记录', 'row that was emptied'),
    sealedTable('record.reveals', '查看事项', 'what a reveal was for'),
  ],
  unsealed: {
    'record.seal_heads': 'where sealing stands; it moves, and is compared with the seals',
    'record.seals': 'the seals themselves: signed, and kept outside',
    'record.leaves': 'the leaves themselves',
    'record.subtrees': 'computed from the leaves',
    'record.sealed_forms': 'a leaf that is read by another form has another hash',
    'record.resealings': 'where writing values anew under a key stands; it moves',
    'record.archives':
      'made to be taken out, and its status moves; who asked for, made, cancelled and took out what are acts',
    'record.verifications': 'what was compared, not what happened; who asked is an act',
  },
}

/** What the plumbing keeps, which knows of no record. */
export const PLUMBING_UNSEALED: SealedTables = {
  sealed: [],
  unsealed: {
    'numbering.series': 'a counter; the numbers stand in sealed rows',
    'files.files': 'bytes named by their hash; sealed rows hold the hash',
    'clock.offsets': 'a demonstration’s date; it moves',
    'reference.calendar_changes':
      'changes of the calendar of working days, shown on its page; no money rests on one alone',
  },
}
