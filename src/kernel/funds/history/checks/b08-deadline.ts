import { listCertificatesById } from '../../../credentials/public.ts'
import { schemesOf } from '../../../policy/public.ts'
import { type Check, defineCheck, ground, passed } from '../../../record/public.ts'
import { civilDateOf } from '../../../values/public.ts'
import { checkWords as words } from '../check-words.ts'
import { findFirstAsked } from '../own-store.ts'
import { lastDayToClaim } from '../findings.ts'
import { historyTerms } from '../terms.ts'
import { failed, notApplicable } from './view.ts'

/**
 * B08: claimed in time after the certificate. The recorded fact is the application, so a claim that waited or was returned
 * was asked for when it first was.
 */
export const deadlineCheck: Check = defineCheck({
  id: 'B08',
  title: { zh: '在取证后的申领期限内', en: 'Claimed in time after the certificate' },
  subject: 'enrolment',
  moments: ['claim'],
  action: 'block',
  onUnavailable: 'note',
  basis: ground('zhejiangTraining', '(申领期限)', 'on the time to claim'),
  async run({ tx, groupId, subjects, today, parameters }) {
    const { deadlineMonths } = historyTerms(parameters, { schemes: await schemesOf(tx), on: today })
    const certificates = await listCertificatesById(
      tx,
      subjects.flatMap((subject) => subject.certificateId ?? []),
    )
    const first = await findFirstAsked(tx, groupId)
    const asked = first && civilDateOf(first) < today ? civilDateOf(first) : today
    return subjects.map((subject) => {
      const issuedOn = certificates.get(subject.certificateId ?? '')?.issuedOn
      if (issuedOn === undefined) return notApplicable(subject.id, words.noCertificate)
      const last = lastDayToClaim(issuedOn, deadlineMonths)
      if (last === null) return notApplicable(subject.id, words.noLimit)
      return asked <= last
        ? passed(subject.id, words.inTime(issuedOn, last))
        : failed(subject.id, words.late(issuedOn, last, asked))
    })
  },
})
