import type { Tx } from '../../../platform/db/public.ts'
import { ledBy, type Trail, type TrailStep, type TrailWays } from '../../record/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { REGISTERS } from '../checks/words.ts'
import { listPersons } from '../store.ts'
import type { LetterSource } from './sources.ts'
import { type AnswerRow, findAnswer, listAnswers } from './answer-store.ts'
import { findHit, type HitRow, listHitsOfAnswer } from './hit-store.ts'
import { findLetter, listLetterGroups, listLettersOfGroups } from './store.ts'
import { trailWords as say } from './words.ts'

/** Only the bureau's own staff walk to what other offices know: no organisation's account is theirs. */
const BUREAU_ONLY = { organisationId: null }

async function namesOf(tx: Tx, hits: readonly HitRow[]): Promise<(hit: HitRow) => string> {
  const persons = await listPersons(
    tx,
    hits.map((hit) => hit.personId),
  )
  return (hit) => persons.get(hit.personId)?.maskedName ?? ''
}

/** A line of another office's register about one of ours: rests on the answer it came in. */
const hitTrail: Trail = {
  kind: 'register-hit',
  async describe(tx, id) {
    const hit = await findHit(tx, id)
    const letter = hit && (await findLetter(tx, hit.letterId))
    if (!hit || !letter) return undefined
    const person = (await listPersons(tx, [hit.personId])).get(hit.personId)
    const isDeath = letter.register === 'deaths'
    const says: TrailStep['says'] = [
      { label: say.register, value: REGISTERS[letter.register] },
      { label: say.person, value: say.plain(`${person?.maskedName ?? ''} ${person?.maskedIdentity ?? ''}`) },
      ...(hit.says === '' ? [] : [{ label: say.says, value: say.plain(hit.says) }]),
      ...(hit.uscc === null ? [] : [{ label: say.uscc, value: say.plain(hit.uscc) }]),
      { label: say.from, value: hit.from === null ? say.notSaid : say.plain(hit.from) },
      ...(isDeath ? [] : [{ label: say.to, value: hit.to === null ? say.goesOn : say.plain(hit.to) }]),
      ...(hit.otherName === null ? [] : [{ label: say.otherName, value: say.otherNameIs(hit.otherName) }]),
      { label: say.sheetRow, value: say.row(hit.sheetRow) },
    ]
    return {
      ...BUREAU_ONLY,
      kind: 'register-hit',
      id,
      title: say.hit(person?.maskedName ?? ''),
      says,
      restsOn: [{ kind: 'letter-answer', id: hit.answerId, title: say.answer(hit.office, hit.asOf) }],
      leadsTo: [],
    }
  },
}

/** An office's answer: rests on the letter that asked, and its hits lead on. */
const answerTrail: Trail = {
  kind: 'letter-answer',
  async describe(tx, id) {
    const answer = await findAnswer(tx, id)
    const letter = answer && (await findLetter(tx, answer.letterId))
    if (!answer || !letter) return undefined
    const hits = await listHitsOfAnswer(tx, id)
    const nameOf = await namesOf(tx, hits)
    return {
      ...BUREAU_ONLY,
      kind: 'letter-answer',
      id,
      title: say.answer(answer.office, answer.asOf),
      says: [
        { label: say.office, value: say.plain(answer.office) },
        { label: say.asOf, value: say.plain(answer.asOf) },
        { label: say.lines, value: saysOf(answer) },
        ...(answer.sha256 ? [{ label: say.fingerprint, value: say.plain(answer.sha256.toString('hex')) }] : []),
        { label: say.recorded, value: say.plain(civilDateOf(answer.businessAt)) },
      ],
      restsOn: [{ kind: 'comparison-letter', id: letter.id, title: say.letter(letter.number) }],
      leadsTo: hits.map((hit) => ({ kind: 'register-hit', id: hit.id, title: say.hit(nameOf(hit)) })),
    }
  },
}

const saysOf = ({ kind, lineCount, hitCount, strangerCount }: AnswerRow) =>
  kind === 'no-hits' ? say.noHits : say.counts(lineCount, hitCount, strangerCount)

/** A letter: rests on the groups it asks about, and its answers lead on. */
function letterTrail(source: LetterSource): Trail {
  return {
    kind: 'comparison-letter',
    async describe(tx, id) {
      const letter = await findLetter(tx, id)
      if (!letter) return undefined
      const groups = (await listLetterGroups(tx, [id])).get(id) ?? []
      const titles = await source.find(
        tx,
        groups.map((group) => group.id),
      )
      const answers = await listAnswers(tx, [id])
      return {
        ...BUREAU_ONLY,
        kind: 'comparison-letter',
        id,
        title: say.letter(letter.number),
        says: [
          { label: say.register, value: REGISTERS[letter.register] },
          { label: say.to2, value: say.plain(letter.office) },
          { label: say.purpose, value: say.plain(letter.purpose) },
          { label: say.period, value: say.plain(`${letter.from} – ${letter.to}`) },
          { label: say.people, value: say.peopleCount(letter.personCount) },
          { label: say.expires, value: say.plain(letter.expiresOn) },
        ],
        restsOn: groups.map((group) => ({
          kind: group.kind,
          id: group.id,
          title: titles.get(group.id)?.title ?? say.plain(group.id),
        })),
        leadsTo: answers.map((answer) => ({
          kind: 'letter-answer',
          id: answer.id,
          title: say.answer(answer.office, answer.asOf),
        })),
      }
    },
  }
}

export function letterTrails(source: LetterSource): Trail[] {
  return [hitTrail, answerTrail, letterTrail(source)]
}

/** A group of people leads to the letters that asked about it. */
export const letterWays: TrailWays = {
  async leadsTo(tx, places) {
    const letters = await listLettersOfGroups(
      tx,
      places.map(({ id }) => id),
    )
    const groups = await listLetterGroups(
      tx,
      letters.map((letter) => letter.id),
    )
    const kinds = new Map(places.map(({ kind, id }) => [id, kind]))
    return ledBy(
      letters.flatMap(({ id, number, groupId }) => {
        const at = groups.get(id)?.find((group) => group.id === groupId && group.kind === kinds.get(groupId))
        return at ? [{ at, link: { kind: 'comparison-letter', id, title: say.letter(number) } }] : []
      }),
    )
  },
}
