import pg from 'pg'

/** The one session that a base backup is begun and ended in, and what it asks of the server. */
export class BackupSession {
  private readonly client: pg.Client

  private constructor(client: pg.Client) {
    this.client = client
  }

  static async open(superuserUrl: string): Promise<BackupSession> {
    const client = new pg.Client({ connectionString: superuserUrl })
    await client.connect()
    return new BackupSession(client)
  }

  private async one<T extends pg.QueryResultRow>(sql: string): Promise<T> {
    return (await this.client.query<T>(sql)).rows[0]!
  }

  about() {
    return this.one<{ archives: boolean; majorVersion: string; systemIdentifier: string }>(
      `select current_setting('archive_mode') = 'on' as archives,
              (current_setting('server_version_num')::int / 10000)::text as "majorVersion",
              system_identifier::text as "systemIdentifier" from pg_control_system()`,
    )
  }

  async isDurable(): Promise<boolean> {
    return (await this.one<{ fsync: string }>(`select current_setting('fsync') as fsync`)).fsync === 'on'
  }

  async reload(): Promise<void> {
    await this.client.query('select pg_reload_conf()')
  }

  /** Ends the part of the log that is being written, with at least something in it. */
  async finishPart(): Promise<void> {
    await this.client.query(`select pg_logical_emit_message(false, 'shanjiang', 'backup')`)
    await this.client.query('select pg_switch_wal()')
  }

  async lastFailure(): Promise<string> {
    return (await this.one<{ failed: string }>(`select coalesce(last_failed_wal, '') as failed from pg_stat_archiver`))
      .failed
  }

  start() {
    return this.one<{ startedAt: Date; firstWal: string }>(
      `select clock_timestamp() as "startedAt", pg_walfile_name(pg_backup_start('shanjiang', true)) as "firstWal"`,
    )
  }

  /** Waits until everything the backup needs of the log is archived. */
  async stop() {
    await this.client.query(`set statement_timeout = '120s'`)
    return await this.one<{ stoppedAt: Date; label: string; tablespaces: string }>(
      `select clock_timestamp() as "stoppedAt", labelfile as label, spcmapfile as tablespaces from pg_backup_stop(true)`,
    )
  }

  end(): Promise<void> {
    return this.client.end()
  }
}
