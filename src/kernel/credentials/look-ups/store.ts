import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { CivilDate } from '../../values/public.ts'
import type { ScreenshotType } from './screenshots.ts'
import { type Difference, type Found, type LineGiven, LOOKED_UP_KINDS, type LookUpOutcome } from './rules.ts'

export type ScreenshotRow = {
  readonly id: string
  readonly groupId: string
  readonly fileId: string
  readonly fileName: string
  readonly mediaType: ScreenshotType
  readonly sizeBytes: number
  readonly sha256: Buffer
  readonly accountId: string
  readonly businessAt: Date
}

const screenshots = (tx: Tx) =>
  tx.db.selectFrom('credentials.screenshots').selectAll().where('district', '=', tx.district)

type RowOfScreenshot = Awaited<ReturnType<ReturnType<typeof screenshots>['executeTakeFirstOrThrow']>>

const screenshotOf = (row: RowOfScreenshot): ScreenshotRow => ({
  id: row.id,
  groupId: row.group_id,
  fileId: row.file_id,
  fileName: row.file_name,
  mediaType: row.media_type as ScreenshotType,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  accountId: row.account_id,
  businessAt: row.business_at,
})

export async function insertScreenshot(tx: Tx, screenshot: ScreenshotRow): Promise<void> {
  await tx.db
    .insertInto('credentials.screenshots')
    .values({
      district: tx.district,
      id: screenshot.id,
      group_id: screenshot.groupId,
      file_id: screenshot.fileId,
      file_name: screenshot.fileName,
      media_type: screenshot.mediaType,
      size_bytes: screenshot.sizeBytes,
      sha256: screenshot.sha256,
      account_id: screenshot.accountId,
      business_at: screenshot.businessAt,
    })
    .execute()
}

export async function findScreenshot(tx: Tx, id: string): Promise<ScreenshotRow | undefined> {
  const row = await screenshots(tx).where('id', '=', id).executeTakeFirst()
  return row && screenshotOf(row)
}

/** The screenshot of a group with these very bytes. */
export async function findSameScreenshot(tx: Tx, groupId: string, sha256: Buffer): Promise<ScreenshotRow | undefined> {
  const row = await screenshots(tx).where('group_id', '=', groupId).where('sha256', '=', sha256).executeTakeFirst()
  return row && screenshotOf(row)
}

/** Every screenshot of a group, the newest first. */
export async function listScreenshots(tx: Tx, groupId: string): Promise<ScreenshotRow[]> {
  const rows = await screenshots(tx).where('group_id', '=', groupId).orderBy('id', 'desc').limit(500).execute()
  return rows.map(screenshotOf)
}

export type LookUpRow = {
  readonly id: string
  readonly groupId: string
  readonly site: string
  readonly lookedOn: CivilDate
  readonly accountId: string
  readonly personId: string
  readonly businessAt: Date
}

export async function insertLookUp(
  tx: Tx,
  lookUp: LookUpRow,
  lines: readonly (Omit<LineGiven, 'seen'> & { readonly id: string })[],
  screenshotIds: readonly string[],
): Promise<void> {
  const { district } = tx
  await tx.db
    .insertInto('credentials.look_ups')
    .values({
      district,
      id: lookUp.id,
      group_id: lookUp.groupId,
      site: lookUp.site,
      looked_on: lookUp.lookedOn,
      account_id: lookUp.accountId,
      person_id: lookUp.personId,
      business_at: lookUp.businessAt,
    })
    .execute()
  await tx.db
    .insertInto('credentials.look_up_lines')
    .values(
      lines.map((line) => ({
        district,
        id: line.id,
        look_up_id: lookUp.id,
        certificate_id: line.certificateId,
        outcome: line.outcome,
        differing: [...line.differing],
      })),
    )
    .execute()
  await tx.db
    .insertInto('credentials.look_up_screenshots')
    .values(screenshotIds.map((screenshotId) => ({ district, look_up_id: lookUp.id, screenshot_id: screenshotId })))
    .execute()
}

const lookUps = (tx: Tx) => tx.db.selectFrom('credentials.look_ups').selectAll().where('district', '=', tx.district)

const lookUpOf = (row: Awaited<ReturnType<ReturnType<typeof lookUps>['executeTakeFirstOrThrow']>>): LookUpRow => ({
  id: row.id,
  groupId: row.group_id,
  site: row.site,
  lookedOn: row.looked_on as CivilDate,
  accountId: row.account_id,
  personId: row.person_id,
  businessAt: row.business_at,
})

export async function findLookUp(tx: Tx, id: string): Promise<LookUpRow | undefined> {
  const row = await lookUps(tx).where('id', '=', id).executeTakeFirst()
  return row && lookUpOf(row)
}

/** The look-ups of a group, the newest first. */
export async function listLookUps(tx: Tx, groupId: string): Promise<LookUpRow[]> {
  return (await lookUps(tx).where('group_id', '=', groupId).orderBy('id', 'desc').limit(200).execute()).map(lookUpOf)
}

/** The screenshots that were saved with a look-up. */
export async function listScreenshotsOf(tx: Tx, lookUpIds: readonly string[]): Promise<Map<string, ScreenshotRow[]>> {
  const of = new Map<string, ScreenshotRow[]>()
  if (lookUpIds.length === 0) return of
  const links = await tx.db
    .selectFrom('credentials.look_up_screenshots')
    .select(['look_up_id', 'screenshot_id'])
    .where('district', '=', tx.district)
    .where('look_up_id', 'in', [...lookUpIds])
    .orderBy('screenshot_id')
    .execute()
  if (links.length === 0) return of
  const rows = await screenshots(tx)
    .where('id', 'in', [...new Set(links.map((link) => link.screenshot_id))])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, screenshotOf(row)]))
  for (const { look_up_id, screenshot_id } of links)
    of.set(look_up_id, [...(of.get(look_up_id) ?? []), byId.get(screenshot_id)!])
  return of
}

/** The look-ups a screenshot was saved with, the newest first. */
export async function listLookUpsShownBy(tx: Tx, screenshotId: string): Promise<LookUpRow[]> {
  const links = await tx.db
    .selectFrom('credentials.look_up_screenshots')
    .select('look_up_id')
    .where('district', '=', tx.district)
    .where('screenshot_id', '=', screenshotId)
    .execute()
  if (links.length === 0) return []
  const ids = links.map((link) => link.look_up_id)
  return (await lookUps(tx).where('id', 'in', ids).orderBy('id', 'desc').execute()).map(lookUpOf)
}

export type LookUpLine = { readonly certificateId: string; readonly outcome: LookUpOutcome }

export async function listLines(tx: Tx, lookUpIds: readonly string[]): Promise<Map<string, LookUpLine[]>> {
  const of = new Map<string, LookUpLine[]>()
  if (lookUpIds.length === 0) return of
  const rows = await tx.db
    .selectFrom('credentials.look_up_lines')
    .select(['look_up_id', 'certificate_id', 'outcome'])
    .where('district', '=', tx.district)
    .where('look_up_id', 'in', [...lookUpIds])
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const line = { certificateId: row.certificate_id, outcome: row.outcome as LookUpOutcome }
    of.set(row.look_up_id, [...(of.get(row.look_up_id) ?? []), line])
  }
  return of
}

/** The certificates, held until the transaction ends: two clerks who look the same ones up take turns. */
export async function lockCertificates(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .selectFrom('credentials.certificates')
    .select('id')
    .where('district', '=', tx.district)
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/**
 * Every look-up that is of the certificate as it is told now: when a corrected sheet tells the same again under another
 * id, what was looked up of it stays looked up; when anything of it changed, it does not.
 */
const LOOKED_UP = sql`
  credentials.certificates told
  join credentials.look_up_lines line on line.district = told.district and line.certificate_id = told.id
  join credentials.look_ups look_up on look_up.district = line.district and look_up.id = line.look_up_id`

const TOLD_THE_SAME = sql`
  told.district = certificate.district and told.certificate_no = certificate.certificate_no
  and told.person_id = certificate.person_id and told.kind = certificate.kind
  and told.occupation_id = certificate.occupation_id and told.level = certificate.level
  and told.issued_on = certificate.issued_on`

/** The newest look-up of each certificate; who was never looked up is absent. */
export async function findNewest(tx: Tx, certificateIds: readonly string[]): Promise<Map<string, Found>> {
  if (certificateIds.length === 0) return new Map()
  const { rows } = await sql<{
    certificate_id: string
    look_up_id: string
    site: string
    looked_on: string
    outcome: string
    differing: string[]
  }>`
    select certificate.id as certificate_id, newest.*
    from credentials.certificates certificate
    join lateral (
      select look_up.id as look_up_id, look_up.site, look_up.looked_on, line.outcome, line.differing
      from ${LOOKED_UP} where ${TOLD_THE_SAME}
      order by line.id desc limit 1
    ) newest on true
    where certificate.district = ${tx.district} and certificate.id = any(${[...new Set(certificateIds)]}::uuid[])`.execute(
    tx.db,
  )
  return new Map(
    rows.map((row) => [
      row.certificate_id,
      {
        lookUpId: row.look_up_id,
        site: row.site,
        lookedOn: row.looked_on as CivilDate,
        outcome: row.outcome as LookUpOutcome,
        differing: row.differing as Difference[],
      },
    ]),
  )
}

/** The look-ups a certificate as it is told now stands in, the newest first. */
export async function listLookUpsOf(tx: Tx, certificateId: string): Promise<LookUpRow[]> {
  const { rows } = await sql<{ id: string }>`
    select look_up.id from credentials.certificates certificate join (${LOOKED_UP}) on ${TOLD_THE_SAME}
    where certificate.district = ${tx.district} and certificate.id = ${certificateId}
    order by look_up.id desc limit 50`.execute(tx.db)
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  return (await lookUps(tx).where('id', 'in', ids).orderBy('id', 'desc').execute()).map(lookUpOf)
}

export type TellingCounts = {
  readonly toldBy: string
  readonly certificates: number
  readonly waiting: number
  readonly agreeing: number
  readonly differing: number
  readonly missing: number
}

/** What was found of the certificates in force of each telling, the newest telling first; `waiting` also counts what is too old. */
export async function listTellings(
  tx: Tx,
  asked: {
    show: 'all' | 'waiting' | 'doubt'
    goodFrom: CivilDate | null
    after?: string | undefined
    limit: number
  },
): Promise<TellingCounts[]> {
  const { show, goodFrom, after, limit } = asked
  const only =
    show === 'waiting'
      ? sql`having count(*) filter (where waits) > 0`
      : show === 'doubt'
        ? sql`having count(*) filter (where outcome in ('differs', 'not-found')) > 0`
        : sql``
  const { rows } = await sql<{
    told_by_id: string
    certificates: number
    waiting: number
    agreeing: number
    differing: number
    missing: number
  }>`
    select told_by_id, count(*)::int as certificates,
           count(*) filter (where waits)::int as waiting,
           count(*) filter (where outcome = 'agrees')::int as agreeing,
           count(*) filter (where outcome = 'differs')::int as differing,
           count(*) filter (where outcome = 'not-found')::int as missing
    from (
      select certificate.told_by_id, newest.outcome,
             newest.outcome is null or newest.looked_on < ${goodFrom}::date as waits
      from credentials.certificates certificate
      left join lateral (
        select look_up.looked_on, line.outcome from ${LOOKED_UP} where ${TOLD_THE_SAME} order by line.id desc limit 1
      ) newest on true
      where certificate.district = ${tx.district} and certificate.superseded_by is null
        and certificate.kind = any(${[...LOOKED_UP_KINDS]})
        and (${after ?? null}::uuid is null or certificate.told_by_id < ${after ?? null}::uuid)
    ) each_certificate
    group by told_by_id ${only}
    order by told_by_id desc limit ${limit}`.execute(tx.db)
  return rows.map((row) => ({
    toldBy: row.told_by_id,
    certificates: row.certificates,
    waiting: row.waiting,
    agreeing: row.agreeing,
    differing: row.differing,
    missing: row.missing,
  }))
}
