import {
  type Check,
  defineCheck,
  failed,
  ground,
  notApplicable,
  passed,
  unavailable,
} from '../../../kernel/record/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { findClass } from '../classes/store.ts'
import { listPeopleOnDevicesOf } from '../live/sign-store.ts'
import { attendedClass } from './attended.ts'
import { liveClass } from './live-signs.ts'
import { sharedDevices } from './signing-rules.ts'
import { words } from './words.ts'

/** D04: nobody signed in as themself on a phone on which somebody else did too, in any class, or on the instructor's device. */
export const ownDeviceCheck: Check = defineCheck({
  id: 'D04',
  title: { zh: '一部手机只为一个人签到', en: 'One phone signs for one person' },
  subject: 'enrolment',
  moments: ['claim'],
  action: 'hold',
  onUnavailable: 'hold',
  basis: ground('auditPractice'),
  async run({ tx, groupId, subjects }) {
    const live = await liveClass(tx, groupId)
    if (!live) {
      const attended = await attendedClass(tx, groupId)
      return subjects.map(({ id }) =>
        attended ? notApplicable(id, words.onPaper) : unavailable(id, words.noAttendance),
      )
    }
    const row = await findClass(tx, groupId)
    if (!row) return subjects.map(({ id }) => unavailable(id, words.noAttendance))
    const { devicePeople } = parametersOn(tx.district, row.endsOn).get('attendance.signDoubts').value
    const operators = new Set([
      ...live.sessions.map(({ device }) => device.toString('hex')),
      ...live.signs.filter(({ method }) => method !== 'qr' && method !== 'code').map(({ device }) => device),
    ])
    const onDevices = await listPeopleOnDevicesOf(tx, groupId)
    const devices = [...new Set(onDevices.map(({ device }) => device))].map((device) => ({
      device,
      people: onDevices.filter((each) => each.device === device),
      isOperators: operators.has(device),
    }))
    const shared = sharedDevices(devices, devicePeople)
    return subjects.map(({ id, personId }) => {
      const device = shared.find(({ people }) => people.some((each) => each.personId === personId))
      if (!device) return passed(id, words.ownDevice)
      const tail = device.device.slice(-6).toUpperCase()
      const people = new Set(device.people.map((each) => each.personId)).size
      const sentence = people >= devicePeople ? words.sharedDevice(tail, people) : words.operatorsDevice(tail)
      return failed(
        id,
        sentence,
        device.people.map(({ signId }) => ({ label: words.liveSign, kind: 'live-sign', id: signId })),
      )
    })
  },
})
