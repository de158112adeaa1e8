import { Readable } from 'node:stream'
import { Problem } from '../../../platform/contract/public.ts'
import { type Db, inDistrict, type Tx } from '../../../platform/db/public.ts'
import { type Actor, httpWords, type Route, route } from '../../../platform/http/public.ts'
import { leaveWork } from '../../../platform/outbox/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { recordAct } from '../store.ts'
import { archiveName } from './archive.ts'
import {
  type ArchiveShape,
  askForClassArchive,
  askForPersonArchive,
  askForProviderArchive,
  cancelArchive,
  FULL,
  listArchives,
  takeArchiveOut,
} from './contract.ts'
import { actOn, type MakingNeeds } from './making.ts'
import { type ArchivePlace, isUnderWay, MOST_UNDER_WAY } from './rules.ts'
import {
  type ArchiveRow,
  ARCHIVES,
  countTaken,
  findArchive,
  findPart,
  insertArchive,
  listArchives as listRows,
  listUnderWay,
} from './store.ts'
import { refusals } from './words.ts'

export type ArchiveRouteNeeds = MakingNeeds & {
  /** Whom a claim speaks of. */
  readonly personOfClaim: (tx: Tx, claimId: string, decisionId: string) => Promise<string | undefined>
}

/** One class, one person or one provider as an archive that opens without us. */
export function archiveRoutes(needs: ArchiveRouteNeeds): Route[] {
  const ask = async (
    tx: Tx,
    actor: Actor,
    about: ArchivePlace,
    { reason, full }: { reason: string; full: boolean },
  ) => {
    const title = actor.organisationId === null ? await needs.subjects[about.of].title(tx, about.id) : undefined
    if (!title) throw new Problem('not-found', httpWords.notFound)
    if (full && !actor.permissions.has(FULL))
      throw new Problem('forbidden', refusals.notInFull, { code: 'archive-not-in-full' })
    const underWay = await listUnderWay(tx, actor.accountId)
    if (underWay.some((each) => each.of === about.of && each.aboutId === about.id))
      throw new Problem('conflict', refusals.sameUnderWay, { code: 'archive-under-way' })
    if (underWay.length >= MOST_UNDER_WAY)
      throw new Problem('conflict', refusals.manyUnderWay(MOST_UNDER_WAY), { code: 'archives-under-way' })

    const { accountId, personId } = actor
    const asked = { id: newId(), of: about.of, aboutId: about.id, title, reason, inFull: full, accountId, personId }
    await insertArchive(tx, asked)
    const act = actOn(asked, 'archive.asked-for', tx.now)
    await recordAct(tx, { ...act, actor, detail: { ...act.detail, reason, inFull: full } })
    return { id: asked.id }
  }
  return [
    route(askForClassArchive, ({ tx, actor, params, body }) =>
      ask(tx, actor, { of: 'class', id: params.classId }, body),
    ),

    route(askForPersonArchive, async ({ tx, actor, params, body }) => {
      const personId = await needs.personOfClaim(tx, params.claimId, params.decisionId)
      if (personId === undefined) throw new Problem('not-found', httpWords.notFound)
      return ask(tx, actor, { of: 'person', id: personId }, body)
    }),

    route(askForProviderArchive, ({ tx, actor, params, body }) =>
      ask(tx, actor, { of: 'provider', id: params.organisationId }, body),
    ),

    route(listArchives, async ({ tx, actor, query }) => {
      const found = await listRows(tx, { after: query.after, limit: query.limit + 1 })
      const items = found.slice(0, query.limit)
      const who = await needs.whoOf(
        tx,
        items.map(({ accountId }) => accountId),
      )
      const taken = await countTaken(tx, items)
      return {
        items: items.map((row) => ({
          ...shown(row),
          by: who(row.accountId),
          isOwn: row.accountId === actor.accountId,
          taken: taken.get(row.id) ?? 0,
        })),
        next: found.length > query.limit ? items.at(-1)!.id : null,
        keptDays: needs.keptDays(tx.district),
      }
    }),

    route(takeArchiveOut, async ({ tx, actor, params, body, now }) => {
      const archive = actor.organisationId === null ? await findArchive(tx, params.archiveId) : undefined
      if (!archive) throw new Problem('not-found', httpWords.notFound)
      if (archive.inFull && !actor.permissions.has(FULL))
        throw new Problem('forbidden', refusals.notInFull, { code: 'archive-not-in-full' })
      if (archive.status !== 'done')
        throw new Problem('conflict', refusals.notThere[archive.status], { code: 'archive-not-there' })

      const act = actOn(archive, 'archive.taken-out', now)
      const sha256 = archive.sha256!.toString('hex')
      await recordAct(tx, { ...act, actor, detail: { ...act.detail, reason: body.reason, sha256 } })
      return {
        fileName: archiveName(archive.title, civilDateOf(now)),
        bytes: Readable.from(piecesOf(needs, tx.district, archive)),
      }
    }),

    route(cancelArchive, async ({ tx, actor, params, now }) => {
      const archive = actor.organisationId === null ? await findArchive(tx, params.archiveId) : undefined
      if (!archive) throw new Problem('not-found', httpWords.notFound)
      // Whoever is audited does not stop the auditor.
      if (archive.accountId !== actor.accountId)
        throw new Problem('conflict', refusals.notYours, { code: 'archive-of-another' })
      if (!isUnderWay(archive.status) || !(await leaveWork(tx, ARCHIVES, archive.id, 'cancelled')))
        throw new Problem('conflict', refusals.over, { code: 'archive-is-over' })

      await recordAct(tx, { ...actOn(archive, 'archive.cancelled', now), actor })
      return {}
    }),
  ]
}

/** Its pieces in clear, each read when the one before went out. One that was swept meanwhile breaks the file off. */
async function* piecesOf(
  { db, vault }: { readonly db: Db } & Pick<MakingNeeds, 'vault'>,
  district: number,
  { id, parts }: ArchiveRow,
): AsyncGenerator<Buffer> {
  for (let nth = 1; nth <= (parts ?? 0); nth += 1) {
    const piece = await inDistrict(db, district, (tx) => findPart(tx, vault, id, nth), { readOnly: true })
    if (!piece) throw new Error(`Part ${nth} of the archive ${id} is gone.`)
    yield piece
  }
}

function shown(row: ArchiveRow): Omit<ArchiveShape, 'by' | 'isOwn' | 'taken'> {
  const { id, of, title, reason, inFull, status, progress, askedAt, endedAt, expiresAt } = row
  return {
    id,
    of,
    title,
    reason,
    inFull,
    status,
    progress,
    askedAt: askedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    sizeBytes: row.sizeBytes === null ? null : Number(row.sizeBytes),
    sha256: row.sha256?.toString('hex') ?? null,
    manifestSha256: row.manifestSha256?.toString('hex') ?? null,
  }
}
