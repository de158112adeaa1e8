import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listPersons } from '../../people/public.ts'
import type { ParametersInForce, Trail, TrailLink } from '../../record/public.ts'
import { type CivilDate, civilDateOf, clockTimeOf } from '../../values/public.ts'
import { listCertificatesById } from '../store.ts'
import type { CertificateGroups } from './groups.ts'
import { lookUpTerms } from './rules.ts'
import { siteName } from './showing.ts'
import {
  findLookUp,
  findScreenshot,
  listLines,
  listLookUpsOf,
  listLookUpsShownBy,
  listScreenshotsOf,
  type LookUpRow,
} from './store.ts'
import { OUTCOME_WORDS, trailWords as words } from './words.ts'

export type LookUpTrailNeeds = {
  readonly groups: CertificateGroups
  readonly parametersOn: (district: number, day: CivilDate) => ParametersInForce
}

const same = (text: string): Sentence => ({ zh: text, en: text })
const instant = (at: Date) => same(`${civilDateOf(at)} ${clockTimeOf(at)}`)

/** The look-ups a certificate stands in, as its trail links to them. */
export async function lookUpLinks(tx: Tx, needs: LookUpTrailNeeds, certificateId: string): Promise<TrailLink[]> {
  return (await listLookUpsOf(tx, certificateId)).map((lookUp) => linkOf(tx, needs, lookUp))
}

/** The site of a look-up, as the county named it then. */
export function siteOf(
  tx: Tx,
  { parametersOn }: Pick<LookUpTrailNeeds, 'parametersOn'>,
  { site, businessAt }: Pick<LookUpRow, 'site' | 'businessAt'>,
): Sentence {
  return siteName(lookUpTerms(parametersOn(tx.district, civilDateOf(businessAt))), site)
}

function linkOf(tx: Tx, needs: LookUpTrailNeeds, lookUp: LookUpRow): TrailLink {
  return {
    kind: 'certificate-look-up',
    id: lookUp.id,
    title: words.title(lookUp.lookedOn, siteOf(tx, needs, lookUp)),
  }
}

/** A look-up: what it found, the screenshots it rests on, the certificates that rest on it. */
export function lookUpTrails(needs: LookUpTrailNeeds): Trail[] {
  return [
    {
      kind: 'certificate-look-up',
      async describe(tx, id) {
        const lookUp = await findLookUp(tx, id)
        const group = lookUp && (await needs.groups.findGroup(tx, lookUp.groupId))
        if (!lookUp || !group) return undefined
        const lines = (await listLines(tx, [id])).get(id) ?? []
        const shots = (await listScreenshotsOf(tx, [id])).get(id) ?? []
        const by = (await listPersons(tx, [lookUp.personId])).get(lookUp.personId)
        const certificates = await listCertificatesById(
          tx,
          lines.map((line) => line.certificateId),
        )
        const count = (outcome: string) => same(String(lines.filter((line) => line.outcome === outcome).length))
        return {
          ...linkOf(tx, needs, lookUp),
          says: [
            { label: words.group, value: group.title },
            { label: words.site, value: siteOf(tx, needs, lookUp) },
            { label: words.lookedOn, value: same(lookUp.lookedOn) },
            { label: words.agreeing, value: count('agrees') },
            { label: words.differing, value: count('differs') },
            { label: words.missing, value: count('not-found') },
            { label: words.by, value: same(by?.maskedName ?? '') },
            { label: words.recordedAt, value: instant(lookUp.businessAt) },
          ],
          restsOn: shots.map((shot) => ({
            kind: 'certificate-screenshot',
            id: shot.id,
            title: words.screenshotTitle(shot.fileName),
          })),
          leadsTo: lines
            .map(({ certificateId, outcome }) => ({
              kind: 'certificate',
              id: certificateId,
              title: words.certificate(certificates.get(certificateId)?.number ?? '', OUTCOME_WORDS[outcome]),
            }))
            .sort((a, b) => (a.title.zh < b.title.zh ? -1 : 1)),
          organisationId: group.organisationId,
        }
      },
    },
    {
      kind: 'certificate-screenshot',
      async describe(tx, id) {
        const shot = await findScreenshot(tx, id)
        const group = shot && (await needs.groups.findGroup(tx, shot.groupId))
        if (!shot || !group) return undefined
        return {
          kind: 'certificate-screenshot',
          id,
          title: words.screenshotTitle(shot.fileName),
          says: [
            { label: words.group, value: group.title },
            { label: words.file, value: same(shot.fileName) },
            { label: words.fingerprint, value: same(shot.sha256.toString('hex')) },
            { label: words.uploadedAt, value: instant(shot.businessAt) },
            { label: words.whereToOpen, value: words.onThePage },
          ],
          restsOn: [],
          leadsTo: (await listLookUpsShownBy(tx, id)).map((lookUp) => linkOf(tx, needs, lookUp)),
          organisationId: group.organisationId,
        }
      },
    },
  ]
}
