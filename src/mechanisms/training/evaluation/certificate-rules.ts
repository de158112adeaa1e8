import type { Sentence } from '../../../platform/contract/public.ts'
import type { GridCell } from '../../../platform/office/grid.ts'
import type { CertificateKind } from '../../../kernel/credentials/public.ts'
import {
  accepted,
  type Checked,
  checkIdentityNumber,
  type CivilDate,
  compactText,
  contradictionsOf,
  parseCertificateNumber,
  refused,
  type SkillLevel,
} from '../../../kernel/values/public.ts'
import { problems } from './words.ts'

/** What the certificates of a class are claimed to be. */
export type CertificateTerms = {
  readonly kind: CertificateKind
  readonly level: SkillLevel
  readonly issuedOn: CivilDate
}

/** A certificate in force with a number that a sheet names. */
export type KnownCertificate = {
  readonly personId: string
  /** Told of by an earlier version of this very sheet, which the new one replaces. */
  readonly isReplaced: boolean
}

/**
 * Reads a certificate number: null when the cell is empty. A skill-level certificate's number must have its form and
 * agree with the level of the class and the year of issue; other kinds have no common form.
 */
export function readCertificate(cell: GridCell | undefined, terms: CertificateTerms): Checked<string | null> {
  const typed = compactText(cell?.text).toUpperCase()
  if (typed === '') return accepted(null)
  if (cell?.raw === 'number' || cell?.raw === 'date') return refused(problems.certificateAsNumber)
  if (terms.kind !== 'SKILL_LEVEL') {
    if (checkIdentityNumber(typed, { today: terms.issuedOn }).ok) return refused(problems.certificateIsIdentity)
    return typed.length < 4 || typed.length > 40 ? refused(problems.certificateLength(typed.length)) : accepted(typed)
  }
  const read = parseCertificateNumber(typed)
  if (!read.ok) return read
  const against = contradictionsOf(read.value, terms)
  return against.length > 0 ? refused(...against) : accepted(read.value.text)
}

/** Why a number cannot be this person's, when it is on record already. */
export function takenBy(known: KnownCertificate | undefined, personId: string): Sentence | undefined {
  if (!known || known.isReplaced) return undefined
  return known.personId === personId ? problems.certificateOfAnotherClass : problems.certificateOfAnother
}
