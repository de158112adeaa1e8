import { joinSentences, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import {
  type Check,
  type CheckSubject,
  defineCheck,
  failed,
  type Finding,
  passed,
  unavailable,
} from '../../record/public.ts'
import { type Certificate, listCertificatesById } from '../store.ts'
import { KIND_WORDS } from '../words.ts'
import type { CertificateGroups } from './groups.ts'
import { readNumber } from './numbering.ts'
import { type Found, LOOKED_UP_KINDS, lookUpTerms, type LookUpTerms, stillGoodFrom } from './rules.ts'
import { findNewest } from './store.ts'
import { differencesText, findings } from './words.ts'

const notApplicable = (subjectId: string, sentence: Sentence): Finding => ({
  subjectId,
  outcome: 'not-applicable',
  sentence,
})

/** The certificates of a group's subjects, by subject. */
async function certificatesOf(tx: Tx, groups: CertificateGroups, groupId: string): Promise<Map<string, Certificate>> {
  const told = await groups.certificatesOf(tx, groupId)
  const certificates = await listCertificatesById(
    tx,
    [...told.values()].map((each) => each.certificateId),
  )
  return new Map(
    [...told].flatMap(([subjectId, { certificateId }]) => {
      const certificate = certificates.get(certificateId)
      return certificate ? [[subjectId, certificate] as const] : []
    }),
  )
}

/** X01: the number has the form of its kind, and year, level and province in it fit what is claimed. */
function numberFinding(
  { id }: CheckSubject,
  certificate: Certificate | undefined,
  provinces: readonly string[] | null,
): Finding {
  if (!certificate) return notApplicable(id, findings.noCertificate)
  const number = readNumber(certificate, provinces)
  switch (number.read) {
    case 'fits':
      return passed(id, findings.numberFits)
    case 'wrong':
      return failed(id, findings.numberWrong(certificate.number, joinSentences(number.problems)), [
        { label: findings.certificateOf(certificate.number), kind: 'certificate', id: certificate.id },
      ])
    case 'unknown':
      return unavailable(id, findings.numberingUnknown(KIND_WORDS[certificate.kind]))
    case 'none':
      return notApplicable(id, findings.numberingNone(KIND_WORDS[certificate.kind]))
  }
}

/** What a look-up, or its absence, says of one certificate. `mustBeKnown`: it is about to be paid for and the county asks for one. */
export function lookUpFinding(
  subjectId: string,
  certificate: Certificate | undefined,
  found: Found | undefined,
  given: { terms: LookUpTerms; goodFrom: string | null; mustBeKnown: boolean },
): Finding {
  if (!certificate) return notApplicable(subjectId, findings.noCertificate)
  const { number, kind } = certificate
  if (!LOOKED_UP_KINDS.some((each) => each === kind))
    return notApplicable(subjectId, findings.notOnASite(KIND_WORDS[kind]))
  const unknown = (sentence: Sentence): Finding =>
    given.mustBeKnown ? { ...failed(subjectId, sentence), action: 'hold' } : unavailable(subjectId, sentence)
  if (!found) return unknown(findings.notLookedUp(number))
  const { lookedOn, outcome } = found
  const evidence = [{ label: findings.evidence(lookedOn), kind: 'certificate-look-up', id: found.lookUpId }]
  const site = given.terms.sites.find((each) => each.code === found.site)?.name ?? { zh: found.site, en: found.site }
  if (outcome === 'not-found') return failed(subjectId, findings.notFound(number, lookedOn, site), evidence)
  if (outcome === 'differs')
    return failed(subjectId, findings.differs(number, lookedOn, site, differencesText(found.differing)), evidence)
  if (given.goodFrom !== null && lookedOn < given.goodFrom)
    return unknown(findings.tooOld(number, lookedOn, given.terms.maximumAgeDays ?? 0))
  return { ...passed(subjectId, findings.agrees(lookedOn, site)), evidence }
}

/** X01 and X02: certificates are real. */
export function credentialChecks({ groups }: { groups: CertificateGroups }): Check[] {
  return [
    defineCheck({
      id: 'X01',
      title: { zh: '证书编号符合规则', en: 'The certificate number is one that can exist' },
      subject: 'enrolment',
      moments: ['claim', 'payment'],
      action: 'block',
      onUnavailable: 'note',
      basis: { zh: '职业技能等级证书编码规则(22位)', en: 'Numbering of skill-level certificates (22 signs)' },
      async run({ tx, groupId, subjects, parameters }) {
        const certificates = await certificatesOf(tx, groups, groupId)
        const provinces = parameters.get('certificate.provinces').value as readonly string[] | null
        return subjects.map((subject) => numberFinding(subject, certificates.get(subject.id), provinces))
      },
    }),
    defineCheck({
      id: 'X02',
      title: { zh: '证书在国家或省的网站查得到', en: 'The certificate is found on the national or provincial site' },
      subject: 'enrolment',
      moments: ['claim', 'payment'],
      action: 'block',
      onUnavailable: 'note',
      basis: {
        zh: '参照宁波市高技能人才奖励办法(2023年)证书查询',
        en: 'After Ningbo’s rewards for the highly skilled (2023), on looking certificates up',
      },
      async run({ tx, moment, groupId, subjects, today, parameters }) {
        const certificates = await certificatesOf(tx, groups, groupId)
        const newest = await findNewest(
          tx,
          [...certificates.values()].map(({ id }) => id),
        )
        const terms = lookUpTerms(parameters)
        const goodFrom = stillGoodFrom(terms, today)
        const mustBeKnown = moment === 'payment' && terms.beforePayment
        return subjects.map(({ id }) => {
          const certificate = certificates.get(id)
          const found = certificate && newest.get(certificate.id)
          return lookUpFinding(id, certificate, found, { terms, goodFrom, mustBeKnown })
        })
      },
    }),
  ]
}
