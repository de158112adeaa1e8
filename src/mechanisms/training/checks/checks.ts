import type { Tx } from '../../../platform/db/public.ts'
import type { Check } from '../../../kernel/record/public.ts'
import type { OfficialCalendar } from '../../../kernel/values/public.ts'
import { groupAndFundCheck } from './a18-group-and-fund.ts'
import { nameCheck } from './a19-name.ts'
import { onceOnARosterCheck } from './b09-once-on-a-roster.ts'
import { agreementCheck } from './c01-agreement.ts'
import { classSizeCheck } from './c03-class-size.ts'
import { timetableCheck } from './c04-timetable.ts'
import { traineeInOnePlaceCheck } from './c05-trainee-in-one-place.ts'
import { instructorInOnePlaceCheck } from './c06-instructor-in-one-place.ts'
import { roomForOneClassCheck } from './c07-room-for-one-class.ts'
import { instructorIsNoTraineeCheck } from './c14-instructor-is-no-trainee.ts'
import { rosterOfThisPlanCheck } from './c15-roster-of-this-plan.ts'
import { personalAttendanceCheck } from './d01-personal-attendance.ts'
import { classDayAttendanceCheck } from './d02-class-day-attendance.ts'
import { signedInTimeCheck } from './d03-signed-in-time.ts'
import { ownDeviceCheck } from './d04-own-device.ts'
import { rhythmCheck } from './d05-rhythm.ts'
import { hoursPossibleCheck } from './d07-hours-possible.ts'
import { headCountCheck } from './d10-head-count.ts'
import { lateEntryCheck } from './d11-late-entry.ts'
import { correctionsCheck } from './d12-corrections.ts'
import { papersInForceCheck } from './h01-papers-in-force.ts'

/** What is asked of a class and of its roster before it is filed, and of its attendance before money is claimed. */
export function classChecks(needs: { calendar: (tx: Tx) => Promise<OfficialCalendar> }): Check[] {
  return [
    groupAndFundCheck,
    nameCheck,
    onceOnARosterCheck,
    agreementCheck,
    classSizeCheck,
    timetableCheck(needs),
    traineeInOnePlaceCheck,
    instructorInOnePlaceCheck,
    roomForOneClassCheck,
    instructorIsNoTraineeCheck,
    rosterOfThisPlanCheck,
    personalAttendanceCheck,
    classDayAttendanceCheck,
    signedInTimeCheck,
    ownDeviceCheck,
    rhythmCheck,
    hoursPossibleCheck,
    headCountCheck,
    lateEntryCheck,
    correctionsCheck,
    papersInForceCheck,
  ]
}
