import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listRolesOf, ROLES } from '../../access/public.ts'
import { listOrganisationNames, listPersons } from '../../people/public.ts'
import { listOccupationsById } from '../../reference/public.ts'
import { type CivilDate, levelName } from '../../values/public.ts'
import { type Certificate, listCertificatesById } from '../store.ts'
import { KIND_WORDS } from '../words.ts'
import type { CertificateShown, LookUpDone, LookUpGroup, LookUpGroupDetail, Screenshot } from './contract.ts'
import type { CertificateGroup, CertificateGroups, CertificateOfSubject } from './groups.ts'
import { readNumber } from './numbering.ts'
import { type Found, LOOKED_UP_KINDS, type LookUpTerms } from './rules.ts'
import {
  findNewest,
  listLines,
  listLookUps,
  listScreenshots,
  listScreenshotsOf,
  type ScreenshotRow,
  type TellingCounts,
} from './store.ts'

const same = (text: string): Sentence => ({ zh: text, en: text })

export function siteName({ sites }: Pick<LookUpTerms, 'sites'>, code: string): Sentence {
  return sites.find((site) => site.code === code)?.name ?? same(code)
}

export const showScreenshot = (row: ScreenshotRow): Screenshot => ({
  id: row.id,
  fileName: row.fileName,
  mediaType: row.mediaType,
  sizeBytes: row.sizeBytes,
  uploadedAt: row.businessAt.toISOString(),
})

/** The groups whose certificates these tellings are; a telling of no group is left out. */
export async function showGroups(
  tx: Tx,
  groups: CertificateGroups,
  tellings: readonly TellingCounts[],
): Promise<LookUpGroup[]> {
  const ofTelling = await groups.groupsOfTellings(
    tx,
    tellings.map(({ toldBy }) => toldBy),
  )
  const names = await listOrganisationNames(
    tx,
    [...ofTelling.values()].map(({ organisationId }) => organisationId),
  )
  return tellings.flatMap(({ toldBy, ...counts }) => {
    const group = ofTelling.get(toldBy)
    if (!group) return []
    const { id, kind, title, organisationId } = group
    return [{ id, kind, title, organisationName: names.get(organisationId) ?? '', counts }]
  })
}

export type OfGroup = {
  readonly certificates: readonly (CertificateOfSubject & { readonly certificate: Certificate })[]
  readonly newest: ReadonlyMap<string, Found>
}

/** The certificates in force of a group that stand on a site, by position, and the newest found of each. */
export async function certificatesOfGroup(tx: Tx, groups: CertificateGroups, groupId: string): Promise<OfGroup> {
  const told = [...(await groups.certificatesOf(tx, groupId)).values()]
  const byId = await listCertificatesById(
    tx,
    told.map((each) => each.certificateId),
  )
  const certificates = told
    .flatMap((each) => {
      const certificate = byId.get(each.certificateId)
      return certificate && LOOKED_UP_KINDS.some((kind) => kind === certificate.kind) ? [{ ...each, certificate }] : []
    })
    .sort((a, b) => a.position - b.position)
  return {
    certificates,
    newest: await findNewest(
      tx,
      certificates.map(({ certificateId }) => certificateId),
    ),
  }
}

export async function showDetail(
  tx: Tx,
  group: CertificateGroup,
  { certificates, newest }: OfGroup,
  county: { terms: LookUpTerms; provinces: readonly string[] | null; goodFrom: CivilDate | null },
): Promise<LookUpGroupDetail> {
  const { terms, provinces, goodFrom } = county
  const persons = await listPersons(
    tx,
    certificates.map(({ personId }) => personId),
  )
  const occupations = await listOccupationsById(
    tx,
    certificates.map(({ certificate }) => certificate.occupationId),
  )
  const tooOld = (found: Found) => goodFrom !== null && found.lookedOn < goodFrom
  const shown = certificates.map(({ certificate, personId, position }): CertificateShown => {
    const person = persons.get(personId)
    const occupation = occupations.get(certificate.occupationId)
    const number = readNumber(certificate, provinces)
    const found = newest.get(certificate.id)
    return {
      id: certificate.id,
      position,
      holder: person?.maskedName ?? '',
      identity: person?.maskedIdentity ?? '',
      number: certificate.number,
      kind: KIND_WORDS[certificate.kind],
      occupation: occupation ? { zh: occupation.nameZh, en: occupation.nameEn } : same(certificate.occupationId),
      level: levelName(certificate.level),
      issuedOn: certificate.issuedOn,
      problems: number.read === 'wrong' ? [...number.problems] : [],
      newest: found
        ? {
            lookUpId: found.lookUpId,
            site: siteName(terms, found.site),
            lookedOn: found.lookedOn,
            outcome: found.outcome,
            differing: [...found.differing],
            tooOld: tooOld(found),
          }
        : null,
    }
  })
  const found = [...newest.values()]
  const count = (outcome: Found['outcome']) => found.filter((each) => each.outcome === outcome).length
  const names = await listOrganisationNames(tx, [group.organisationId])
  return {
    group: {
      id: group.id,
      kind: group.kind,
      title: group.title,
      organisationName: names.get(group.organisationId) ?? '',
      counts: {
        certificates: certificates.length,
        waiting: certificates.length - found.filter((each) => !tooOld(each)).length,
        agreeing: count('agrees'),
        differing: count('differs'),
        missing: count('not-found'),
      },
    },
    sites: [...terms.sites],
    beforePayment: terms.beforePayment,
    maximumAgeDays: terms.maximumAgeDays,
    certificates: shown,
    screenshots: (await listScreenshots(tx, group.id)).map(showScreenshot),
    lookUps: await showLookUps(tx, group.id, terms),
  }
}

async function showLookUps(tx: Tx, groupId: string, terms: LookUpTerms): Promise<LookUpDone[]> {
  const done = await listLookUps(tx, groupId)
  const ids = done.map(({ id }) => id)
  const lines = await listLines(tx, ids)
  const shots = await listScreenshotsOf(tx, ids)
  const persons = await listPersons(
    tx,
    done.map(({ personId }) => personId),
  )
  const roles = await listRolesOf(
    tx,
    done.map(({ accountId }) => accountId),
  )
  return done.map((lookUp) => {
    const own = lines.get(lookUp.id) ?? []
    const count = (outcome: Found['outcome']) => own.filter((line) => line.outcome === outcome).length
    const role = roles.get(lookUp.accountId)?.[0]
    return {
      id: lookUp.id,
      site: siteName(terms, lookUp.site),
      lookedOn: lookUp.lookedOn,
      by: persons.get(lookUp.personId)?.maskedName ?? '',
      post: role ? ROLES[role] : same(''),
      at: lookUp.businessAt.toISOString(),
      agreeing: count('agrees'),
      differing: count('differs'),
      missing: count('not-found'),
      screenshots: (shots.get(lookUp.id) ?? []).map(showScreenshot),
    }
  })
}
