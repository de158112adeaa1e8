import type { Tx } from '../../../platform/db/public.ts'
import { parametersOn } from '../../policy/public.ts'
import type { District } from '../../reference/public.ts'
import { addDays, civilDateOf } from '../../values/public.ts'
import type { Claim } from '../claims/store.ts'
import type { Occasion } from './rules.ts'

/** What every notice of a claim says on this day: whose it is, where to come and by when. */
export function occasionOf(tx: Tx, district: District, claim: Claim, now: Date): Occasion {
  const today = civilDateOf(now)
  const parameters = parametersOn(tx.district, today)
  const days = parameters.get('telling.answerDays').value
  return {
    groupTitle: claim.title,
    schemeTitle: claim.schemeTitle,
    office: {
      bureau: { zh: district.bureauZh, en: district.bureauEn },
      place: parameters.get('telling.place').value,
      phone: district.consultationPhone,
    },
    today,
    until: addDays(today, days),
    days,
  }
}
