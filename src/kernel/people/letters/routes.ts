import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { httpWords, type Route, route } from '../../../platform/http/public.ts'
import { recordAct } from '../../record/public.ts'
import type { District } from '../../reference/public.ts'
import { civilDate, civilDateOf } from '../../values/public.ts'
import { type GivenAnswer, takeAnswer } from './answering.ts'
import { LETTER_REGISTERS } from './columns.ts'
import {
  answerNoHits,
  downloadLetterRoster,
  getLetter,
  letterDefaults,
  lettersOfGroup,
  listLetterGroups,
  listLetters,
  makeLetters,
  peopleOfLetter,
  uploadAnswer,
} from './contract.ts'
import { makeLettersAbout } from './making.ts'
import { freshDaysOn, lettersRegister, type ParametersOn } from './register.ts'
import { rosterOf } from './roster.ts'
import { isExpired, letterState } from './rules.ts'
import { showLetter, showLetters, showOutcome, showPeople } from './showing.ts'
import type { LetterSource } from './sources.ts'
import {
  findLetter,
  type LetterRow,
  listLastOffices,
  listLetterPeople,
  listLettersOfGroups,
  listLetters as listLettersBy,
} from './store.ts'
import { listAnswers } from './answer-store.ts'
import { defaultPurpose, refusals, rosterFile, USUAL_OFFICES } from './words.ts'

export type LetterNeeds = {
  readonly vault: Vault
  readonly districtOf: (district: number) => District
  readonly parametersOn: ParametersOn
  /** Whom letters can ask about. */
  readonly source: LetterSource
}

export function letterRoutes({ vault, districtOf, parametersOn, source }: LetterNeeds): Route[] {
  const registers = lettersRegister({ parametersOn })
  const freshDays = (tx: Tx, now: Date) => freshDaysOn(parametersOn, tx.district, civilDateOf(now))
  const take = async (tx: Tx, letterId: string, given: Omit<GivenAnswer, 'letter' | 'freshDays'>) => {
    const letter = await getLetterRow(tx, letterId)
    return showOutcome(tx, await takeAnswer(tx, vault, { ...given, letter, freshDays: freshDays(tx, given.now) }))
  }

  return [
    route(listLetters, async ({ tx, query, now }) => {
      const today = civilDateOf(now)
      const filter = {
        registers: query.register ? [query.register] : LETTER_REGISTERS,
        state: query.state && { is: query.state, today },
        groupId: query.group,
      }
      const rows = await listLettersBy(tx, filter, { after: query.after, limit: query.limit + 1 })
      const items = await showLetters(tx, rows.slice(0, query.limit), { source, today })
      return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null }
    }),

    route(letterDefaults, async ({ tx, now }) => {
      const last = await listLastOffices(tx)
      return {
        offices: LETTER_REGISTERS.map((register) => ({
          register,
          // A letter is in Chinese whoever makes it.
          office: last.get(register) ?? USUAL_OFFICES[register].zh,
        })),
        purpose: defaultPurpose.zh,
        validDays: Number(parametersOn(tx.district, civilDateOf(now)).get('letters.validDays').value),
      }
    }),

    route(listLetterGroups, async ({ tx, query }) => {
      const page = { search: query.search, after: query.after, limit: query.limit + 1 }
      const found = await source.list(tx, page)
      const groups = found.slice(0, query.limit)
      const letters = await listLettersOfGroups(
        tx,
        groups.map((group) => group.id),
      )
      const items = groups.map(({ id, title, organisationName, during, people }) => ({
        id,
        title,
        organisationName,
        from: during.from,
        to: during.to,
        people,
        asked: LETTER_REGISTERS.filter((register) =>
          letters.some((letter) => letter.groupId === id && letter.register === register),
        ),
      }))
      return { items, next: found.length > query.limit ? (groups.at(-1)?.id ?? null) : null }
    }),

    route(lettersOfGroup, async ({ tx, params, now }) => {
      const today = civilDateOf(now)
      const group = (await source.find(tx, [params.groupId])).get(params.groupId)
      if (!group) throw new Problem('not-found', httpWords.notFound)
      const personIds = (await source.peopleOf(tx, [group.id])).map((person) => person.personId)
      const letters = await listLettersOfGroups(tx, [group.id])
      const answered = new Set(
        (
          await listAnswers(
            tx,
            letters.map((letter) => letter.id),
          )
        ).map((answer) => answer.letterId),
      )
      const compared = []
      for (const register of registers) {
        const answer = await register.ask(tx, { personIds, during: group.during, today })
        const letter = letters.find((each) => each.register === register.name)
        compared.push({
          register: register.name,
          compared: answer.compared.size,
          hitPeople: answer.hits.size,
          letter: letter
            ? {
                id: letter.id,
                number: letter.number,
                office: letter.office,
                state: letterState({ expiresOn: letter.expiresOn, answered: answered.has(letter.id) }, today),
              }
            : null,
        })
      }
      return { title: group.title, people: personIds.length, registers: compared }
    }),

    route(makeLetters, async ({ tx, actor, body, now }) => {
      const parameters = parametersOn(tx.district, civilDateOf(now))
      const made = await makeLettersAbout(tx, { source, parameters }, { ...body, actor, now })
      return { letters: made.map(({ id, number, register }) => ({ id, number, register })) }
    }),

    route(getLetter, async ({ tx, params, now }) => {
      const letter = await getLetterRow(tx, params.letterId)
      return showLetter(tx, letter, { source, today: civilDateOf(now), freshDays: freshDays(tx, now) })
    }),

    route(peopleOfLetter, async ({ tx, params, query }) => {
      const letter = await getLetterRow(tx, params.letterId)
      const page = { after: query.after, limit: query.limit + 1, onlyHit: query.only === 'hit' }
      const found = await listLetterPeople(tx, letter.id, page)
      const people = found.slice(0, query.limit)
      const items = await showPeople(tx, letter.id, people)
      return { items, next: found.length > query.limit ? String(people.at(-1)?.position) : null }
    }),

    route(downloadLetterRoster, async ({ tx, actor, params, now, newId }) => {
      const letter = await getLetterRow(tx, params.letterId)
      if (isExpired(letter, civilDateOf(now)))
        throw new Problem('conflict', refusals.expired(letter.number, letter.expiresOn), { code: 'letter-expired' })
      const bytes = await rosterOf(tx, vault, letter, districtOf(tx.district).bureauZh)
      await recordAct(tx, {
        id: newId(),
        act: 'comparison-letter.roster-downloaded',
        subjectKind: 'comparison-letter',
        subjectId: letter.id,
        actor,
        at: now,
        detail: { people: letter.personCount, sha256: sha256(bytes).toString('hex') },
      })
      return { fileName: rosterFile.fileName(letter.number, letter.register), bytes }
    }),

    route(uploadAnswer, ({ tx, actor, params, query, file, now }) =>
      take(tx, params.letterId, {
        office: query.office,
        asOf: civilDate(query.asOf),
        file: { bytes: file, name: query.fileName },
        actor,
        now,
      }),
    ),

    route(answerNoHits, ({ tx, actor, params, body, now }) =>
      take(tx, params.letterId, { office: body.office, asOf: civilDate(body.asOf), file: null, actor, now }),
    ),
  ]
}

async function getLetterRow(tx: Tx, id: string): Promise<LetterRow> {
  const letter = await findLetter(tx, id)
  if (!letter) throw new Problem('not-found', refusals.noSuchLetter)
  return letter
}
