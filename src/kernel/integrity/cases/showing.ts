import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { listAccounts, permissionsOf, whoOf } from '../../access/public.ts'
import { listOrganisationNames, listPersons } from '../../people/public.ts'
import type { Check } from '../../record/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { type CivilDate, civilDateOf } from '../../values/public.ts'
import { findResult } from '../store.ts'
import type { ListedCase, OwnCase, SuspicionCase } from './contract.ts'
import type { OverrideSource } from '../overrides/sources.ts'
import type { CaseGroups } from './groups.ts'
import { concluderOf } from './concluder.ts'
import { type ConclusionRow, listConclusions } from './conclusion-store.ts'
import { listEvents, listOwners } from './event-store.ts'
import { looksAfterCases } from './hand-over.ts'
import { type EvidenceRow, listEvidence } from './evidence-store.ts'
import { conclusionOf, openConclusion, referralOf, refusalToDecide, refusalToPropose, stateOf } from './rules.ts'
import type { CaseRow } from './store.ts'
import { listSubjects } from './subject-store.ts'
import { CONCLUDING_REFUSALS, EVENT_WORDS } from './words.ts'

/** A claim that a case keeps from going on; funds, above, tells it. */
export type FrozenClaim = SuspicionCase['frozen'][number]

export type ShowingNeeds = {
  readonly groups: CaseGroups
  readonly source: OverrideSource
  readonly checks: readonly Check[]
  /** The claims of an organisation that are not paid or returned, each with whether this group's own. */
  frozenBy(tx: Tx, frozen: { groupId: string; organisationId: string; others: boolean }): Promise<FrozenClaim[]>
}

const nothing: Sentence = { zh: '', en: '' }

function becauseOf({ checkId, reason }: CaseRow, checks: readonly Check[]): ListedCase['because'] {
  if (reason !== null) return { checkId: null, sentence: { zh: reason, en: reason } }
  return {
    checkId,
    sentence: checks.find(({ id }) => id === checkId)?.title ?? { zh: checkId ?? '', en: checkId ?? '' },
  }
}

/** Cases as lists show them. */
export async function showCases(
  tx: Tx,
  needs: ShowingNeeds,
  rows: readonly CaseRow[],
  now: Date,
): Promise<ListedCase[]> {
  const today = civilDateOf(now)
  const reminderDays = parametersOn(tx.district, today).get('case.referralReminderDays').value
  const ids = rows.map((row) => row.id)
  const groups = await needs.groups.find(
    tx,
    rows.map((row) => row.groupId),
  )
  const organisations = await listOrganisationNames(
    tx,
    rows.map((row) => row.organisationId),
  )
  const subjects = await listSubjects(tx, ids)
  const owners = await listOwners(tx, ids)
  const conclusions = await listConclusions(tx, ids)
  const who = await whoOf(
    tx,
    [...owners.values()].map((owner) => owner.accountId),
  )
  return rows.map((row) => {
    const own = conclusions.filter(({ caseId }) => caseId === row.id)
    const owner = owners.get(row.id)
    return {
      id: row.id,
      number: row.number,
      state: stateOf(own),
      outcome: conclusionOf(own)?.outcome ?? null,
      group: { id: row.groupId, kind: row.groupKind, title: groups.get(row.groupId)?.title ?? nothing },
      organisationId: row.organisationId,
      organisationName: organisations.get(row.organisationId) ?? '',
      because: becauseOf(row, needs.checks),
      people: new Set(subjects.filter(({ caseId }) => caseId === row.id).map(({ subjectId }) => subjectId)).size,
      owner: owner ? who(owner.accountId) : null,
      waits: openConclusion(own) !== undefined,
      openedOn: civilDateOf(row.businessAt),
      referral: referralShown(own, today, reminderDays),
    }
  })
}

function referralShown(conclusions: readonly ConclusionRow[], today: CivilDate, reminderDays: number) {
  const since = conclusionOf(conclusions)?.decidedOn
  return since && stateOf(conclusions) === 'referred' ? referralOf(since, today, reminderDays) : null
}

/** One case with everything of it, for whoever of the bureau opens it. */
export async function showCase(
  tx: Tx,
  needs: ShowingNeeds,
  row: CaseRow,
  actor: Actor,
  now: Date,
): Promise<SuspicionCase> {
  const [listed] = await showCases(tx, needs, [row], now)
  const events = await listEvents(tx, [row.id])
  const evidence = await listEvidence(tx, row.id)
  const conclusions = await listConclusions(tx, [row.id])
  const who = await whoOf(
    tx,
    [
      ...events.map(({ accountId }) => accountId),
      ...evidence.map(({ accountId }) => accountId),
      ...conclusions.flatMap(({ accountId, decision }) => [accountId, decision?.accountId ?? null]),
    ].flatMap((id) => id ?? []),
  )
  const by = (accountId: string | null) => (accountId === null ? null : who(accountId))
  const conclusion = conclusionOf(conclusions)
  const state = stateOf(conclusions)
  const isOpen = state === 'open'
  const owner = (await listOwners(tx, [row.id])).get(row.id)
  const concluder = await concluderOf(tx, needs.source, row, actor.personId)
  const told = (refusal: ReturnType<typeof refusalToPropose>) => (refusal ? CONCLUDING_REFUSALS[refusal] : null)
  const freezes = state !== 'concluded'
  const others = isOpen || (conclusion?.keepsProviderFrozen ?? false)
  const mayWrite = state !== 'concluded' && actor.permissions.has('case.write')
  return {
    ...listed!,
    subjects: await subjectsShown(tx, needs.groups, row),
    others: await othersNamed(tx, needs.groups, row, evidence),
    evidence: evidence.map((each) => ({
      id: each.id,
      kind: each.kind,
      label: each.trail?.label ?? null,
      trail: each.trail ? { kind: each.trail.kind, id: each.trail.id } : null,
      note: each.note,
      file: each.file ? { name: each.file.name, mediaType: each.file.mediaType, sizeBytes: each.file.sizeBytes } : null,
      by: by(each.accountId),
      at: each.businessAt.toISOString(),
    })),
    events: events.map((event) => ({
      id: event.id,
      what: event.what,
      title: EVENT_WORDS[event.what],
      said: event.said,
      by: by(event.accountId),
      at: event.businessAt.toISOString(),
    })),
    conclusions: conclusions.map((each) => ({
      id: each.id,
      outcome: each.outcome,
      keepsProviderFrozen: each.keepsProviderFrozen,
      reasons: each.reasons,
      answer: each.answer,
      by: who(each.accountId),
      at: each.businessAt.toISOString(),
      decision:
        each.decision && each.verdict
          ? {
              verdict: each.verdict,
              reason: each.decision.reason,
              by: who(each.decision.accountId),
              at: each.decision.businessAt.toISOString(),
            }
          : null,
    })),
    frozen: freezes
      ? await needs.frozenBy(tx, { groupId: row.groupId, organisationId: row.organisationId, others })
      : [],
    colleagues: mayWrite
      ? (await colleaguesOf(tx, actor)).map(({ accountId, name, post }) => ({ accountId, name, post }))
      : [],
    may: {
      take: mayWrite && (owner === undefined || !(await looksAfterCases(tx, owner.personId, now))),
      handOver: mayWrite && owner?.personId === actor.personId,
      write: mayWrite,
      proposeRefusal: told(refusalToPropose(conclusions, concluder, state === 'referred')),
      decideRefusal: told(refusalToDecide(conclusions, concluder)),
    },
  }
}

/** The other groups that what was gathered leads to. */
async function othersNamed(
  tx: Tx,
  groups: CaseGroups,
  row: CaseRow,
  evidence: readonly EvidenceRow[],
): Promise<SuspicionCase['others']> {
  const named = evidence.flatMap(({ trail }) =>
    trail && trail.kind === groups.kind && trail.id !== row.groupId ? [trail.id] : [],
  )
  const found = await groups.find(tx, named)
  return named.flatMap((id) => {
    const group = found.get(id)
    return group ? [{ id, title: group.title, organisationName: group.organisationName }] : []
  })
}

async function subjectsShown(tx: Tx, groups: CaseGroups, row: CaseRow): Promise<SuspicionCase['subjects']> {
  const subjects = await listSubjects(tx, [row.id])
  const members = new Map((await groups.membersOf(tx, row.groupId)).map((member) => [member.subjectId, member]))
  const persons = await listPersons(
    tx,
    subjects.flatMap(({ personId }) => personId ?? []),
  )
  const shown: SuspicionCase['subjects'] = []
  for (const { subjectId, personId, checkId, resultId } of subjects) {
    const result = await findResult(tx, resultId)
    const [member, person] = [members.get(subjectId), persons.get(personId ?? '')]
    shown.push({
      subjectId,
      position: member?.position ?? null,
      maskedName: member?.maskedName ?? person?.maskedName ?? '',
      maskedIdentity: person?.maskedIdentity ?? '',
      checkId,
      sentence: result?.sentence ?? nothing,
      resultId,
    })
  }
  return shown.sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
}

/** Everybody else of the bureau who works on cases. */
export async function colleaguesOf(
  tx: Tx,
  actor: Pick<Actor, 'personId'>,
): Promise<(SuspicionCase['colleagues'][number] & { readonly personId: string })[]> {
  const accounts = (await listAccounts(tx)).filter(
    ({ organisationId, personId, roles }) =>
      organisationId === null && personId !== actor.personId && permissionsOf(roles).has('case.write'),
  )
  const who = await whoOf(
    tx,
    accounts.map(({ id }) => id),
  )
  return accounts.map(({ id, personId }) => ({ accountId: id, personId, ...who(id) }))
}

/** Cases as the provider they are about reads them. */
export async function showOwnCases(tx: Tx, groups: CaseGroups, rows: readonly CaseRow[]): Promise<OwnCase[]> {
  const ids = rows.map((row) => row.id)
  const found = await groups.find(
    tx,
    rows.map((row) => row.groupId),
  )
  const conclusions = await listConclusions(tx, ids)
  const replies = (await listEvents(tx, ids)).filter(({ what }) => what === 'reply')
  return rows.map((row) => {
    const own = conclusions.filter(({ caseId }) => caseId === row.id)
    return {
      id: row.id,
      number: row.number,
      state: stateOf(own),
      outcome: conclusionOf(own)?.outcome ?? null,
      title: found.get(row.groupId)?.title ?? nothing,
      openedOn: civilDateOf(row.businessAt),
      replies: replies
        .filter(({ caseId }) => caseId === row.id)
        .map(({ id, said, businessAt }) => ({ id, said, at: businessAt.toISOString() })),
    }
  })
}
