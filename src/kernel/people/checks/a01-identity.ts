import type { Vault } from '../../../platform/crypto/public.ts'
import { joinSentences } from '../../../platform/contract/public.ts'
import { type Check, defineCheck, failed, passed } from '../../record/public.ts'
import { checkIdentityNumber } from '../../values/public.ts'
import { openIdentityNumbers } from '../store.ts'

/** A01: the identity number is one that can exist (length, date, check digit). It does not prove that it is this person's. */
export function identityCheck(vault: Vault): Check {
  return defineCheck({
    id: 'A01',
    title: { zh: '身份证号有效', en: 'The identity number is valid' },
    subject: 'enrolment',
    outsideTraining: true,
    moments: ['enrolment', 'filing', 'claim'],
    action: 'block',
    onUnavailable: 'hold',
    basis: { zh: '《公民身份号码》(GB 11643-1999)', en: 'Citizen identification number (GB 11643-1999)' },
    notLifted: {
      zh: '身份证号不成立就无法确认是谁,请更正号码',
      en: 'an identity number that cannot exist names nobody; correct it',
    },
    async run({ tx, subjects, today }) {
      const numbers = await openIdentityNumbers(
        tx,
        vault,
        subjects.map((subject) => subject.personId ?? ''),
      )
      return subjects.map((subject) => {
        const checked = checkIdentityNumber(numbers.get(subject.personId ?? '') ?? '', { today })
        return checked.ok ? passed(subject.id) : failed(subject.id, joinSentences(checked.problems))
      })
    },
  })
}
