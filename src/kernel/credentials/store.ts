import type { Tx } from '../../platform/db/public.ts'
import type { CivilDate, SkillLevel } from '../values/public.ts'

/** What kind of paper it is; what each is worth is for a scheme to say. */
export type CertificateKind = 'SKILL_LEVEL' | 'QUALIFICATION' | 'SPECIFIC_ABILITY' | 'COMPLETION'

/** Who told us of certificates: a trail kind and id. */
export type ToldBy = { readonly kind: string; readonly id: string }

export type CertificateGiven = {
  readonly id: string
  readonly personId: string
  readonly number: string
  readonly kind: CertificateKind
  readonly occupationId: string
  readonly level: SkillLevel
  readonly issuedOn: CivilDate
}

export type Certificate = CertificateGiven & {
  readonly toldBy: ToldBy
  /** The later telling that took this one's place; null while it is in force. */
  readonly supersededBy: string | null
}

/**
 * Keeps the certificates one source tells of, all of them at once. `replacing` names the source's earlier tellings
 * (earlier versions of the sheet): what they told is no longer in force.
 */
export async function saveCertificates(
  tx: Tx,
  telling: { toldBy: ToldBy; certificates: readonly CertificateGiven[]; replacing?: readonly string[] },
): Promise<void> {
  const { toldBy, certificates, replacing = [] } = telling
  if (replacing.length > 0) {
    await tx.db
      .updateTable('credentials.certificates')
      .set({ superseded_by: toldBy.id })
      .where('district', '=', tx.district)
      .where('told_by_kind', '=', toldBy.kind)
      .where('told_by_id', 'in', [...replacing])
      .where('superseded_by', 'is', null)
      .execute()
  }
  for (let at = 0; at < certificates.length; at += 1000) {
    await tx.db
      .insertInto('credentials.certificates')
      .values(
        certificates.slice(at, at + 1000).map((certificate) => ({
          district: tx.district,
          id: certificate.id,
          person_id: certificate.personId,
          certificate_no: certificate.number,
          kind: certificate.kind,
          occupation_id: certificate.occupationId,
          level: certificate.level,
          issued_on: certificate.issuedOn,
          told_by_kind: toldBy.kind,
          told_by_id: toldBy.id,
          told_at: tx.now,
        })),
      )
      .execute()
  }
}

const certificates = (tx: Tx) =>
  tx.db.selectFrom('credentials.certificates').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof certificates>['executeTakeFirstOrThrow']>>

const certificateOf = (row: Row): Certificate => ({
  id: row.id,
  personId: row.person_id,
  number: row.certificate_no,
  kind: row.kind as CertificateKind,
  occupationId: row.occupation_id,
  level: row.level as SkillLevel,
  issuedOn: row.issued_on as CivilDate,
  toldBy: { kind: row.told_by_kind, id: row.told_by_id },
  supersededBy: row.superseded_by,
})

export async function findCertificate(tx: Tx, id: string): Promise<Certificate | undefined> {
  const row = await certificates(tx).where('id', '=', id).executeTakeFirst()
  return row && certificateOf(row)
}

/** Certificates by id, replaced ones too: what a fact rests on does not change. Unknown ids are absent. */
export async function listCertificatesById(tx: Tx, ids: readonly string[]): Promise<Map<string, Certificate>> {
  if (ids.length === 0) return new Map()
  const rows = await certificates(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, certificateOf(row)]))
}

/** What certificates in force persons hold, newest first. */
export async function findCertificates(tx: Tx, personIds: readonly string[]): Promise<Map<string, Certificate[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await certificates(tx)
    .where('person_id', 'in', [...new Set(personIds)])
    .where('superseded_by', 'is', null)
    .orderBy('issued_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const held = new Map<string, Certificate[]>()
  for (const row of rows) held.set(row.person_id, [...(held.get(row.person_id) ?? []), certificateOf(row)])
  return held
}

/** Certificates in force with these numbers. */
export async function findCertificatesByNumber(tx: Tx, numbers: readonly string[]): Promise<Map<string, Certificate>> {
  if (numbers.length === 0) return new Map()
  const rows = await certificates(tx)
    .where('certificate_no', 'in', [...new Set(numbers)])
    .where('superseded_by', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.certificate_no, certificateOf(row)]))
}

/** What one source told of, by person. */
export async function findCertificatesToldBy(tx: Tx, toldBy: ToldBy): Promise<Map<string, Certificate>> {
  const rows = await certificates(tx)
    .where('told_by_kind', '=', toldBy.kind)
    .where('told_by_id', '=', toldBy.id)
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, certificateOf(row)]))
}
