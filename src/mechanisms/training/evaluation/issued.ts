import { type CertificateKind, listCertificatesById } from '../../../kernel/credentials/public.ts'
import { Claimable } from '../../../kernel/funds/public.ts'
import { type InsuredSpellKnown as InsuredSpell, listInsuredSpells } from '../../../kernel/people/public.ts'
import { type Facts, type FactSupplier, type FactValue, known, slotOf, unknown } from '../../../kernel/policy/public.ts'
import { type CivilDate, civilDateOf, yearMonthOf } from '../../../kernel/values/public.ts'
import { CERTIFICATE_ISSUED } from '../completion/certificates.ts'
import { facts as words } from './words.ts'

/** What a certificate of credentials is among the kinds that schemes know. */
const KINDS: Record<CertificateKind, string> = {
  SKILL_LEVEL: 'SKILL_LEVEL',
  QUALIFICATION: 'QUALIFICATION',
  SPECIFIC_ABILITY: 'SPECIAL_ABILITY',
  COMPLETION: 'TRAINING_PASS',
}

/** What a certificate says of itself; whether it matches the post its holder is in, only the employer can say. */
export const issuedSupplier: FactSupplier = {
  name: 'certificates issued',
  keys: [
    'certificate.number',
    'certificate.level',
    'certificate.kind',
    'certificate.occupation',
    'certificate.issuedOn',
    'certificate.matchesPost',
  ],
  triggers: [CERTIFICATE_ISSUED],
  async supply(tx, facts) {
    const ids = new Map(facts.map((fact) => [fact.id, Claimable.parse(fact.body).certificateId ?? '']))
    const certificates = await listCertificatesById(tx, [...ids.values()])
    return new Map(
      facts.map((fact): [string, Facts] => {
        const certificate = certificates.get(ids.get(fact.id) ?? '')
        if (!certificate) return [fact.id, {}]
        const from = { source: `certificate:${certificate.id}`, asOf: certificate.issuedOn }
        return [
          fact.id,
          {
            'certificate.number': known(certificate.number, from),
            'certificate.level': known(certificate.level, from),
            'certificate.kind': known(KINDS[certificate.kind], from),
            'certificate.occupation': known(certificate.occupationId, from),
            'certificate.issuedOn': known(certificate.issuedOn, from),
            'certificate.matchesPost': unknown(words.postNotConfirmed, from),
          },
        ]
      }),
    )
  },
}

/**
 * What an employer is, by whom it is registered: the first two characters of its unified social credit code. Source: GB 32100.
 */
const REGISTERED_AS: Readonly<Record<string, string>> = {
  '11': 'PUBLIC',
  '12': 'PUBLIC',
  '52': 'PRIVATE_NON_ENTERPRISE',
  '91': 'ENTERPRISE',
  '92': 'SOLE_TRADER',
}

/** Who employs somebody, as far as insured lists tell: of whom no list speaks in a month, nothing is known. */
export const employmentSupplier: FactSupplier = {
  name: 'insured lists',
  keys: ['employment.employerKind'],
  triggers: [CERTIFICATE_ISSUED],
  async supply(tx, facts) {
    const spells = await listInsuredSpells(
      tx,
      facts.map(({ personId }) => personId),
    )
    const today = civilDateOf(tx.now)
    return new Map(
      facts.map((fact): [string, Facts] => {
        const own = spells.filter(({ personId }) => personId === fact.personId)
        const issuedOn = fact.occurredOn as CivilDate
        const now = employerKind(own, today)
        return [
          fact.id,
          {
            'employment.employerKind': now,
            [slotOf('employment.employerKind', 'due')]: now,
            [slotOf('employment.employerKind', 'certificate')]: employerKind(own, issuedOn),
          },
        ]
      }),
    )
  },
}

/** The kind of employer that insures somebody in the month of a day. */
function employerKind(spells: readonly InsuredSpell[], on: CivilDate): FactValue {
  const month = yearMonthOf(on)
  const covering = spells.find(
    ({ fromMonth, toMonth, asOf }) => fromMonth.slice(0, 7) <= month && month <= (toMonth ?? asOf).slice(0, 7),
  )
  const kind = covering && REGISTERED_AS[covering.uscc.slice(0, 2)]
  if (!covering) return unknown(words.onNoInsuredList(month), { source: 'insured-lists', asOf: on })
  const from = { source: `insured-list:${covering.importId}`, asOf: covering.asOf }
  return kind ? known(kind, from) : unknown(words.employerNotKnown(covering.employerName), from)
}
