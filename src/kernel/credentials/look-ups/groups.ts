import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'

export type CertificateOfSubject = {
  readonly certificateId: string
  readonly personId: string
  /** The person's number in the group. */
  readonly position: number
}

export type CertificateGroup = {
  readonly id: string
  /** As a trail knows it: `class`. */
  readonly kind: string
  readonly title: Sentence
  readonly organisationId: string
}

/** A room above whose groups of people have certificates: which group a telling is of, and whose each certificate is. */
export type CertificateGroups = {
  /** Groups by the ids of the tellings (mark sheets) that are of them; tellings of nobody's group are absent. */
  groupsOfTellings(tx: Tx, toldByIds: readonly string[]): Promise<ReadonlyMap<string, CertificateGroup>>
  findGroup(tx: Tx, groupId: string): Promise<CertificateGroup | undefined>
  /** The certificates in force of a group, by subject (enrolment). Who has none is absent. */
  certificatesOf(tx: Tx, groupId: string): Promise<ReadonlyMap<string, CertificateOfSubject>>
}
