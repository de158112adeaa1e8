import type { Sentence } from '../src/platform/contract/public.ts'

export const tell = ({ zh, en }: Sentence) => console.log(`${zh}\n${en}`)

/** Ends the command with one sentence. */
export function giveUp({ zh, en }: Sentence): never {
  console.error(`${zh}\n${en}`)
  process.exit(1)
}

export const commandWords = {
  backupUsage: {
    zh: '用法:npm run backup -- <备份目录>(最好在另一块磁盘上)',
    en: 'Usage: npm run backup -- <folder> (best on another disk)',
  },
  restoreUsage: {
    zh: '用法:npm run restore -- <备份目录> [--until "2026-11-26 10:31:00"](北京时间)',
    en: 'Usage: npm run restore -- <folder> [--until "2026-11-26 10:31:00"] (China time)',
  },
  ownDatabase: {
    zh: '设置了 DATABASE_URL:单位自己的 PostgreSQL 请用 pg_basebackup 或 pgBackRest 备份,见 docs/how-to/backup.md。',
    en: 'DATABASE_URL is set: back up your own PostgreSQL with pg_basebackup or pgBackRest, see docs/how-to/backup.md.',
  },
  backedUp: (place: string, files: number, megabytes: number): Sentence => ({
    zh: `已备份到 ${place}(${files} 个文件,${megabytes} MB);从现在起日志也归档到那里,可以恢复到此后的任一时刻。`,
    en: `Backed up to ${place} (${files} files, ${megabytes} MB); the log is kept there too from now on: every later moment can be restored.`,
  }),
  sameDisk: {
    zh: '注意:备份目录与数据在同一块磁盘上,磁盘坏了两者都会丢;请换到另一块磁盘,或再复制一份到别处。',
    en: 'Mind: the folder is on the same disk as the data and would be lost with it; choose another disk, or copy it elsewhere.',
  },
  keysElsewhere: (path: string): Sentence => ({
    zh: `密钥不在备份里:${path} 请另存一份到别处(不要与备份放在一起);没有它,备份里的证件号、电话、账号永远打不开。`,
    en: `The keys are not in the backup: keep a copy of ${path} elsewhere, apart from it. Without it nobody ever opens the identity numbers, phones and accounts of the backup.`,
  }),
  restored: (place: string, tables: number, rows: number): Sentence => ({
    zh: `已恢复到 ${place}:${tables} 张表,${rows} 行。`,
    en: `Restored to ${place}: ${tables} tables, ${rows} rows.`,
  }),
  verified: {
    zh: '核对无误:数据页与索引完整,各预算科目余额与流水一致。',
    en: 'Verified: pages and indexes are whole, every budget balance agrees with its transfers.',
  },
  notVerified: (problems: number): Sentence => ({
    zh: `核对发现 ${problems} 处不一致(见上);请不要启用,换一份备份或另一个时刻再试。`,
    en: `${problems} things do not agree (above); do not put it into use, try another backup or another moment.`,
  }),
  bringKeys: (path: string): Sentence => ({
    zh: `启动前请把另存的密钥文件放回 ${path}。`,
    en: `Before you start, put the key file you keep elsewhere back to ${path}.`,
  }),
  backUpAgain: {
    zh: '密钥放回后请执行 npm run verify,与库外的检查点核对;再重新执行 npm run backup:新的日志要有新的备份作起点。',
    en: 'When the keys are back, run npm run verify against the checkpoints kept outside; then npm run backup again: the new log needs a new backup to begin from.',
  },
} as const
