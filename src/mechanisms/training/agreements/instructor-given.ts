import type { ProblemItem } from '../../../platform/contract/public.ts'
import { checkIdentityNumber, checkPhone, type CivilDate, readPersonName } from '../../../kernel/values/public.ts'

type Given = { readonly name: string; readonly identityNumber: string; readonly phone: string }

type Read =
  | {
      readonly ok: true
      readonly name: string
      readonly identityNumber: string
      readonly phone: string
      readonly sex: 'M' | 'F'
      readonly birthDate: CivilDate
    }
  | { readonly ok: false; readonly problems: readonly ProblemItem[] }

/** Who an instructor is, as typed: normalised, or everything that is wrong with it. The number itself is never repeated. */
export function readInstructor(given: Given, context: { today: CivilDate; demonstration: boolean }): Read {
  const name = readPersonName(given.name)
  const identity = checkIdentityNumber(given.identityNumber, context)
  const phone = checkPhone(given.phone)
  const problems: ProblemItem[] = []
  for (const [at, checked] of [
    ['body.name', name],
    ['body.identityNumber', identity],
    ['body.phone', phone],
  ] as const) {
    if (!checked.ok) problems.push(...checked.problems.map((sentence) => ({ at, sentence })))
  }
  if (problems.length > 0 || !name.ok || !identity.ok || !phone.ok) return { ok: false, problems }
  return {
    ok: true,
    name: name.value,
    identityNumber: identity.value,
    phone: phone.value,
    sex: identity.sex,
    birthDate: identity.birthDate,
  }
}
