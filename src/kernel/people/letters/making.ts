import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import { type ParametersInForce, recordAct } from '../../record/public.ts'
import { addDays, civilDateOf, newId, yearOf } from '../../values/public.ts'
import { LETTER_REGISTERS, type LetterRegister } from './columns.ts'
import { spanOf } from './rules.ts'
import type { LetterSource } from './sources.ts'
import { insertLetter, type LetterRow } from './store.ts'
import { refusals } from './words.ts'

/** A technical bound: how many people one letter names. */
const MOST_PEOPLE = 10_000

export type LettersWanted = {
  readonly letters: readonly { readonly register: LetterRegister; readonly office: string }[]
  readonly groupIds: readonly string[]
  readonly purpose: string
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
}

/** Makes a letter to each register about everybody on these groups now, each person once. */
export async function makeLettersAbout(
  tx: Tx,
  needs: { source: LetterSource; parameters: ParametersInForce },
  { letters, groupIds, purpose, actor, now }: LettersWanted,
): Promise<LetterRow[]> {
  const { source, parameters } = needs
  const ids = [...new Set(groupIds)]
  const found = await source.peopleOf(tx, ids)
  const emptyGroup = ids.some((id) => !found.some((person) => person.groupId === id))
  if (emptyGroup) throw new Problem('conflict', refusals.unknownGroup, { code: 'letter-groups' })
  const people = [...new Map(found.map((person) => [person.personId, person])).values()]
  if (people.length > MOST_PEOPLE)
    throw new Problem('not-acceptable', refusals.tooMany(people.length, MOST_PEOPLE), { code: 'letter-people' })
  const span = spanOf(found.map((person) => person.during))

  const today = civilDateOf(now)
  const expiresOn = addDays(today, Number(parameters.get('letters.validDays').value))
  const template = String(parameters.get('numbering.letter').value)
  const year = yearOf(today)
  const made: LetterRow[] = []
  for (const { register, office } of inOrder(letters)) {
    const letter: LetterRow = {
      id: newId(),
      number: formatNumber(template, { year, serial: await nextSerial(tx, 'letter', year), district: tx.district }),
      register,
      office,
      purpose,
      ...span,
      madeOn: today,
      expiresOn,
      personCount: people.length,
      accountId: actor.accountId,
      personId: actor.personId,
      businessAt: now,
    }
    await insertLetter(tx, { ...letter, groups: ids.map((id) => ({ id, kind: source.kind })), people })
    await recordAct(tx, {
      id: newId(),
      act: 'comparison-letter.made',
      subjectKind: 'comparison-letter',
      subjectId: letter.id,
      actor,
      at: now,
      detail: { number: letter.number, register, groupIds: ids, people: people.length, expiresOn },
    })
    made.push(letter)
  }
  return made
}

const inOrder = <T extends { register: LetterRegister }>(letters: readonly T[]) =>
  LETTER_REGISTERS.flatMap((register) => letters.filter((letter) => letter.register === register))
