import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { FACT_KINDS, listFacts, listFactsBySource } from '../../policy/public.ts'
import type { Trail, TrailLink } from '../../record/public.ts'
import { words } from '../claims/words.ts'
import { Claimable } from './claimable.ts'

const KIND = 'certificate.issued'
const plain = (text: string): Sentence => ({ zh: text, en: text })
const TITLE: Sentence = { zh: '取得证书的人员', en: 'People who earned a certificate' }

/** The people of a class who earned a certificate: what a claim for certificates is made for. */
export const certificatesTrail: Trail = {
  kind: 'certificates',
  async describe(tx, id) {
    const facts = await listFacts(tx, id, KIND)
    const body = Claimable.safeParse(facts[0]?.body).data
    if (!body) return undefined
    return {
      kind: 'certificates',
      id,
      organisationId: body.organisationId,
      title: TITLE,
      says: [
        { label: words.class, value: plain(body.groupTitle) },
        { label: words.headCount, value: words.people(facts.length) },
      ],
      restsOn: facts.map((fact) => ({ kind: fact.source.kind, id: fact.source.id, title: FACT_KINDS[KIND]! })),
      leadsTo: [],
    }
  },
}

/** What was recorded on a certificate, and the people it was recorded with. */
export async function recordedOn(tx: Tx, certificateId: string): Promise<TrailLink[]> {
  const facts = (await listFactsBySource(tx, certificateId)).filter(({ kind }) => kind === KIND)
  const groups = new Set(facts.map(({ groupId }) => groupId))
  return [
    ...facts.map(({ id }) => ({ kind: 'fact', id, title: FACT_KINDS[KIND]! })),
    ...[...groups].map((id) => ({ kind: 'certificates', id, title: TITLE })),
  ]
}
