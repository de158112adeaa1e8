import type { Held, LegalHold } from '../../../kernel/record/public.ts'
import { addMonths } from '../../../kernel/values/public.ts'
import { listLastDays } from './store.ts'
import { words } from './words.ts'

/** Whoever attended or taught a class is known as long as what the class led to is accounted for. */
export const classHold: LegalHold = {
  name: 'classes',
  async of(tx, rows, { today, restsMoney, moneyYears }) {
    const held = new Map<string, Held>()
    // A class itself is held by its money; here it is about those who have rows of their own.
    const persons = restsMoney ? rows.filter(({ subject }) => subject.kind === 'person') : []
    const last = await listLastDays(
      tx,
      persons.flatMap(({ personIds }) => personIds),
    )
    for (const row of persons)
      for (const personId of row.personIds) {
        const lastOn = last.get(personId)
        const until = lastOn && addMonths(lastOn, 12 * moneyYears)
        if (until && until > today) held.set(row.id, { why: words.held, until })
      }
    return held
  },
}
