import type { Sentence } from '../../../platform/contract/public.ts'
import { contradictionsOf, parseCertificateNumber, SKILL_LEVEL_FORMAT } from '../../values/public.ts'
import type { Certificate, CertificateKind } from '../store.ts'
import { findings } from './words.ts'

/** What a certificate's number says against it, or why it says nothing. */
export type NumberRead =
  | { readonly read: 'fits' }
  | { readonly read: 'wrong'; readonly problems: readonly Sentence[] }
  /** `unknown`: nobody has told us how these are numbered. `none`: they have no common number. */
  | { readonly read: 'unknown' | 'none' }

type Claimed = Pick<Certificate, 'number' | 'issuedOn' | 'level'>
type Numbering = (claimed: Claimed, provinces: readonly string[] | null) => NumberRead

/** How each kind of certificate is numbered. To teach another, replace its `unknown`. */
export const NUMBERINGS: Readonly<Record<CertificateKind, Numbering>> = {
  SKILL_LEVEL: readSkillLevel,
  // 职业资格证书 and 专项职业能力证书 have codes of their own, which no document we hold describes.
  QUALIFICATION: () => ({ read: 'unknown' }),
  SPECIFIC_ABILITY: () => ({ read: 'unknown' }),
  COMPLETION: () => ({ read: 'none' }),
}

/** Reads a certificate's number by its kind: its form, and whether year, level and province fit what is claimed of it. */
export function readNumber(
  certificate: Claimed & Pick<Certificate, 'kind'>,
  provinces: readonly string[] | null,
): NumberRead {
  return NUMBERINGS[certificate.kind](certificate, provinces)
}

function readSkillLevel(claimed: Claimed, provinces: readonly string[] | null): NumberRead {
  const number = parseCertificateNumber(claimed.number, [SKILL_LEVEL_FORMAT])
  if (!number.ok) return { read: 'wrong', problems: number.problems }
  const { province } = number.value
  const problems = [
    ...contradictionsOf(number.value, claimed),
    ...(provinces === null || provinces.includes(province) ? [] : [findings.otherProvince(province, provinces)]),
  ]
  return problems.length > 0 ? { read: 'wrong', problems } : { read: 'fits' }
}
