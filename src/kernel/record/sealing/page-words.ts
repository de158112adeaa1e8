import type { Sentence } from '../../../platform/contract/public.ts'

/** Sentences of the page of seals, of the settlement sheets and of the steps of a trail. */
export const pageWords = {
  title: { zh: '封存与核验', en: 'Seals and verification' },
  meta: {
    zh: '新增记录每分钟封存一次,签名后另存库外。核验把每一行与封存时的样子、每个数与其来源重新比一遍,被改动、删除、插入的逐一点名。不显示个人信息。',
    en: 'What is written is sealed every minute, signed, and kept outside the database. Verification compares every row with how it was sealed and every figure with what it comes from, and names what was changed, deleted or put in. Nothing personal is shown.',
  },
  run: { zh: '开始核验', en: 'Verify now' },
  print: { zh: '打印', en: 'Print' },
  asked: { zh: '已排队,马上开始。可以离开本页。', en: 'Queued; it starts at once. You may leave this page.' },
  underWay: {
    zh: '正在核验,请等这一次完成后再开始。',
    en: 'A verification is under way; wait for it to end before starting another.',
  },
  nowRunning: (title: string, compared: string): Sentence => ({
    zh: `正在核验:${title},已核对 ${compared} 行。可以离开本页,完成后结果留在这里。`,
    en: `Verifying: ${title}, ${compared} rows so far. You may leave this page; the result stays here.`,
  }),
  waitingToRun: { zh: '核验即将开始。', en: 'The verification is about to start.' },
  brokenOff: {
    zh: '上一次核验中断了(服务重启或数据库断开),没有结果。请再开始一次。',
    en: 'The last verification was broken off (restart, or the database was away) and has no result. Start it again.',
  },
  never: {
    zh: '还没有核验过。按“开始核验”,结果和每一处不符都会列在这里。',
    en: 'Nothing has been verified yet. Press Verify now: the result, and each difference, is listed here.',
  },
  lastSeal: { zh: '最近封存', en: 'Last seal' },
  noSeal: { zh: '还没有封存。', en: 'Nothing is sealed yet.' },
  sealLine: (number: number, size: string, root: string, at: string): Sentence => ({
    zh: `第 ${number} 号 · 共 ${size} 行 · 根 ${root} · ${at}`,
    en: `No. ${number} · ${size} rows · root ${root} · ${at}`,
  }),
  printed: (number: number, size: string, root: string, at: string): Sentence => ({
    zh: `记录封存检查点:第 ${number} 号,共 ${size} 行,根 ${root},${at}`,
    en: `Checkpoint of the sealed record: no. ${number}, ${size} rows, root ${root}, ${at}`,
  }),
  outside: { zh: '库外检查点', en: 'Checkpoints outside' },
  outsideUpTo: (number: number): Sentence => ({ zh: `已存到第 ${number} 号`, en: `kept up to no. ${number}` }),
  outsideBehind: (number: number, last: number): Sentence => ({
    zh: `只存到第 ${number} 号,最近封存是第 ${last} 号。几分钟后仍如此,请管理员查看检查点文件夹能否写入。`,
    en: `kept only up to no. ${number}; the last seal is no. ${last}. If it stays so, have the administrator look whether the folder of checkpoints can be written.`,
  }),
  key: { zh: '签名密钥', en: 'Signing key' },
  allWell: (rows: string): Sentence => ({
    zh: `${rows} 行核对,0 处不符`,
    en: `${rows} rows compared, nothing differs`,
  }),
  differing: (rows: string, count: string): Sentence => ({
    zh: `${rows} 行核对,${count} 处不符`,
    en: `${rows} rows compared, ${count} differ`,
  }),
  doneBy: (at: string, post: string, name: string): Sentence => ({
    zh: `${at} 完成 · ${post} ${name} 发起`,
    en: `done ${at} · asked for by ${post} ${name}`,
  }),
  waiting: (count: string): Sentence => ({
    zh: `另有 ${count} 行刚写入,尚待封存。`,
    en: `${count} more rows were just written and wait for their seal.`,
  }),
  differences: { zh: '不符之处', en: 'What differs' },
  what: { zh: '哪一行,怎么不符', en: 'Which row, and how' },
  where: { zh: '表', en: 'Table' },
  walk: { zh: '看它的来龙去脉', en: 'Walk its trail' },
  more: (count: string): Sentence => ({ zh: `还有 ${count} 处,未一一列出。`, en: `${count} more are not listed.` }),
  comparisons: { zh: '比了什么', en: 'What was compared' },
  allSealed: (tables: number): Sentence => ({
    zh: `全部封存记录(${tables} 类)`,
    en: `All sealed rows (of ${tables} kinds)`,
  }),
  asSealed: { zh: '封存时的样子', en: 'how each was sealed' },
  byKind: { zh: '按种类查看', en: 'Kind by kind' },
  subject: { zh: '对象', en: 'What' },
  against: { zh: '与什么比', en: 'With what' },
  compared: { zh: '核对', en: 'Compared' },
  differ: { zh: '不符', en: 'Differ' },
  sealedUnder: (number: number, root: string, at: string): Sentence => ({
    zh: `已封存:第 ${number} 号封存,根 ${root},${at}`,
    en: `Sealed: seal no. ${number}, root ${root}, ${at}`,
  }),
  notYet: { zh: '尚未封存:新增记录每分钟封存一次。', en: 'Not sealed yet: what is written is sealed every minute.' },
  proof: { zh: '下载封存证明', en: 'Download the proof' },
} as const
