import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile, keepFile } from '../../../platform/files/public.ts'
import { type Actor, type Route, route } from '../../../platform/http/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { type ParametersInForce, recordAct } from '../../record/public.ts'
import { type CivilDate, civilDateOf, keptFileName, newId } from '../../values/public.ts'
import {
  countLookUpsWaiting,
  getLookUpGroup,
  listLookUpGroups,
  openScreenshot,
  recordLookUp,
  uploadScreenshot,
} from './contract.ts'
import type { CertificateGroup, CertificateGroups } from './groups.ts'
import { lookedUpMeanwhile, lookUpProblems, type LookUpTerms, lookUpTerms, stillGoodFrom } from './rules.ts'
import { readScreenshot } from './screenshots.ts'
import { certificatesOfGroup, showDetail, showGroups, showScreenshot } from './showing.ts'
import {
  findNewest,
  findSameScreenshot,
  findScreenshot,
  insertLookUp,
  insertScreenshot,
  listScreenshots,
  listTellings,
  lockCertificates,
  type ScreenshotRow,
} from './store.ts'
import { refusals } from './words.ts'

/** The outbox event that certificates of groups were looked up; whoever waited for that may look again. */
export const CERTIFICATES_LOOKED_UP = 'certificates.looked-up'

export type CertificatesLookedUp = { readonly groupIds: readonly string[] }

export type LookUpNeeds = {
  readonly vault: Vault
  readonly groups: CertificateGroups
  /** The county's parameters in force on a day; policy, above this room, resolves them. */
  readonly parametersOn: (district: number, day: CivilDate) => ParametersInForce
}

/** The counts in the navigation stop here. */
const MOST_COUNTED = 100

export function lookUpRoutes({ vault, groups, parametersOn }: LookUpNeeds): Route[] {
  const countyOn = (tx: Tx, now: Date) => {
    const today = civilDateOf(now)
    const parameters = parametersOn(tx.district, today)
    const terms = lookUpTerms(parameters)
    const provinces = parameters.get('certificate.provinces').value as readonly string[] | null
    return { today, terms, provinces, goodFrom: stillGoodFrom(terms, today) }
  }
  return [
    route(listLookUpGroups, async ({ tx, query, now }) => {
      const { goodFrom, terms } = countyOn(tx, now)
      const { show, after, limit } = query
      const tellings = await listTellings(tx, { show, goodFrom, after, limit: limit + 1 })
      const shown = tellings.slice(0, limit)
      return {
        items: await showGroups(tx, groups, shown),
        next: tellings.length > limit ? shown.at(-1)!.toldBy : null,
        beforePayment: terms.beforePayment,
      }
    }),

    route(countLookUpsWaiting, async ({ tx, now }) => {
      const { goodFrom } = countyOn(tx, now)
      return { waiting: (await listTellings(tx, { show: 'waiting', goodFrom, limit: MOST_COUNTED })).length }
    }),

    route(getLookUpGroup, async ({ tx, params, now }) => {
      const group = await groupOf(tx, groups, params.groupId)
      return showDetail(tx, group, await certificatesOfGroup(tx, groups, group.id), countyOn(tx, now))
    }),

    route(uploadScreenshot, async ({ tx, actor, params, query, file, now }) => {
      const group = await groupOf(tx, groups, params.groupId)
      const type = readScreenshot(file)
      if (!type.ok) {
        const items = type.problems.map((sentence) => ({ at: 'file', sentence }))
        throw new Problem('not-acceptable', refusals.screenshotRefused, { items, code: 'screenshot' })
      }
      // Sites name their pictures by what was asked: an identity number.
      const fileName = keptFileName(query.fileName, 'screenshot')
      const known = await findSameScreenshot(tx, group.id, sha256(file))
      return showScreenshot(
        known ?? (await keepScreenshot(tx, vault, { group, actor, now, fileName, mediaType: type.value, bytes: file })),
      )
    }),

    route(recordLookUp, async ({ tx, actor, params, body, now }) => {
      const group = await groupOf(tx, groups, params.groupId)
      const county = countyOn(tx, now)
      const lookUp = { ...body, lookedOn: body.lookedOn as CivilDate }
      await refuseUnfit(tx, groups, group.id, lookUp, county)

      const id = newId()
      const { accountId, personId } = actor
      const { site, lookedOn, lines, screenshotIds } = lookUp
      await insertLookUp(
        tx,
        { id, groupId: group.id, site, lookedOn, accountId, personId, businessAt: now },
        lines.map(({ certificateId, outcome, differing }) => ({ id: newId(), certificateId, outcome, differing })),
        [...new Set(screenshotIds)],
      )
      const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length
      const found = { agreeing: count('agrees'), differing: count('differs'), missing: count('not-found') }
      const detail = { group: group.id, site, lookedOn, screenshots: screenshotIds.length, ...found }
      const act = { act: 'certificates.looked-up', subjectKind: 'certificate-look-up', subjectId: id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail })
      const told: CertificatesLookedUp = { groupIds: [group.id] }
      await announce(tx, { id: newId(), kind: CERTIFICATES_LOOKED_UP, subjectId: group.id, body: told })
      return { lookUpId: id, certificates: lines.length }
    }),

    route(openScreenshot, async ({ tx, actor, params, now }) => {
      const screenshot = await findScreenshot(tx, params.screenshotId)
      const file = screenshot && (await findFile(tx, vault, screenshot.fileId))
      if (!screenshot || !file) throw new Problem('not-found', refusals.screenshotMissing)
      const detail = { group: screenshot.groupId, sha256: screenshot.sha256.toString('hex') }
      const act = { act: 'screenshot.opened', subjectKind: 'certificate-screenshot', subjectId: screenshot.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail })
      return { fileName: screenshot.fileName, bytes: file.bytes }
    }),
  ]
}

async function groupOf(tx: Tx, groups: CertificateGroups, groupId: string): Promise<CertificateGroup> {
  const group = await groups.findGroup(tx, groupId)
  if (!group) throw new Problem('not-found', refusals.groupMissing)
  return group
}

type Given = Parameters<typeof lookUpProblems>[0] & { readonly screenshotIds: readonly string[] }

/** Refuses what is wrong with a look-up, all at once, and what somebody else has looked up meanwhile. */
async function refuseUnfit(
  tx: Tx,
  groups: CertificateGroups,
  groupId: string,
  given: Given,
  { today, terms }: { today: CivilDate; terms: LookUpTerms },
): Promise<void> {
  const ids = given.lines.map((line) => line.certificateId)
  // Held first, read after: what another clerk has just written down is seen.
  await lockCertificates(tx, ids)
  const { certificates } = await certificatesOfGroup(tx, groups, groupId)
  const own = new Map(certificates.map(({ certificate }) => [certificate.id, certificate]))
  const newest = await findNewest(
    tx,
    ids.filter((id) => own.has(id)),
  )
  const meanwhile = lookedUpMeanwhile(
    given.lines.filter((line) => own.has(line.certificateId)),
    newest,
  )
  if (meanwhile.length > 0) {
    const items = meanwhile.map(({ certificateId }) => ({
      at: 'body.lines',
      sentence: refusals.meanwhileOne(own.get(certificateId)?.number ?? ''),
    }))
    throw new Problem('conflict', refusals.meanwhile, { items, code: 'looked-up-meanwhile' })
  }
  const kept = new Set((await listScreenshots(tx, groupId)).map(({ id }) => id))
  const items = [
    ...lookUpProblems(given, { today, sites: terms.sites, certificates: own, newest }),
    ...(given.screenshotIds.every((id) => kept.has(id))
      ? []
      : [{ at: 'body.screenshotIds', sentence: refusals.screenshotMissing }]),
  ]
  if (items.length > 0) throw new Problem('not-acceptable', refusals.notTaken, { items, code: 'look-up' })
}

async function keepScreenshot(
  tx: Tx,
  vault: Vault,
  given: {
    group: CertificateGroup
    actor: Actor
    now: Date
    fileName: string
    mediaType: ScreenshotRow['mediaType']
    bytes: Buffer
  },
): Promise<ScreenshotRow> {
  const { group, actor, now, fileName, mediaType, bytes } = given
  const file = await keepFile(tx, vault, { id: newId(), name: fileName, mediaType, bytes, createdBy: actor.accountId })
  const screenshot: ScreenshotRow = {
    id: newId(),
    groupId: group.id,
    fileId: file.id,
    fileName,
    mediaType,
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
    accountId: actor.accountId,
    businessAt: now,
  }
  await insertScreenshot(tx, screenshot)
  return screenshot
}
