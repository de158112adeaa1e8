/** Sentences of the proof of one row. */
export const proofWords = {
  rowDiffers: {
    zh: '这一行与封存时的样子不符,不能开具证明。请告诉审计人员运行核验。',
    en: 'This row is not what was sealed, and no proof can be given. Tell the auditor to run the verification.',
  },
  emptied: {
    zh: '这一行的个人信息到期清空了,不能再开具原文的证明。清理记录本身可以开具。',
    en: 'What this row said of people was emptied when its years were over; only the emptying itself can be proved.',
  },
  treeBroken: {
    zh: '封存的叶或子树有缺失,不能开具证明。请告诉审计人员运行核验。',
    en: 'Leaves or subtrees of the seals are missing, and no proof can be given. Tell the auditor to run the verification.',
  },
  notSealed: {
    zh: '这一行还没有封存。新增的记录每分钟封存一次,请稍候再试。',
    en: 'This row is not sealed yet. What is written is sealed every minute; try again shortly.',
  },
} as const
