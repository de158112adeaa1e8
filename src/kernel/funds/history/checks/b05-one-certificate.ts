import { listCertificatesById } from '../../../credentials/public.ts'
import { listIdentityLookups } from '../../../people/public.ts'
import { type Check, defineCheck, ground } from '../../../record/public.ts'
import { listOccupationsById } from '../../../reference/public.ts'
import { checkWords as words, sayReceipt } from '../check-words.ts'
import { coverageOf } from '../../../policy/public.ts'
import { receiptOf } from '../gather.ts'
import { grouped } from '../grouped.ts'
import { listPaymentsByCertificate } from '../payment-store.ts'
import { windowOf } from '../findings.ts'
import { failed, notApplicable, viewOf, whereNothingIs } from './view.ts'

/** B05: a certificate is subsidised once, to one person. */
export const oneCertificateCheck: Check = defineCheck({
  id: 'B05',
  title: { zh: '同一证书未重复申领', en: 'The certificate was not claimed for before' },
  subject: 'enrolment',
  moments: ['claim', 'payment'],
  action: 'block',
  onUnavailable: 'note',
  basis: ground('zhejiangTraining', '(不得重复)', 'on what is paid only once'),
  notLifted: {
    zh: '一本证书不能补贴两次;往年台账有误的,请更正台账',
    en: 'one certificate is not subsidised twice; where a past ledger is wrong, correct the ledger',
  },
  confidential: true,
  async run(ask) {
    const { terms, pastOf, days } = await viewOf(ask)
    const rules = terms.repeats.filter(
      (each) => each.rule === 'same-certificate' && each.families.some((family) => terms.own.has(family)),
    )
    const families = [...new Set(rules.flatMap((each) => each.families))]
    const certificates = await listCertificatesById(
      ask.tx,
      ask.subjects.flatMap((subject) => subject.certificateId ?? []),
    )
    const numbers = [...certificates.values()].map((each) => each.number)
    const payments = await listPaymentsByCertificate(ask.tx, numbers)
    const occupations = await listOccupationsById(
      ask.tx,
      payments.flatMap((each) => each.occupationId ?? []),
    )
    const lookups = await listIdentityLookups(
      ask.tx,
      ask.subjects.flatMap((subject) => subject.personId ?? []),
    )
    const numberOf = (certificateId: string | undefined) => certificates.get(certificateId ?? '')?.number
    const inThisClaim = grouped(ask.subjects, (subject) => numberOf(subject.certificateId))
    return ask.subjects.map((subject) => {
      if (rules.length === 0) return notApplicable(subject.id, words.noLimit)
      const number = numberOf(subject.certificateId)
      if (number === undefined) return notApplicable(subject.id, words.noCertificate)
      const past = pastOf(subject)
      const own = past.receipts.find(
        (each) => each.certificateNo === number && (each.family === null || families.includes(each.family)),
      )
      if (own) return failed(subject.id, words.certificateTwice(sayReceipt(own)), [own.evidence])
      const lookup = lookups.get(subject.personId ?? '')
      const another = payments.find(
        (each) =>
          each.certificateNo === number && families.includes(each.family) && !lookup?.equals(each.identityLookup),
      )
      if (another) {
        const receipt = receiptOf(another, occupations)
        return failed(subject.id, words.certificateOfAnother(sayReceipt(receipt)), [receipt.evidence])
      }
      if ((inThisClaim.get(number)?.length ?? 0) > 1) return failed(subject.id, words.certificateTwiceHere)
      const window = windowOf({ kind: 'lifetime' }, days.today, days.since)
      return whereNothingIs(subject.id, coverageOf(past.covers, families, window))
    })
  },
})
