import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile, keepFile } from '../../../platform/files/public.ts'
import { type Actor, httpWords, type Route, route } from '../../../platform/http/public.ts'
import { listActs, recordAct } from '../../record/public.ts'
import type { District } from '../../reference/public.ts'
import {
  addDays,
  type Checked,
  type CivilDate,
  civilDate,
  civilDateOf,
  keptFileName,
  keptText,
} from '../../values/public.ts'
import type { ParametersOn } from '../letters/register.ts'
import { listOrganisationNames, listPersons } from '../store.ts'
import * as contract from './contract.ts'
import { hear, reply } from './hearing.ts'
import { noticeOf } from './notice.ts'
import { findReply, insertReplyFile, listReplies, type Reply } from './reply-store.ts'
import { countsFor, mayReply, stateOf } from './rules.ts'
import { findRestriction, listRestrictions, type RestrictionKept } from './store.ts'
import { words } from './words.ts'

const PRINTED = 'restriction.notice-printed'

export type ReplyNeeds = {
  readonly vault: Vault
  readonly districtOf: (district: number) => District
  readonly parametersOn: ParametersOn
  /** What a paper is by its own bytes, or why it is not taken; a room above knows. */
  readonly readPaper: (bytes: Uint8Array) => Checked<string>
}

type Shown = (tx: Tx, id: string, actor: Actor, today: CivilDate) => Promise<contract.Restriction>

/** What the restricted are told, what they answer, and what follows from it. */
export function replyRoutes(needs: ReplyNeeds, shown: Shown): Route[] {
  const noticesOf = (tx: Tx, rows: readonly RestrictionKept[], now: Date) => noticesShown(tx, needs, rows, now)
  return [
    route(contract.restrictionNotice, async ({ tx, params, now }) => {
      const row = await getRestriction(tx, params.restrictionId)
      const [notice] = await noticesOf(tx, [row], now)
      const printed = (await listActs(tx, 'restriction', row.id)).filter(({ act }) => act === PRINTED).at(-1)
      return { notice: notice!, lastPrintedAt: printed?.businessAt.toISOString() ?? null }
    }),

    route(contract.recordNoticePrinted, async ({ tx, actor, params, now, newId }) => {
      const row = await getRestriction(tx, params.restrictionId)
      await recordAct(tx, { id: newId(), act: PRINTED, subjectKind: 'restriction', subjectId: row.id, actor, at: now })
      return {}
    }),

    route(contract.recordReply, async ({ tx, actor, params, body, now, newId }) => {
      const row = await getRestriction(tx, params.restrictionId)
      const said = { way: body.way, said: keptText(body.said), saidOn: civilDate(body.saidOn) }
      const replyId = await reply(tx, row, { ...said, ...by(actor), now, today: civilDateOf(now) })
      const act = { act: 'restriction.reply-recorded', subjectKind: 'restriction', subjectId: row.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { replyId, way: body.way } })
      return { replyId }
    }),

    route(contract.uploadReplyFile, async ({ tx, actor, params, query, file, now, newId }) => {
      const found = await getReply(tx, params)
      if (found.hearing) throw new Problem('conflict', words.replyHeard, { code: 'heard' })
      const type = needs.readPaper(file)
      if (!type.ok) {
        const items = type.problems.map((sentence) => ({ at: 'file', sentence }))
        throw new Problem('not-acceptable', words.fileRefused, { items, code: 'reply-file' })
      }
      const name = keptFileName(query.fileName, 'reply')
      const sealed = { id: newId(), name, mediaType: type.value, bytes: file, createdBy: actor.accountId }
      const { id: fileId, sizeBytes } = await keepFile(tx, needs.vault, sealed)
      const { accountId } = actor
      await insertReplyFile(tx, found.id, {
        fileId,
        name,
        mediaType: type.value,
        sizeBytes,
        accountId,
        businessAt: now,
      })
      const act = { act: 'restriction.reply-file', subjectKind: 'restriction', subjectId: found.restrictionId }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { replyId: found.id } })
      return {}
    }),

    route(contract.openReplyFile, async ({ tx, actor, params, now, newId }) => {
      const found = await getReply(tx, params)
      const file = found.file && (await findFile(tx, needs.vault, found.file.fileId))
      if (!found.file || !file) throw new Problem('not-found', words.noSuchFile)
      const act = { act: 'restriction.reply-file-opened', subjectKind: 'restriction', subjectId: found.restrictionId }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { replyId: found.id } })
      return { fileName: found.file.name, bytes: file.bytes }
    }),

    route(contract.hearReply, async ({ tx, actor, params, body, now, newId }) => {
      const row = await getRestriction(tx, params.restrictionId)
      const today = civilDateOf(now)
      const endsOn = body.endsOn === null ? null : civilDate(body.endsOn)
      const said = { outcome: body.outcome, endsOn, reason: keptText(body.reason) }
      await hear(tx, row, params.replyId, { ...said, ...by(actor), now, today })
      const act = { act: 'restriction.reply-heard', subjectKind: 'restriction', subjectId: row.id }
      const detail = { replyId: params.replyId, outcome: body.outcome }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail })
      return shown(tx, row.id, actor, today)
    }),

    route(contract.listOwnRestrictions, async ({ tx, actor, query, now }) => {
      const { organisationId } = actor
      if (organisationId === null) return { items: [], next: null }
      const found = await listRestrictions(tx, { after: query.after, limit: query.limit + 1 }, { organisationId })
      const page = found.slice(0, query.limit)
      const notices = await noticesOf(tx, page, now)
      const replies = await listReplies(
        tx,
        page.map(({ id }) => id),
      )
      const today = civilDateOf(now)
      return {
        items: page.map((row, at) => ({
          id: row.id,
          state: stateOf(row, today),
          notice: notices[at]!,
          mayReply: mayReply(row, today),
          replies: replies
            .filter(({ restrictionId }) => restrictionId === row.id)
            .map(({ id, said, saidOn, hearing }) => ({
              id,
              said,
              saidOn,
              hearing: hearing && {
                outcome: hearing.outcome,
                reason: hearing.reason,
                on: civilDateOf(hearing.businessAt),
              },
            })),
        })),
        next: found.length > page.length ? page.at(-1)!.id : null,
      }
    }),

    route(contract.replyToRestriction, async ({ tx, actor, params, body, now, newId }) => {
      const row = await findRestriction(tx, params.restrictionId)
      if (!row || row.organisationId === null || row.organisationId !== actor.organisationId)
        throw new Problem('not-found', httpWords.notFound)
      const today = civilDateOf(now)
      const said = { way: 'console' as const, said: keptText(body.said), saidOn: today }
      const replyId = await reply(tx, row, { ...said, ...by(actor), now, today })
      const act = { act: 'restriction.replied', subjectKind: 'restriction', subjectId: row.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { replyId } })
      return {}
    }),
  ]
}

const by = ({ personId, accountId }: Actor) => ({ personId, accountId })

export async function getRestriction(tx: Tx, id: string): Promise<RestrictionKept> {
  const restriction = await findRestriction(tx, id)
  if (!restriction) throw new Problem('not-found', httpWords.notFound)
  return restriction
}

async function getReply(tx: Tx, of: { restrictionId: string; replyId: string }): Promise<Reply> {
  const found = await findReply(tx, of.restrictionId, of.replyId)
  if (!found) throw new Problem('not-found', words.noSuchReply)
  return found
}

async function noticesShown(
  tx: Tx,
  { districtOf, parametersOn }: ReplyNeeds,
  rows: readonly RestrictionKept[],
  now: Date,
): Promise<contract.Notice[]> {
  const today = civilDateOf(now)
  const parameters = parametersOn(tx.district, today)
  const { bureauZh, bureauEn, consultationPhone } = districtOf(tx.district)
  const place = parameters.get('telling.place').value as { zh: string; en: string }
  const office = { bureau: { zh: bureauZh, en: bureauEn }, place, phone: consultationPhone }
  const answerDays = parameters.get('telling.answerDays').value as number
  const persons = await listPersons(
    tx,
    rows.flatMap(({ personId }) => personId ?? []),
  )
  const organisations = await listOrganisationNames(
    tx,
    rows.flatMap(({ organisationId }) => organisationId ?? []),
  )
  return rows.map((row) => {
    const person = persons.get(row.personId ?? '')
    // Told when it was proposed, and again when it was decided: the days to answer do not move on with the calendar.
    const imposed = row.proposals.find(({ step }) => step === 'impose')!
    const toldOn = civilDateOf(imposed.decision?.businessAt ?? imposed.businessAt)
    const notice = noticeOf(
      {
        subject: person
          ? { what: 'person', name: person.maskedName, identity: person.maskedIdentity }
          : { what: 'organisation', name: organisations.get(row.organisationId ?? '') ?? '', identity: null },
        kind: row.kind,
        state: stateOf(row, today),
        document: row.document,
        clause: row.clause,
        days: countsFor(row) ?? { from: row.from, to: row.to },
      },
      { office, toldOn, until: addDays(toldOn, answerDays) },
    )
    return { ...notice, items: [...notice.items], closing: [...notice.closing] }
  })
}
