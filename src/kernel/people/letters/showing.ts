import type { Tx } from '../../../platform/db/public.ts'
import { listActs } from '../../record/public.ts'
import { type CivilDate, maskName } from '../../values/public.ts'
import { listPersons } from '../store.ts'
import type { AnswerOutcome, Letter, ListedLetter, PersonOfLetter } from './contract.ts'
import { earliestAsOf, isExpired, letterState } from './rules.ts'
import type { LetterSource } from './sources.ts'
import { countHitPeople, countOtherNames, listHitsOfLetter } from './hit-store.ts'
import { type LetterPerson, type LetterRow, listLetterGroups } from './store.ts'
import { listAnswers } from './answer-store.ts'
import type { TakenAnswer } from './answering.ts'
import { happened } from './words.ts'

type Viewed = { readonly source: LetterSource; readonly today: CivilDate }

/** Letters as lines of a list. */
export async function showLetters(
  tx: Tx,
  rows: readonly LetterRow[],
  { source, today }: Viewed,
): Promise<ListedLetter[]> {
  const ids = rows.map((row) => row.id)
  const groupsOf = await listLetterGroups(tx, ids)
  const groups = await source.find(tx, [...new Set([...groupsOf.values()].flat().map((group) => group.id))])
  const answered = new Set((await listAnswers(tx, ids)).map((answer) => answer.letterId))
  const hitPeople = await countHitPeople(tx, ids)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    register: row.register,
    office: row.office,
    madeOn: row.madeOn,
    expiresOn: row.expiresOn,
    state: letterState({ expiresOn: row.expiresOn, answered: answered.has(row.id) }, today),
    personCount: row.personCount,
    hitPeople: answered.has(row.id) ? (hitPeople.get(row.id) ?? 0) : null,
    groups: (groupsOf.get(row.id) ?? []).flatMap(({ id }) => {
      const group = groups.get(id)
      return group ? [{ id, title: group.title }] : []
    }),
  }))
}

/** Names of officials, masked: for the bureau's own staff only, as letters are. */
export async function officialNames(
  tx: Tx,
  personIds: readonly string[],
): Promise<(personId: string | null) => string> {
  const persons = await listPersons(tx, personIds)
  return (personId) => (personId === null ? '' : (persons.get(personId)?.maskedName ?? ''))
}

/** One letter with everything its page shows. */
export async function showLetter(tx: Tx, row: LetterRow, viewed: Viewed & { freshDays: number }): Promise<Letter> {
  const { source, today, freshDays } = viewed
  const listed = (await showLetters(tx, [row], viewed))[0]!
  const answers = await listAnswers(tx, [row.id])
  const acts = await listActs(tx, 'comparison-letter', row.id)
  const nameOf = await officialNames(tx, [
    row.personId,
    ...answers.map((answer) => answer.personId),
    ...acts.flatMap((act) => act.personId ?? []),
  ])
  return {
    ...listed,
    purpose: row.purpose,
    from: row.from,
    to: row.to,
    byName: nameOf(row.personId),
    isExpired: isExpired(row, today),
    earliestAsOf: earliestAsOf(row, freshDays),
    latestAsOf: today,
    groupKind: source.kind,
    answers: answers.map((answer) => ({
      id: answer.id,
      kind: answer.kind,
      office: answer.office,
      asOf: answer.asOf,
      fileName: answer.fileName,
      sha256: answer.sha256?.toString('hex') ?? null,
      lineCount: answer.lineCount,
      hitCount: answer.hitCount,
      strangerCount: answer.strangerCount,
      byName: nameOf(answer.personId),
      at: answer.businessAt.toISOString(),
    })),
    history: acts.map((act) => ({
      id: act.id,
      what: happened[act.act] ?? { zh: act.act, en: act.act },
      byName: nameOf(act.personId),
      at: act.businessAt.toISOString(),
    })),
  }
}

/** People of a letter as its page shows them: masked, each with what the answers know. */
export async function showPeople(tx: Tx, letterId: string, people: readonly LetterPerson[]): Promise<PersonOfLetter[]> {
  const ids = people.map((each) => each.personId)
  const persons = await listPersons(tx, ids)
  const hits = await listHitsOfLetter(tx, letterId, ids)
  const isAnswered = (await listAnswers(tx, [letterId])).length > 0
  return people.flatMap(({ position, personId, name }) => {
    const person = persons.get(personId)
    if (!person) return []
    const own = hits.filter((hit) => hit.personId === personId)
    return {
      position,
      personId,
      maskedName: maskName(name),
      maskedIdentity: person.maskedIdentity,
      standing: own.length > 0 ? 'hit' : isAnswered ? 'no-hit' : 'not-answered',
      hits: own.map(({ id, from, to, says, office, asOf, otherName }) => ({
        id,
        from,
        to,
        says,
        office,
        asOf,
        otherName,
      })),
    }
  })
}

/** What came of recording an answer. */
export async function showOutcome(tx: Tx, { answer, isNew }: TakenAnswer): Promise<AnswerOutcome> {
  const nameOf = isNew ? undefined : await officialNames(tx, [answer.personId])
  return {
    answerId: answer.id,
    hitCount: answer.hitCount,
    doubtCount: await countOtherNames(tx, answer.id),
    strangerCount: answer.strangerCount,
    lineCount: answer.lineCount,
    alreadyBy: nameOf ? { name: nameOf(answer.personId), at: answer.businessAt.toISOString() } : null,
  }
}
