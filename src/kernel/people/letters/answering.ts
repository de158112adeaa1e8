import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { recordAct } from '../../record/public.ts'
import { type CivilDate, civilDateOf, keptFileName, newId } from '../../values/public.ts'
import { openIdentityNumbers } from '../store.ts'
import type { AskedPerson } from './lines.ts'
import { type ReadAnswer, readAnswerFile } from './reading.ts'
import { asOfProblem } from './rules.ts'
import { type AnswerRow, findAnswerBy, insertAnswer } from './answer-store.ts'
import { insertHits } from './hit-store.ts'
import { type LetterRow, listLetterGroups, listLetterPeople } from './store.ts'

/** Told to the other rooms when a register has been answered about people of these groups; the subject is the letter. */
export const REGISTER_ANSWERED = 'register.answered'
export type RegisterAnswered = { readonly register: string; readonly groupIds: readonly string[] }

/** An answer as somebody records it: who answered, of which day their data are, and the file unless nobody was hit. */
export type GivenAnswer = {
  readonly letter: LetterRow
  readonly office: string
  readonly asOf: CivilDate
  readonly file: { readonly bytes: Uint8Array; readonly name: string } | null
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
  readonly freshDays: number
}

export type TakenAnswer = { readonly answer: AnswerRow; readonly isNew: boolean }

const LONGEST_FILE_NAME = 200
const NOBODY: ReadAnswer = { hits: [], lineCount: 0, strangerCount: 0 }

/**
 * Records an answer as a whole or not at all. The same file of the same day, also from two people at once, is recorded
 * once. Neither the file nor a line about anybody else is kept.
 */
export async function takeAnswer(tx: Tx, vault: Vault, given: GivenAnswer): Promise<TakenAnswer> {
  const { letter, asOf, office, file, actor, now, freshDays } = given
  const today = civilDateOf(now)
  const wrong = asOfProblem(asOf, letter, { today, freshDays })
  if (wrong) throw new Problem('bad-input', wrong, { code: 'answer-as-of' })

  const hash = file && sha256(file.bytes)
  const fingerprint = sha256(Buffer.concat([hash ?? Buffer.from('no-hits'), Buffer.from(asOf)]))
  const before = await findAnswerBy(tx, { letterId: letter.id, fingerprint })
  if (before) return { answer: before, isNew: false }

  const read = file
    ? await readAnswerFile({
        bytes: file.bytes,
        fileName: file.name,
        letter,
        asked: await askedBy(tx, vault, letter.id),
        today,
      })
    : NOBODY
  const answer: AnswerRow = {
    id: newId(),
    letterId: letter.id,
    kind: file ? 'file' : 'no-hits',
    office,
    asOf,
    fileName: file && keptFileName(file.name, '-').slice(0, LONGEST_FILE_NAME),
    sha256: hash,
    lineCount: read.lineCount,
    hitCount: read.hits.length,
    strangerCount: read.strangerCount,
    accountId: actor.accountId,
    personId: actor.personId,
    businessAt: now,
  }
  if (!(await insertAnswer(tx, { ...answer, fingerprint }))) {
    // Somebody else recorded the same one while this waited.
    return { answer: (await findAnswerBy(tx, { letterId: letter.id, fingerprint }))!, isNew: false }
  }
  await insertHits(
    tx,
    { answerId: answer.id, letterId: letter.id },
    read.hits.map((hit) => ({ ...hit, id: newId() })),
  )
  const { id, kind, lineCount, hitCount, strangerCount } = answer
  await recordAct(tx, {
    id: newId(),
    act: 'comparison-letter.answered',
    subjectKind: 'comparison-letter',
    subjectId: letter.id,
    actor,
    at: now,
    detail: { answerId: id, kind, asOf, lineCount, hitCount, strangerCount, sha256: hash?.toString('hex') ?? null },
  })
  const groups = (await listLetterGroups(tx, [letter.id])).get(letter.id) ?? []
  const body: RegisterAnswered = { register: letter.register, groupIds: groups.map((group) => group.id) }
  await announce(tx, { id: newId(), kind: REGISTER_ANSWERED, subjectId: letter.id, body })
  return { answer, isNew: true }
}

/** Everybody a letter asks about, by identity number. */
async function askedBy(tx: Tx, vault: Vault, letterId: string): Promise<Map<string, AskedPerson>> {
  const people = await listLetterPeople(tx, letterId)
  const numbers = await openIdentityNumbers(
    tx,
    vault,
    people.map((each) => each.personId),
  )
  return new Map(people.map(({ personId, name }) => [numbers.get(personId) ?? personId, { personId, name }]))
}
