import type { Tx } from '../../../platform/db/public.ts'
import type { Check } from '../../../kernel/record/public.ts'
import type { OfficialCalendar } from '../../../kernel/values/public.ts'
import { groupAndFundCheck } from './a18-group-and-fund.ts'
import { onceOnARosterCheck } from './b09-once-on-a-roster.ts'
import { agreementCheck } from './c01-agreement.ts'
import { classSizeCheck } from './c03-class-size.ts'
import { timetableCheck } from './c04-timetable.ts'
import { traineeInOnePlaceCheck } from './c05-trainee-in-one-place.ts'
import { instructorInOnePlaceCheck } from './c06-instructor-in-one-place.ts'
import { roomForOneClassCheck } from './c07-room-for-one-class.ts'

/** What is asked of a class and of its roster before it is filed. */
export function classChecks(needs: { calendar: (tx: Tx) => Promise<OfficialCalendar> }): Check[] {
  return [
    groupAndFundCheck,
    onceOnARosterCheck,
    agreementCheck,
    classSizeCheck,
    timetableCheck(needs),
    traineeInOnePlaceCheck,
    instructorInOnePlaceCheck,
    roomForOneClassCheck,
  ]
}
