import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Table, writeTable } from '../../../platform/office/public.ts'
import { openIdentityNumbers } from '../store.ts'
import { LETTER_FORMS, PERSON_TITLES } from './columns.ts'
import { type LetterRow, listLetterPeople } from './store.ts'
import { rosterFile } from './words.ts'

type RosterPerson = { readonly position: number; readonly name: string; readonly identityNumber: string }

/** The roster of a letter as a table: the same rows give the same table, whenever it is made. */
export function rosterTable(letter: LetterRow, bureau: string, people: readonly RosterPerson[]): Table {
  const form = LETTER_FORMS[letter.register]
  return {
    title: rosterFile.title(letter.register),
    lines: [
      rosterFile.from(letter.number, bureau, letter.office),
      rosterFile.purpose(letter.purpose, letter.from, letter.to, people.length),
      rosterFile.expires(letter.expiresOn),
      rosterFile.howTo,
    ],
    columns: [
      PERSON_TITLES.seq.zh,
      PERSON_TITLES.identityNumber.zh,
      PERSON_TITLES.name.zh,
      ...form.map(({ title }) => title.zh),
    ],
    rows: people.map(({ position, identityNumber, name }) => [
      String(position),
      identityNumber,
      name,
      ...form.map(() => ''),
    ]),
  }
}

/** The workbook that goes to the other office, made anew from the frozen rows each time. */
export async function rosterOf(tx: Tx, vault: Vault, letter: LetterRow, bureau: string): Promise<Uint8Array> {
  const people = await listLetterPeople(tx, letter.id)
  const numbers = await openIdentityNumbers(
    tx,
    vault,
    people.map((each) => each.personId),
  )
  return writeTable(
    rosterTable(
      letter,
      bureau,
      people.map(({ position, personId, name }) => ({ position, name, identityNumber: numbers.get(personId) ?? '' })),
    ),
  )
}
