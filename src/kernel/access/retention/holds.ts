import type { Held, LegalHold } from '../../record/public.ts'
import { addMonths } from '../../values/public.ts'
import { listLastDaysInPost } from './store.ts'

/** Who has an account is known; who had one, as long as what they decided and signed is accounted for. */
export const accountHold: LegalHold = {
  name: 'accounts',
  async of(tx, rows, { today, moneyYears }) {
    const held = new Map<string, Held>()
    const persons = rows.filter(({ subject }) => subject.kind === 'person')
    const last = await listLastDaysInPost(
      tx,
      persons.flatMap(({ personIds }) => personIds),
    )
    for (const row of persons)
      for (const personId of row.personIds) {
        const lastOn = last.get(personId)
        if (lastOn === undefined) continue
        const until = lastOn && addMonths(lastOn, 12 * moneyYears)
        if (until === null || until > today) held.set(row.id, { why: WHY, until })
      }
    return held
  },
}

const WHY = {
  zh: '有账号,或任职期间经办的事项仍在保存期',
  en: 'has an account, or what they handled is still kept',
} as const
