import type { Tx } from '../../../platform/db/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import { sha256 } from '../../../platform/crypto/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { type CheckSubject, recordAct } from '../../record/public.ts'
import { civilDateOf, newId, yearOf } from '../../values/public.ts'
import type { CheckResult } from '../store.ts'
import type { CaseGroup, CaseGroups } from './groups.ts'
import { whatToDo } from './rules.ts'
import { insertEvent } from './event-store.ts'
import { insertEvidence } from './evidence-store.ts'
import { holdGateAlone } from './freeze-store.ts'
import { type CaseRow, findOpenCase, insertCase } from './store.ts'
import { insertSubjects, listCasesOfSubjects } from './subject-store.ts'
import { clearedWords, caseTitle, traceWords } from './words.ts'

/** The outbox event that a case leads to other groups too: who claims for them asks again. The subject is the case. */
export const CASE_NAMES_GROUPS = 'case.names-groups'
export type CaseNamesGroups = { readonly groupIds: readonly string[] }

type OfGroup = Pick<CaseGroup, 'id' | 'organisationId'>
type Doer = { readonly accountId: string; readonly personId: string }

/** What tells the same answer again from a new one: what it rests on, or its words where it rests on nothing. */
export function answerSha256({ evidence, sentence }: Pick<CheckResult, 'evidence' | 'sentence'>): Buffer {
  const links = evidence.flatMap(({ kind, id }) => (kind && id ? [`${kind}:${id}`] : [])).sort()
  return sha256(Buffer.from(links.length > 0 ? links.join('\n') : sentence.zh))
}

/** Failed answers that two people have cleared no longer count: they are stored as passed, saying so and by which case. */
export async function withClearances(tx: Tx, results: readonly CheckResult[]): Promise<CheckResult[]> {
  const failed = results.filter(({ outcome }) => outcome === 'failed')
  const known = await listCasesOfSubjects(
    tx,
    failed.map(({ subjectId }) => subjectId),
  )
  const cleared = known.filter(({ outcome }) => outcome === 'cleared')
  if (cleared.length === 0) return [...results]
  return results.map((result) => {
    if (result.outcome !== 'failed') return result
    const hash = answerSha256(result)
    const by = cleared.find(
      ({ subjectId, checkId, answerSha256: answered }) =>
        subjectId === result.subjectId && checkId === result.checkId && answered.equals(hash),
    )
    if (!by) return result
    return {
      ...result,
      outcome: 'passed',
      sentence: clearedWords(by.number, result.sentence),
      evidence: [...result.evidence, { label: caseTitle(by.number), kind: 'suspicion-case', id: by.caseId }],
    }
  })
}

/**
 * Opens a case for each check whose failed answers smell of fraud, or adds the subjects to the one that is open. Somebody
 * of whom nothing shows that they took part is no suspicion: a person who died and signed nothing was honestly absent.
 */
export async function openSuspicions(
  tx: Tx,
  groups: CaseGroups,
  found: {
    readonly groupId: string
    readonly results: readonly CheckResult[]
    readonly subjects: readonly CheckSubject[]
    readonly now: Date
  },
): Promise<void> {
  const { groupId, results, subjects, now } = found
  if (results.length === 0) return
  const group = (await groups.find(tx, [groupId])).get(groupId)
  if (!group) return
  const traces = await groups.tracesOf(tx, groupId)
  const smelling = results.filter(({ subjectId, subjectKind }) => subjectKind === 'class' || traces.has(subjectId))
  if (smelling.length === 0) return
  // Held first, read after: two runs about one provider take turns, and nobody moves its money meanwhile.
  await holdGateAlone(tx, group.organisationId)
  const known = await listCasesOfSubjects(
    tx,
    smelling.map(({ subjectId }) => subjectId),
  )
  for (const checkId of new Set(smelling.map((result) => result.checkId))) {
    const open = await findOpenCase(tx, groupId, checkId)
    const fresh = smelling.filter((result) => {
      if (result.checkId !== checkId) return false
      const hash = answerSha256(result)
      const earlier = known
        .filter((row) => row.subjectId === result.subjectId && row.checkId === checkId)
        .map(({ caseId, outcome, answerSha256: answered }) => ({ caseId, outcome, sameAnswer: answered.equals(hash) }))
      return whatToDo(earlier, open?.id) !== 'known'
    })
    if (fresh.length === 0) continue
    const row =
      open ?? (await keepCase(tx, groups.kind, group, { checkId, reason: null, freezes: 'provider' }, null, now))
    const personOf = new Map(subjects.map((subject) => [subject.id, subject.personId ?? null]))
    await insertSubjects(
      tx,
      fresh.map((result) => ({
        caseId: row.id,
        subjectKind: result.subjectKind,
        subjectId: result.subjectId,
        personId: personOf.get(result.subjectId) ?? null,
        checkId,
        resultId: result.id,
        answerSha256: answerSha256(result),
        businessAt: now,
      })),
    )
    const links = fresh.flatMap((result) => [
      { kind: 'check-result', id: result.id, label: traceWords.result(checkId) },
      ...[...result.evidence, ...[traces.get(result.subjectId) ?? []].flat()].flatMap(({ kind, id, label }) =>
        kind && id ? [{ kind, id, label }] : [],
      ),
    ])
    await insertEvidence(
      tx,
      links.map((trail) => ({
        id: newId(),
        caseId: row.id,
        kind: 'link' as const,
        trail,
        note: null,
        file: null,
        personId: null,
        accountId: null,
        businessAt: now,
      })),
    )
    const others = links.flatMap(({ kind, id }) => (kind === groups.kind && id !== groupId ? [id] : []))
    if (others.length > 0) {
      const told: CaseNamesGroups = { groupIds: [...new Set(others)] }
      await announce(tx, { id: newId(), kind: CASE_NAMES_GROUPS, subjectId: row.id, body: told })
    }
    if (open)
      await insertEvent(tx, {
        id: newId(),
        caseId: row.id,
        what: 'subjects-added',
        said: '',
        personId: null,
        accountId: null,
        businessAt: now,
      })
  }
}

/**
 * Opens a case by hand. Every case about an organisation's group is opened with its gate held. One that freezes a person
 * alone leaves the class and the provider's other claims to go on: whoever opens it holds that person.
 */
export async function openByHand(
  tx: Tx,
  kind: string,
  group: OfGroup,
  given: { readonly reason: string; readonly actor: Doer; readonly now: Date; readonly freezes?: CaseRow['freezes'] },
): Promise<CaseRow> {
  const { reason, actor, now, freezes = 'provider' } = given
  await holdGateAlone(tx, group.organisationId)
  return keepCase(tx, kind, group, { checkId: null, reason, freezes }, actor, now)
}

async function keepCase(
  tx: Tx,
  groupKind: string,
  group: OfGroup,
  because: Pick<CaseRow, 'checkId' | 'reason' | 'freezes'>,
  actor: Doer | null,
  now: Date,
): Promise<CaseRow> {
  const today = civilDateOf(now)
  const year = yearOf(today)
  const template = parametersOn(tx.district, today).get('numbering.case').value
  const row: CaseRow = {
    id: newId(),
    number: formatNumber(template, { year, serial: await nextSerial(tx, 'case', year), district: tx.district }),
    groupKind,
    groupId: group.id,
    organisationId: group.organisationId,
    ...because,
    openedBy: actor?.personId ?? null,
    openedAccountId: actor?.accountId ?? null,
    businessAt: now,
  }
  await insertCase(tx, row)
  await insertEvent(tx, {
    id: newId(),
    caseId: row.id,
    what: 'opened',
    said: because.reason ?? '',
    personId: row.openedBy,
    accountId: row.openedAccountId,
    businessAt: now,
  })
  await recordAct(tx, {
    id: newId(),
    act: 'case.opened',
    subjectKind: 'suspicion-case',
    subjectId: row.id,
    actor,
    at: now,
    detail: { number: row.number, groupId: group.id, checkId: because.checkId },
  })
  return row
}
