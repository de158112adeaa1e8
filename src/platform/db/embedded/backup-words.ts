import type { Sentence } from '../../contract/public.ts'

/** An instant as an operator reads it, in China's time. */
const shown = (at: Date) => `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')}`

export const backupWords = {
  notHere: {
    zh: '内置数据库的备份命令不支持 Windows;请改用自己的 PostgreSQL 及其备份工具(见 docs/how-to/backup.md)。',
    en: 'The built-in database has no backup command under Windows; use your own PostgreSQL and its tools (docs/how-to/backup.md).',
  },
  restartFirst: {
    zh: '数据库是旧版程序启动的,还不能归档日志;请执行 npm run stop,再 npm start 一次,然后重新备份。',
    en: 'The database was started by an older program and cannot archive its log yet; run npm run stop and npm start once, then back up again.',
  },
  unreachable: (folder: string): Sentence => ({
    zh: `运行数据库的用户写不进 ${folder};请放开其上级目录的通行权限(chmod o+x),或换一个目录。`,
    en: `The database's user cannot write to ${folder}; let others pass through the folders above it (chmod o+x), or choose another.`,
  }),
  insideData: (folder: string): Sentence => ({
    zh: `备份目录 ${folder} 在数据目录里面,数据坏了备份也就没了;请换到别的磁盘。`,
    en: `The backup folder ${folder} lies inside the data; it would be lost with it. Choose one on another disk.`,
  }),
  anothersBackups: (folder: string): Sentence => ({
    zh: `目录 ${folder} 里是另一个数据库的备份;请换一个空目录。`,
    en: `The folder ${folder} holds the backups of another database; choose an empty one.`,
  }),
  notArchived: (folder: string, failed: string): Sentence => ({
    zh: `半分钟内日志没有归档到 ${folder}(最近失败:${failed || '无'});请检查磁盘空间和权限后重新备份。`,
    en: `The log did not reach ${folder} within half a minute (last failure: ${failed || 'none'}); check space and permissions, then back up again.`,
  }),
  tablespaces: {
    zh: '数据库使用了表空间,内置备份不支持;请用 pg_basebackup。',
    en: 'The database uses tablespaces, which this backup does not know; use pg_basebackup.',
  },
  noBackup: (folder: string): Sentence => ({
    zh: `目录 ${folder} 里没有完整的备份;请核对路径(应是 npm run backup 用的那个目录)。`,
    en: `There is no complete backup in ${folder}; check the path (it is the folder npm run backup was given).`,
  }),
  tooEarly: (earliest: Date): Sentence => ({
    zh: `最早只能恢复到 ${shown(earliest)}(那份备份完成的下一秒);请给出不早于它的时刻。`,
    en: `The earliest moment that can be restored is ${shown(earliest)} China time (the second after that backup was complete); name one not before it.`,
  }),
  notAMoment: (text: string): Sentence => ({
    zh: `“${text}”不是时刻;请写成 "2026-11-26 10:31:00"(北京时间)。`,
    en: `“${text}” is no moment; write "2026-11-26 10:31:00" (China time).`,
  }),
  notEmpty: (directory: string): Sentence => ({
    zh: `${directory} 里已有数据,不会覆盖;请先把它移走,或用 SHANJIANG_DATA 指定一个空目录。`,
    en: `There is data in ${directory}, which is not overwritten; move it away, or name an empty folder in SHANJIANG_DATA.`,
  }),
  otherVersion: (found: string, wanted: string): Sentence => ({
    zh: `备份来自 PostgreSQL ${found},本机内置的是 ${wanted};请用当时的程序版本恢复。`,
    en: `The backup is of PostgreSQL ${found}, the built-in one is ${wanted}; restore it with the program of that time.`,
  }),
  damaged: (path: string): Sentence => ({
    zh: `备份中的 ${path} 与备份时不一样(损坏或被改动),没有恢复;请换一份备份。`,
    en: `${path} is not what it was when it was backed up (damaged, or changed); nothing was restored. Use another backup.`,
  }),
  notRecovered: {
    zh: '数据库没有恢复成功,原来的备份没有改动;日志末尾如下。',
    en: 'The database did not recover; the backup is unchanged. The end of its log follows.',
  },
  endedBefore: (until: Date, last: string): Sentence => ({
    zh: `归档的日志在 ${shown(until)} 之前就结束了;已恢复到最后一笔(${last || '备份完成时'})。`,
    en: `The archived log ends before ${shown(until)}; restored to its very last transaction (${last || 'when the backup was complete'}).`,
  }),
} as const
