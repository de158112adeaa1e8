import { whoOf } from '../kernel/access/public.ts'
import { fundsMatters } from '../kernel/funds/room.ts'
import {
  type Correction,
  CORRECTION_ITEM_WORDS,
  CORRECTION_STATE_WORDS,
  correctionAnsweredBy,
  correctionStateOf,
  listCorrectionsOfPerson,
  listRecordedNames,
} from '../kernel/people/public.ts'
import { parametersOn } from '../kernel/policy/public.ts'
import { heldOf } from '../kernel/record/personal/holdings.ts'
import { listFullPrintsOf, listReadingsOfPerson, MATTER_WORDS } from '../kernel/record/public.ts'
import { type CivilDate, civilDateOf } from '../kernel/values/public.ts'
import { trainingGroupsOf } from '../mechanisms/training/room.ts'
import type { Locale } from '../platform/contract/public.ts'
import { say } from '../platform/contract/public.ts'
import type { Tx } from '../platform/db/public.ts'
import type { MineShown } from '../web/public/data.ts'
import { words } from '../web/public/words.ts'
import { HOLDINGS, PERSONAL } from './house.ts'

const MOST_LOOKS = 100

/** The last day on which a request to correct something is answered in time. */
export function correctionDueOn(tx: Tx, { businessAt }: Pick<Correction, 'businessAt'>): CivilDate {
  const days = parametersOn(tx.district, civilDateOf(tx.now)).get('personal.correctionDays').value
  return correctionAnsweredBy(civilDateOf(businessAt), days)
}

/** Everything held of a person as they may read it, who looked, and what they asked to be put right. Nobody else is in it. */
export async function ownData(tx: Tx, personId: string): Promise<MineShown> {
  const years = parametersOn(tx.district, civilDateOf(tx.now)).get('personal.retention').value
  const held = await heldOf(tx, personId, { holdings: HOLDINGS, register: PERSONAL, years })
  const corrections = await listCorrectionsOfPerson(tx, personId)
  return {
    name: (await listRecordedNames(tx, [personId])).get(personId)?.name ?? '',
    held,
    looked: await looksAt(tx, personId),
    corrections: corrections.map((each) => {
      const state = correctionStateOf(each.answers)
      const isOpen = state === 'open' || state === 'second'
      return {
        number: each.number,
        item: CORRECTION_ITEM_WORDS[each.item],
        shouldBe: each.shouldBe,
        on: civilDateOf(each.businessAt),
        until: correctionDueOn(tx, each),
        state: CORRECTION_STATE_WORDS[state],
        isOpen,
        // What a second person has not confirmed is no answer yet.
        answer: isOpen ? null : (each.answers.at(-1)?.answer ?? null),
      }
    }),
  }
}

/** Who read of somebody or printed their numbers: by post, never by name. */
async function looksAt(tx: Tx, personId: string): Promise<MineShown['looked']> {
  const readings = await listReadingsOfPerson(tx, personId, MOST_LOOKS)
  const claims = (await fundsMatters(tx, personId)).filter(({ kind }) => kind === 'claim').map(({ id }) => id)
  const prints = await listFullPrintsOf(tx, [...(await trainingGroupsOf(tx, personId)), ...claims], MOST_LOOKS)
  const who = await whoOf(
    tx,
    [...readings, ...prints].map(({ accountId }) => accountId),
  )
  const text = words.mine
  return [
    ...readings.map(({ id, at, accountId, aboutKind }) => ({
      id,
      at,
      post: who(accountId).post,
      what: aboutKind ? text.readFor(MATTER_WORDS[aboutKind]) : text.readForNothing,
    })),
    ...prints.map(({ id, at, accountId }) => ({ id, at, post: who(accountId).post, what: text.printed })),
  ]
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .map(({ at, ...look }) => ({ ...look, on: civilDateOf(at) }))
}

/** The same as data, in one language, for a program to read. */
export function ownDataAsJson(mine: MineShown, { locale, madeOn }: { locale: Locale; madeOn: string }): string {
  return JSON.stringify(
    {
      format: 'shanjiang-my-information/1',
      madeOn,
      name: mine.name,
      held: mine.held.map(({ what, value, from, why, basis, until }) => ({
        what: say(what, locale),
        value: say(value, locale),
        from: say(from, locale),
        purpose: say(why, locale),
        ground: say(basis, locale),
        keptUntil: say(until, locale),
      })),
      looked: mine.looked.map(({ on, post, what }) => ({ on, post: say(post, locale), what: say(what, locale) })),
      corrections: mine.corrections.map(({ number, item, shouldBe, on, state, answer }) => ({
        number,
        on,
        item: say(item, locale),
        shouldBe,
        state: say(state, locale),
        answer,
      })),
    },
    null,
    2,
  )
}
