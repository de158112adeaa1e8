import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { ClaimableGiven } from '../../../kernel/funds/public.ts'
import type { Certificate } from '../../../kernel/credentials/public.ts'
import { listVersionsOfFact, parametersOn, type PolicyFact, recordFacts } from '../../../kernel/policy/public.ts'
import { civilDateOf, newId } from '../../../kernel/values/public.ts'
import type { CompletionBody } from './fact-body.ts'

/** The trigger that a certificate is for policy: of whoever earned one, what schemes give for it alone. */
export const CERTIFICATE_ISSUED = 'certificate.issued'

export type Certified = {
  readonly personId: string
  readonly body: CompletionBody
  readonly certificate: Certificate
}

/**
 * Records that people earned a certificate, beside their completion. Nobody asked for anything: it is decided by the fund
 * that the county says pays for certificates, and what no scheme answers to is no matter for anybody.
 */
export async function recordCertificates(
  tx: Tx,
  certified: readonly Certified[],
  now: Date,
  because?: Sentence,
): Promise<void> {
  const [first] = certified
  if (!first) return
  const fund = parametersOn(tx.district, civilDateOf(now)).get('certificate.fund').value
  const former = new Map<string, PolicyFact>()
  for (const { body } of certified) {
    const newest = (await listVersionsOfFact(tx, CERTIFICATE_ISSUED, body.enrolmentId)).at(-1)
    if (newest) former.set(body.enrolmentId, newest)
  }
  const groupId = [...former.values()][0]?.groupId ?? newId()
  const facts = certified.map(({ personId, body, certificate }): PolicyFact => {
    const { organisationId, position, hands, bankAccountId, groupCode, groupTitle } = body
    const about: ClaimableGiven = {
      fund,
      organisationId,
      groupKind: 'certificates',
      groupTitle: `${groupTitle} · 取得证书`,
      unasked: true,
      during: { from: certificate.issuedOn, to: certificate.issuedOn },
      dates: { certificate: certificate.issuedOn },
      position,
      groupCode,
      hands,
      occupationId: certificate.occupationId,
      level: certificate.level,
      certificateId: certificate.id,
      bankAccountId,
    }
    return {
      id: newId(),
      kind: CERTIFICATE_ISSUED,
      subjectId: body.enrolmentId,
      version: (former.get(body.enrolmentId)?.version ?? 0) + 1,
      personId,
      groupId,
      occurredOn: certificate.issuedOn,
      body: about,
      source: { kind: 'certificate', id: certificate.id },
    }
  })
  await recordFacts(tx, facts, because)
}
