import type { Sentence } from '../../platform/contract/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import { listPersons } from '../people/public.ts'
import type { Trail, TrailLink } from '../record/public.ts'
import { findOccupation } from '../reference/public.ts'
import { levelName } from '../values/public.ts'
import { lookUpLinks, type LookUpTrailNeeds, lookUpTrails } from './look-ups/trails.ts'
import { findCertificate } from './store.ts'
import { KIND_WORDS, words } from './words.ts'

/** A room above that tells of certificates (a mark sheet): whose the source is, and what rests on a person's certificate. */
export type CertificateTeller = {
  readonly kind: string
  describe(
    tx: Tx,
    id: string,
    personId: string,
  ): Promise<
    | {
        source: TrailLink
        organisationId: string | null
        /** The holder as the source's own people are called. */
        maskedName: string | undefined
        leadsTo: readonly TrailLink[]
      }
    | undefined
  >
}

const same = (text: string): Sentence => ({ zh: text, en: text })

export type CredentialTrailNeeds = LookUpTrailNeeds & { readonly tellers: readonly CertificateTeller[] }

/** A certificate, from the sheet that told of it and the look-ups of it to what rests on it. */
export function credentialTrails(needs: CredentialTrailNeeds): Trail[] {
  const tellers = new Map(needs.tellers.map((teller) => [teller.kind, teller]))
  return [
    {
      kind: 'certificate',
      async describe(tx, id) {
        const certificate = await findCertificate(tx, id)
        if (!certificate) return undefined
        const { personId, toldBy } = certificate
        const person = (await listPersons(tx, [personId])).get(personId)
        const occupation = await findOccupation(tx, certificate.occupationId)
        const told = await tellers.get(toldBy.kind)?.describe(tx, toldBy.id, personId)
        return {
          kind: 'certificate',
          id,
          title: words.title(certificate.number),
          says: [
            { label: words.holder, value: same(told?.maskedName ?? person?.maskedName ?? '') },
            { label: words.identity, value: same(person?.maskedIdentity ?? '') },
            { label: words.number, value: same(certificate.number) },
            { label: words.kind, value: KIND_WORDS[certificate.kind] },
            {
              label: words.occupation,
              value: occupation ? { zh: occupation.nameZh, en: occupation.nameEn } : same(certificate.occupationId),
            },
            { label: words.level, value: levelName(certificate.level) },
            { label: words.issuedOn, value: same(certificate.issuedOn) },
            { label: words.state, value: certificate.supersededBy === null ? words.inForce : words.replaced },
          ],
          restsOn: [...(told ? [told.source] : []), ...(await lookUpLinks(tx, needs, id))],
          leadsTo: certificate.supersededBy === null ? (told?.leadsTo ?? []) : [],
          organisationId: told?.organisationId ?? null,
        }
      },
    },
    ...lookUpTrails(needs),
  ]
}
