import type { Tx } from '../../../platform/db/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import { listCertificatesById } from '../../credentials/public.ts'
import { listIdentityLookups, listOrganisationNames, listPersons } from '../../people/public.ts'
import { contentHash, parametersOn } from '../../policy/public.ts'
import { type Check, recordAct } from '../../record/public.ts'
import { civilDateOf, fenToText, newId, sumFen, yearOf } from '../../values/public.ts'
import { type Assembly, findingsOf, handsFromTheFirstDay, headsOf, outside, peopleOf } from '../claims/assemble.ts'
import { maskedNamesOf } from '../claims/people/names.ts'
import type { ClaimPersonRow } from '../claims/people/store.ts'
import { revisedNumber } from '../claims/rules.ts'
import { groupOf, waitFor, waitNoMore } from '../claims/waiting/keep.ts'
import { takeBenefits, withinLimits } from '../claims/within-limits.ts'
import type { ClaimedFact } from '../deciding/decide-group.ts'
import { entitle } from '../deciding/entitle.ts'
import { countChecks } from '../deciding/rules.ts'
import {
  insertList,
  insertListEvent,
  insertListHands,
  type ListHand,
  type ListPerson,
  type ProvinceList,
} from './list-store.ts'
import { lineReference } from './rules.ts'

export type ListAssembly = Omit<Assembly, 'replaces'> & {
  /** The list whose place this one takes. */
  readonly replaces?: Pick<ProvinceList, 'number'>
}

/**
 * One pre-checked list for the group under a scheme whose record the province holds: decided, checked and entitled like a
 * claim, but no money is reserved here and no account is written to a bank. Where nobody is due the group waits.
 */
export async function assembleList(tx: Tx, checks: readonly Check[], assembly: ListAssembly): Promise<void> {
  const { decided, groupId, run, now, replaces } = assembly
  const { scheme } = decided
  const findings = findingsOf(checks, run.results)
  const people = await withinLimits(tx, decided, peopleOf(decided, findings, groupId), { groupId, now })
  const first = decided.decided[0]
  if (people.length === 0 || !first) return outside(tx, assembly)
  const due = people.filter((person) => person.standing === 'due')
  const heads = headsOf(people)
  const amountFen = sumFen(due.map((person) => person.amountFen))
  const about = {
    ...groupOf(first),
    ...heads,
    amountFen,
    scheme: scheme.pack.scheme,
    schemeTitle: scheme.pack.title,
    year: yearOf(civilDateOf(now)),
  }
  if (first.body.payee !== scheme.pack.payee) return waitFor(tx, about, 'another-payee', now)
  await entitle(tx, { scheme: scheme.pack.scheme, groupId, fund: first.body.fund, people, now })
  if (due.length === 0) return waitFor(tx, about, 'nobody-due', now)

  const asked = findings.filter(
    (each) => each.subjectId === groupId || people.some((person) => person.subjectId === each.subjectId),
  )
  const counts = countChecks(asked, scheme.onUnavailable)
  const list: Omit<ProvinceList, 'contentSha256' | 'status'> = {
    id: newId(),
    number: replaces ? revisedNumber(replaces.number) : await listNumber(tx, now),
    scheme: about.scheme,
    schemeVersion: scheme.pack.version,
    schemeTitle: about.schemeTitle,
    fund: about.fund,
    organisationId: about.organisationId,
    organisationName: (await listOrganisationNames(tx, [about.organisationId])).get(about.organisationId) ?? '',
    factKind: about.factKind,
    groupKind: about.groupKind,
    groupId,
    title: about.title,
    ...heads,
    amountFen,
    checkRunId: run.runId,
    checksAsked: counts.asked,
    checksPassed: counts.passed,
    unavailable: counts.unavailable,
    assembledAt: now,
  }
  const facts = new Map(decided.decided.map((each) => [each.fact.id, each]))
  const frozen = await frozenPeople(tx, list, people, facts)
  await takeBenefits(tx, decided, due, { kind: 'province-list', ...list }, { now })
  await insertList(tx, { ...list, contentSha256: listHash(list, frozen), status: 'assembled' }, frozen)
  await insertListHands(tx, list.id, handsFromTheFirstDay(people, first) as ListHand[], now)
  await insertListEvent(tx, newId(), list.id, { from: null, to: 'assembled', personId: null, note: '', at: now })
  await recordAct(tx, {
    id: newId(),
    act: 'province-list.assembled',
    subjectKind: 'province-list',
    subjectId: list.id,
    actor: null,
    at: now,
    detail: { number: list.number, people: list.headCount, amountFen: fenToText(amountFen) },
  })
  await waitNoMore(tx, list, now)
}

/** What is kept of everybody: whom the province will answer about, and by which reference. */
async function frozenPeople(
  tx: Tx,
  list: { readonly id: string; readonly number: string; readonly scheme: string },
  people: readonly ClaimPersonRow[],
  facts: ReadonlyMap<string, ClaimedFact>,
): Promise<ListPerson[]> {
  const ids = people.map((person) => person.personId)
  const lookups = await listIdentityLookups(tx, ids)
  const shown = await listPersons(tx, ids)
  const names = await maskedNamesOf(
    tx,
    people.map((person) => person.factId),
  )
  const certificates = await listCertificatesById(
    tx,
    [...facts.values()].flatMap(({ body }) => body.certificateId ?? []),
  )
  return people.map((person) => {
    const [body, identityLookup] = [facts.get(person.factId)?.body, lookups.get(person.personId)]
    if (!body || !identityLookup) throw new Error(`nothing is known of the person of decision ${person.decisionId}`)
    return {
      ...person,
      id: newId(),
      listId: list.id,
      scheme: list.scheme,
      reference: lineReference(list.number, person.position),
      identityLookup,
      maskedName: names.get(person.factId) ?? '*',
      maskedIdentity: shown.get(person.personId)?.maskedIdentity ?? '*',
      level: body.level ?? null,
      certificateNo: certificates.get(body.certificateId ?? '')?.number ?? null,
      bankAccountId: body.bankAccountId,
    }
  })
}

/** SHA-256 of everything a list says; a review is bound to it. The same, recomputed from the stored rows. */
export function listHash(list: Omit<ProvinceList, 'contentSha256' | 'status'>, people: readonly ListPerson[]): Buffer {
  const { assembledAt, ...head } = list
  const content = {
    ...head,
    assembledAt: assembledAt.toISOString(),
    people: people.map(({ identityLookup, ...person }) => ({ ...person, person: identityLookup.toString('hex') })),
  }
  return Buffer.from(contentHash(content), 'hex')
}

async function listNumber(tx: Tx, now: Date): Promise<string> {
  const today = civilDateOf(now)
  const year = yearOf(today)
  const template = parametersOn(tx.district, today).get('numbering.provinceList').value
  return formatNumber(template, { year, serial: await nextSerial(tx, 'province-list', year) })
}
