import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type Route, route } from '../../../platform/http/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import { writeTable } from '../../../platform/office/public.ts'
import { findDecision, parametersOn } from '../../policy/public.ts'
import { recordAct, type TrailPlace, type Walking } from '../../record/public.ts'
import { type CivilDate, civilDate, civilDateOf, keptText, yearOf } from '../../values/public.ts'
import { insertEvidence } from '../cases/evidence-store.ts'
import type { CaseGroups } from '../cases/groups.ts'
import { openByHand } from '../cases/opening.ts'
import { refusals as caseRefusals } from '../cases/words.ts'
import { insertFindingCase, listCasesOfFindings } from './case-store.ts'
import * as contract from './contract.ts'
import { addPaper, openPaper } from '../papers/beside.ts'
import { problemOfDue, type StepKind, whyNot } from './rules.ts'
import { findingsShown, mayAddFile, ownShown } from './shown.ts'
import {
  countFindings,
  FINDING_PAPERS,
  type FindingFilter,
  type FindingRow,
  findFinding,
  insertFinding,
  insertStep,
  listFindings,
  type Step,
} from './store.ts'
import { words } from './words.ts'

export type FindingNeeds = { readonly walking: Walking; readonly vault: Vault; readonly groups: CaseGroups }

const MOST_COUNTED = 100
const MOST_EXPORTED = 2000

const by = ({ personId, accountId }: Actor) => ({ personId, accountId })

/** The auditor writes findings about any step; the bureau answers; the auditor closes or asks again. */
export function findingRoutes({ walking, vault, groups }: FindingNeeds): Route[] {
  async function shown(tx: Tx, id: string, actor: Actor, today: CivilDate): Promise<contract.Finding> {
    return (await findingsShown(tx, [await getFinding(tx, id)], { actor, today }))[0]!
  }

  /** The next word about a finding, if it is this person's turn. */
  async function say(tx: Tx, finding: FindingRow, step: Omit<Step, 'findingId' | 'nth'>, actor: Actor, actId: string) {
    const refused = whyNot(finding.last, step.what, actor.personId)
    if (refused) throw new Problem('conflict', refused.sentence, { code: refused.code })
    await insertStep(tx, { ...step, findingId: finding.id, nth: finding.last.nth + 1 }, finding.last)
    const act = { act: `finding.${step.what}`, subjectKind: 'finding', subjectId: finding.id }
    await recordAct(tx, { ...act, id: actId, actor, at: step.businessAt, detail: { step: step.id } })
  }

  return [
    route(contract.listFindings, async ({ tx, actor, query, now }) => {
      const today = civilDateOf(now)
      const found = await listFindings(tx, filterOf(query, today), { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return {
        items: await findingsShown(tx, page, { actor, today }),
        next: found.length > page.length ? page.at(-1)!.id : null,
      }
    }),

    route(contract.exportFindings, async ({ tx, actor, query, now, newId, locale }) => {
      const today = civilDateOf(now)
      const found = await listFindings(tx, filterOf(query, today), { limit: MOST_EXPORTED + 1 })
      const rows = await findingsShown(tx, found.slice(0, MOST_EXPORTED), { actor, today })
      const columns = [words.number, words.subject, words.organisation, words.severity, words.found, words.rule]
      const more = [words.remedy, words.due, words.state, words.answer, words.conclusion]
      const saidLast = (row: contract.Finding, what: StepKind) =>
        row.steps.findLast((step) => step.what === what)?.said ?? ''
      const bytes = await writeTable({
        title: words.register[locale],
        lines: [
          words.asOf(today)[locale],
          ...(found.length > MOST_EXPORTED ? [words.truncated(MOST_EXPORTED)[locale]] : []),
        ],
        columns: [...columns, ...more].map((each) => each[locale]),
        rows: rows.map((row) => [
          row.number,
          row.subject.title[locale],
          row.organisation?.name ?? '',
          words.severities[row.severity][locale],
          row.found,
          row.rule,
          row.remedy,
          row.dueOn,
          words.states[row.state][locale],
          saidLast(row, 'answered'),
          saidLast(row, row.state === 'closed' ? 'closed' : 'asked-again'),
        ]),
      })
      const subject = { subjectKind: 'account', subjectId: actor.accountId }
      const detail = { findings: rows.length }
      await recordAct(tx, { id: newId(), act: 'finding.register-exported', ...subject, actor, at: now, detail })
      return { fileName: `${words.register[locale]}-${today}.xlsx`, bytes }
    }),

    route(contract.countFindings, async ({ tx, actor, now }) => {
      const overdue = await countFindings(tx, { overdueOn: civilDateOf(now) }, MOST_COUNTED)
      const judges = actor.permissions.has(contract.judgeFinding.may)
      const waiting = await countFindings(tx, { state: judges ? 'answered' : 'open' }, MOST_COUNTED)
      return { waiting: judges ? waiting + overdue : waiting, overdue }
    }),

    route(contract.listOwnFindings, async ({ tx, actor, query }) => {
      if (actor.organisationId === null) return { items: [], next: null }
      const filter = { organisationId: actor.organisationId, told: true as const }
      const found = await listFindings(tx, filter, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return { items: page.map(ownShown), next: found.length > page.length ? page.at(-1)!.id : null }
    }),

    route(contract.getFinding, async ({ tx, actor, params, now }) =>
      shown(tx, params.findingId, actor, civilDateOf(now)),
    ),

    route(contract.writeFinding, async ({ tx, actor, body, now, newId }) => {
      const today = civilDateOf(now)
      const place = { kind: body.kind, id: body.subject }
      const step = await walking.step(tx, place, null)
      const organisationId = (await walking.about(tx, place))?.organisationId ?? null

      const problems = [
        ...(step ? [] : [{ at: 'body.subject', sentence: words.noSubject }]),
        ...[problemOfDue(civilDate(body.dueOn), today)].flatMap((each) => each ?? []),
        ...(step && body.forOrganisation && organisationId === null
          ? [{ at: 'body.forOrganisation', sentence: words.notTold }]
          : []),
      ]
      if (!step || problems.length > 0)
        throw new Problem('not-acceptable', problems[0]?.sentence ?? words.noSubject, { items: problems })

      const year = yearOf(today)
      const template = parametersOn(tx.district, today).get('numbering.finding').value
      const serial = await nextSerial(tx, 'finding', year)
      const finding = {
        id: newId(),
        number: formatNumber(template, { year, serial, district: tx.district }),
        subjectKind: place.kind,
        subjectId: place.id,
        subjectTitle: step.title,
        organisationId,
        personId: await personOf(tx, walking, place),
        forOrganisation: body.forOrganisation,
        found: keptText(body.found),
        rule: keptText(body.rule),
        severity: body.severity,
        remedy: keptText(body.remedy),
        asksCase: body.asksCase,
        writtenOn: today,
      }
      await insertFinding(tx, finding)
      const written = { findingId: finding.id, nth: 0, what: 'written' as const, said: finding.remedy }
      await insertStep(
        tx,
        { ...written, id: newId(), dueOn: civilDate(body.dueOn), ...by(actor), businessAt: now },
        null,
      )
      const act = { act: 'finding.written', subjectKind: 'finding', subjectId: finding.id }
      const detail = { number: finding.number, about: place.kind, subjectId: place.id, severity: finding.severity }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail })
      return shown(tx, finding.id, actor, today)
    }),

    route(contract.answerFinding, async ({ tx, actor, params, body, now, newId }) => {
      const finding = await getFinding(tx, params.findingId)
      const step = { what: 'answered' as const, said: keptText(body.said), dueOn: null }
      await say(tx, finding, { ...step, id: newId(), ...by(actor), businessAt: now }, actor, newId())
      return shown(tx, finding.id, actor, civilDateOf(now))
    }),

    route(contract.judgeFinding, async ({ tx, actor, params, body, now, newId }) => {
      const finding = await getFinding(tx, params.findingId)
      const today = civilDateOf(now)
      const dueOn = body.outcome === 'closed' || body.dueOn === null ? null : civilDate(body.dueOn)
      const problem =
        body.outcome === 'closed'
          ? undefined
          : dueOn === null
            ? { at: 'body.dueOn', sentence: words.noDue }
            : problemOfDue(dueOn, today)
      if (problem) throw new Problem('not-acceptable', problem.sentence, { items: [problem] })

      const step = { what: body.outcome, said: keptText(body.said), dueOn }
      await say(tx, finding, { ...step, id: newId(), ...by(actor), businessAt: now }, actor, newId())
      return shown(tx, finding.id, actor, today)
    }),

    route(contract.findingCaseGroup, async ({ tx, params }) => {
      const { subjectKind, subjectId } = await getFinding(tx, params.findingId)
      const groupId = await groupOf(tx, walking, groups.kind, { kind: subjectKind, id: subjectId })
      const group = groupId === null ? undefined : (await groups.find(tx, [groupId])).get(groupId)
      return { group: group ? { id: group.id, title: group.title } : null }
    }),

    route(contract.openCaseOfFinding, async ({ tx, actor, params, body, now, newId }) => {
      const finding = await getFinding(tx, params.findingId)
      if ((await listCasesOfFindings(tx, [finding.id])).has(finding.id))
        throw new Problem('conflict', words.caseThere, { code: 'a_finding_opens_one_case' })
      const group = (await groups.find(tx, [body.groupId])).get(body.groupId)
      if (!group) throw new Problem('not-found', caseRefusals.noSuchGroup)

      const reason = words.caseReason(finding.number, keptText(body.reason)).zh
      const opened = await openByHand(tx, groups.kind, group, { reason, actor, now })
      const of = { caseId: opened.id, ...by(actor), businessAt: now }
      const trail = { kind: 'finding', id: finding.id, label: words.named(finding.number) }
      await insertEvidence(tx, [{ ...of, id: newId(), kind: 'link', trail, note: null, file: null }])
      await insertFindingCase(tx, { ...of, findingId: finding.id })
      const act = { act: 'finding.case-opened', subjectKind: 'finding', subjectId: finding.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { caseId: opened.id, number: opened.number } })
      return { id: opened.id, number: opened.number }
    }),

    route(contract.addFindingFile, async ({ tx, actor, params, query, file, now, newId }) => {
      const finding = await getFinding(tx, params.findingId)
      if (finding.last.what === 'closed') throw new Problem('conflict', words.closedNow, { code: 'closed' })
      if (!mayAddFile(finding, actor)) throw new Problem('conflict', words.notYours, { code: 'not-in-turn' })
      const of = { kind: 'finding', id: finding.id, nth: finding.last.nth }
      const by = { papers: FINDING_PAPERS, vault, of, act: 'finding.file-added', actor, now, newId }
      return addPaper(tx, by, { bytes: file, fileName: query.fileName, refused: words.fileRefused })
    }),

    route(contract.openFindingFile, async ({ tx, actor, params, now, newId }) => {
      const of = { kind: 'finding', id: params.findingId }
      const by = { papers: FINDING_PAPERS, vault, of, act: 'finding.file-opened', actor, now, newId }
      return openPaper(tx, by, { id: params.fileId, missing: words.noSuchFile })
    }),
  ]
}

/** As many steps down as a claim's line is from its class. */
const DEEPEST = 5

/** The group that a step is of: itself, or the one that it rests on. */
async function groupOf(tx: Tx, walking: Walking, groupKind: string, place: TrailPlace): Promise<string | null> {
  let places: readonly TrailPlace[] = [place]
  for (let depth = 0; depth < DEEPEST && places.length > 0; depth += 1) {
    const found = places.find(({ kind }) => kind === groupKind)
    if (found) return found.id
    const next: TrailPlace[] = []
    for (const each of places.slice(0, MOST_WALKED)) next.push(...((await walking.step(tx, each, null))?.restsOn ?? []))
    places = next
  }
  return null
}

/** Of the steps that one rests on, so many are looked at. */
const MOST_WALKED = 8

async function getFinding(tx: Tx, id: string): Promise<FindingRow> {
  const finding = await findFinding(tx, id)
  if (!finding) throw new Problem('not-found', words.missing)
  return finding
}

type Asked = {
  readonly state?: FindingFilter['state']
  readonly severity?: FindingFilter['severity']
  readonly organisation?: string | undefined
  readonly overdue?: 'yes' | undefined
  readonly kind?: string | undefined
  readonly subject?: string | undefined
}

const filterOf = (asked: Asked, today: CivilDate): FindingFilter => ({
  state: asked.state,
  severity: asked.severity,
  organisationId: asked.organisation,
  overdueOn: asked.overdue ? today : undefined,
  subjectKind: asked.kind,
  subjectId: asked.subject,
})

/** Kinds of one person each that rest, in a step or two, on the decision about them. */
const OF_ONE_PERSON = ['decision', 'claim-line', 'payment', 'line-hold', 'recovery']

/** Whom a step is about, where it is about one person that was decided on. */
async function personOf(tx: Tx, walking: Walking, place: TrailPlace, depth = 2): Promise<string | null> {
  if (place.kind === 'decision') return (await findDecision(tx, place.id))?.personId ?? null
  if (depth === 0 || !OF_ONE_PERSON.includes(place.kind)) return null
  const step = await walking.step(tx, place, null)
  const next = step?.restsOn.filter(({ kind }) => OF_ONE_PERSON.includes(kind)) ?? []
  return next.length === 1 ? personOf(tx, walking, next[0]!, depth - 1) : null
}
