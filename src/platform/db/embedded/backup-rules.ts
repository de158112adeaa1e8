import type { Sentence } from '../../contract/public.ts'
import { backupWords } from './backup-words.ts'

/** One file of a base backup. */
export type BackedUpFile = { readonly path: string; readonly size: number; readonly sha256: string }

/** What `backup.json` of a base backup says: everything that is needed to trust it and to choose it. */
export type Backup = {
  /** The folder it lies in. */
  readonly name: string
  readonly majorVersion: string
  readonly systemIdentifier: string
  /** The first part of the log that belongs to it; later ones carry it on. */
  readonly firstWal: string
  readonly startedAt: string
  readonly stoppedAt: string
  readonly directories: readonly string[]
  readonly files: readonly BackedUpFile[]
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2}(?:\.\d{1,6})?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/

/** A moment as an operator types it; in China's time unless a zone is given. */
export function readMoment(text: string): Date | undefined {
  const found = MOMENT.exec(text.trim())
  if (!found) return undefined
  const [, day, minute, second = ':00', zone = '+08:00'] = found
  const at = new Date(`${day}T${minute}${second}${/^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone}`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

type Chosen = { readonly ok: true; readonly backup: Backup } | { readonly ok: false; readonly sentence: Sentence }

/** The newest base backup from which a moment can be reached: one that was complete in an earlier second. */
export function chooseBackup(folder: string, backups: readonly Backup[], until: Date | undefined): Chosen {
  const sorted = [...backups].sort((a, b) => (a.stoppedAt < b.stoppedAt ? 1 : -1))
  const [newest] = sorted
  if (!newest) return { ok: false, sentence: backupWords.noBackup(folder) }
  if (!until) return { ok: true, backup: newest }
  const earliestOf = ({ stoppedAt }: Backup) => (Math.floor(Date.parse(stoppedAt) / 1000) + 1) * 1000
  const backup = sorted.find((each) => earliestOf(each) <= until.getTime())
  if (backup) return { ok: true, backup }
  return { ok: false, sentence: backupWords.tooEarly(new Date(Math.min(...sorted.map(earliestOf)))) }
}

/** Files of a data directory that no backup holds: they belong to the running server, or are made anew. */
export function isLeftOut(path: string): boolean {
  const [top = ''] = path.split('/')
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    ['postmaster.pid', 'postmaster.opts', 'log', 'current_logfiles', 'backup_label', 'tablespace_map'].includes(top) ||
    (path.includes('/') &&
      [
        'pg_wal',
        'pg_replslot',
        'pg_dynshmem',
        'pg_notify',
        'pg_serial',
        'pg_snapshots',
        'pg_stat_tmp',
        'pg_subtrans',
      ].includes(top)) ||
    name.startsWith('pgsql_tmp') ||
    name.startsWith('pg_internal.init') ||
    name.endsWith('.signal')
  )
}

/** A text for the shell, whatever is in it. */
const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** A text for the settings, which read backslashes. */
const settingQuoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/**
 * Puts a finished part of the log into the folder: packed, whole or not at all, flushed, and never over another one. The
 * same part once more is no failure: the server asks again when it was killed between the two.
 */
export function archiveSetting(walFolder: string): string {
  const to = `${shellQuoted(walFolder.replaceAll('%', '%%'))}/%f.gz`
  return settingQuoted(
    `if test -f ${to}; then gzip -dc ${to} | cmp -s - "%p"; else gzip -c "%p" > ${to}.part && sync ${to}.part && mv ${to}.part ${to}; fi`,
  )
}

export function restoreSetting(walFolder: string): string {
  const from = `${shellQuoted(walFolder.replaceAll('%', '%%'))}/%f.gz`
  return settingQuoted(`test -f ${from} && gzip -dc ${from} > "%p"`)
}
