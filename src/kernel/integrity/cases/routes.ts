import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import { type Actor, type Route, route } from '../../../platform/http/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDate, civilDateOf, keptText, newId } from '../../values/public.ts'
import { paperKind, sealPaper } from '../papers/sealing.ts'
import * as contract from './contract.ts'
import { openByHand } from './opening.ts'
import { decide, propose } from './concluding.ts'
import { looksAfterCases } from './hand-over.ts'
import { stateOf } from './rules.ts'
import { colleaguesOf, showCase, showCases, type ShowingNeeds, showOwnCases } from './showing.ts'
import { listConclusions } from './conclusion-store.ts'
import { insertEvent, insertOwner, listOwners } from './event-store.ts'
import { findEvidence, findSameFile, insertEvidence } from './evidence-store.ts'
import { type CaseRow, findCase, listCasesBy } from './store.ts'
import { type CaseEventKind, refusals } from './words.ts'

/** The outbox event that two people have concluded a case; the subject is the case. */
export const CASE_CONCLUDED = 'case.concluded'
export type CaseConcluded = { readonly number: string; readonly outcome: string; readonly groupIds: readonly string[] }

/** The count in the navigation stops here. */
const MOST_COUNTED = 100

export type CaseRouteNeeds = ShowingNeeds & { readonly vault: Vault }

export function caseRoutes(needs: CaseRouteNeeds): Route[] {
  const { groups, vault } = needs
  return [
    route(contract.listCases, async ({ tx, actor, query, now }) => {
      const filter = {
        state: query.state,
        organisationId: query.organisation,
        groupId: query.group,
        ownerId: query.mine ? actor.personId : undefined,
      }
      const found = await listCasesBy(tx, filter, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return {
        items: await showCases(tx, needs, page, now),
        next: found.length > page.length ? page.at(-1)!.id : null,
      }
    }),

    route(contract.countOpenCases, async ({ tx, now }) => {
      const open = await listCasesBy(tx, { state: 'open' }, { limit: MOST_COUNTED })
      const referred = await listCasesBy(tx, { state: 'referred' }, { limit: MOST_COUNTED })
      const due = (await showCases(tx, needs, referred, now)).filter((each) => each.referral?.due || each.waits)
      return { open: open.length, referralsDue: due.length }
    }),

    route(contract.getCase, async ({ tx, actor, params, now }) =>
      showCase(tx, needs, await getCase(tx, params.caseId), actor, now),
    ),

    route(contract.listCaseGroups, async ({ tx, query }) => {
      const found = await groups.list(tx, { ...query, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return {
        items: page.map(({ id, title, organisationName }) => ({ id, title, organisationName })),
        next: found.length > page.length ? page.at(-1)!.id : null,
      }
    }),

    route(contract.openCase, async ({ tx, actor, body, now }) => {
      const group = (await groups.find(tx, [body.groupId])).get(body.groupId)
      if (!group) throw new Problem('not-found', refusals.noSuchGroup)

      const { id, number } = await openByHand(tx, groups.kind, group, { reason: keptText(body.reason), actor, now })
      return { id, number }
    }),

    route(contract.takeCase, async ({ tx, actor, params, now }) => {
      const row = await openCaseOf(tx, params.caseId)
      const owner = (await listOwners(tx, [row.id])).get(row.id)
      if (owner && (await looksAfterCases(tx, owner.personId, now)))
        throw new Problem('conflict', refusals.ownerChanged, { code: 'case-owner' })

      await insertOwner(tx, {
        caseId: row.id,
        nth: (owner?.nth ?? 0) + 1,
        personId: actor.personId,
        accountId: actor.accountId,
        givenBy: actor.personId,
        businessAt: now,
      })
      await happened(tx, row, 'taken', '', actor, now)
      return {}
    }),

    route(contract.handOverCase, async ({ tx, actor, params, body, now }) => {
      const row = await openCaseOf(tx, params.caseId)
      const owner = (await listOwners(tx, [row.id])).get(row.id)
      if (owner?.personId !== actor.personId) throw new Problem('conflict', refusals.notYours, { code: 'case-owner' })
      const colleague = (await colleaguesOf(tx, actor)).find(({ accountId }) => accountId === body.accountId)
      if (!colleague) throw new Problem('not-acceptable', refusals.noSuchColleague)

      await insertOwner(tx, {
        caseId: row.id,
        nth: owner.nth + 1,
        personId: colleague.personId,
        accountId: colleague.accountId,
        givenBy: actor.personId,
        businessAt: now,
      })
      await happened(tx, row, 'handed-over', colleague.name, actor, now)
      return {}
    }),

    route(contract.addCaseNote, async ({ tx, actor, params, body, now }) => {
      const row = await openCaseOf(tx, params.caseId)
      const note = keptText(body.note)
      await insertEvidence(tx, [
        { ...NOTHING, id: newId(), caseId: row.id, kind: 'note', note, ...by(actor), businessAt: now },
      ])
      await happened(tx, row, 'note', '', actor, now)
      return {}
    }),

    route(contract.uploadCaseFile, async ({ tx, actor, params, query, file, now }) => {
      const row = await openCaseOf(tx, params.caseId)
      const mediaType = paperKind(file, { sentence: refusals.fileRefused, code: 'case-file' })
      const known = await findSameFile(tx, row.id, sha256(file))
      if (known) return { evidenceId: known.id }

      const given = { bytes: file, mediaType, fileName: query.fileName, accountId: actor.accountId }
      const { fileId, ...sealed } = await sealPaper(tx, vault, { ...given, id: newId() })
      const evidenceId = newId()
      await insertEvidence(tx, [
        {
          ...NOTHING,
          id: evidenceId,
          caseId: row.id,
          kind: 'file',
          file: { id: fileId, ...sealed },
          ...by(actor),
          businessAt: now,
        },
      ])
      await happened(tx, row, 'file', sealed.name, actor, now)
      return { evidenceId }
    }),

    route(contract.openCaseFile, async ({ tx, actor, params, now }) => {
      const evidence = await findEvidence(tx, params.evidenceId)
      const file = evidence?.file && (await findFile(tx, vault, evidence.file.id))
      if (!evidence?.file || !file || evidence.caseId !== params.caseId)
        throw new Problem('not-found', refusals.noSuchFile)
      await recordAct(tx, {
        id: newId(),
        act: 'case.file-opened',
        subjectKind: 'suspicion-case',
        subjectId: evidence.caseId,
        actor,
        at: now,
        detail: { evidenceId: evidence.id, sha256: evidence.file.sha256.toString('hex') },
      })
      return { fileName: evidence.file.name, bytes: file.bytes }
    }),

    route(contract.proposeConclusion, async ({ tx, actor, params, body, now }) => {
      const row = await getCase(tx, params.caseId)
      const answer = body.answer
        ? { by: keptText(body.answer.by), document: keptText(body.answer.document), on: civilDate(body.answer.on) }
        : null

      const id = await propose(tx, needs, row, {
        ...body,
        reasons: keptText(body.reasons),
        answer,
        today: civilDateOf(now),
        ...by(actor),
        businessAt: now,
      })

      await happened(tx, row, 'proposed', '', actor, now)
      return { conclusionId: id }
    }),

    route(contract.decideConclusion, async ({ tx, actor, params, body, now }) => {
      const row = await getCase(tx, params.caseId)
      const reason = keptText(body.reason)

      const conclusion = await decide(tx, needs, row, {
        conclusionId: params.conclusionId,
        verdict: body.verdict,
        reason,
        ...by(actor),
        businessAt: now,
      })

      await happened(tx, row, body.verdict, reason, actor, now)
      if (body.verdict === 'confirmed') {
        const told: CaseConcluded = { number: row.number, outcome: conclusion.outcome, groupIds: [row.groupId] }
        await announce(tx, { id: newId(), kind: CASE_CONCLUDED, subjectId: row.id, body: told })
      }
      return {}
    }),

    route(contract.listOwnCases, async ({ tx, actor, query }) => {
      const organisationId = actor.organisationId
      if (organisationId === null) return { items: [], next: null }
      const found = await listCasesBy(tx, { organisationId }, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return {
        items: await showOwnCases(tx, groups, page),
        next: found.length > page.length ? page.at(-1)!.id : null,
      }
    }),

    route(contract.replyToCase, async ({ tx, actor, params, body, now }) => {
      const row = await findCase(tx, params.caseId)
      if (!row || row.organisationId !== actor.organisationId) throw new Problem('not-found', refusals.noSuchCase)
      await refuseConcluded(tx, row)
      await happened(tx, row, 'reply', keptText(body.said), actor, now)
      return {}
    }),
  ]
}

const NOTHING = { trail: null, note: null, file: null } as const

const by = ({ personId, accountId }: Actor) => ({ personId, accountId })

/** Writes what happened to a case: on its own timeline, and among the acts of the district. */
async function happened(
  tx: Tx,
  row: CaseRow,
  what: CaseEventKind,
  said: string,
  actor: Actor,
  now: Date,
): Promise<void> {
  await insertEvent(tx, { id: newId(), caseId: row.id, what, said, ...by(actor), businessAt: now })
  await recordAct(tx, {
    id: newId(),
    act: `case.${what}`,
    subjectKind: 'suspicion-case',
    subjectId: row.id,
    actor,
    at: now,
    detail: { number: row.number },
  })
}

async function getCase(tx: Tx, id: string): Promise<CaseRow> {
  const row = await findCase(tx, id)
  if (!row) throw new Problem('not-found', refusals.noSuchCase)
  return row
}

async function openCaseOf(tx: Tx, id: string): Promise<CaseRow> {
  const row = await getCase(tx, id)
  await refuseConcluded(tx, row)
  return row
}

/** A case waits for somebody as long as it is open, and after a referral until the other authority has answered. */
async function refuseConcluded(tx: Tx, row: CaseRow): Promise<void> {
  if (stateOf(await listConclusions(tx, [row.id])) === 'concluded')
    throw new Problem('conflict', refusals.concludedAlready(row.number), { code: 'case-concluded' })
}
