import { type Check, defineCheck, failed, ground, passed } from '../../../kernel/record/public.ts'
import { listRoster } from '../rosters/listing.ts'
import { words } from './words.ts'

/** B09: nobody is twice on one roster, however their rows were typed. People are compared, not rows. */
export const onceOnARosterCheck: Check = defineCheck({
  id: 'B09',
  title: { zh: '花名册中没有重复的人', en: 'Nobody is on the roster twice' },
  subject: 'enrolment',
  moments: ['enrolment', 'filing', 'approval'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('realNames'),
  notLifted: { zh: '同一人不能领两份,请更正花名册', en: 'one person is not paid twice; correct the roster' },
  async run({ tx, groupId, subjects }) {
    const seqOf = new Map((await listRoster(tx, groupId)).map((entry) => [entry.enrolmentId, entry.seq]))
    return subjects.map((subject) => {
      const others = subjects.filter(
        ({ id, personId }) => id !== subject.id && personId !== undefined && personId === subject.personId,
      )
      if (others.length === 0) return passed(subject.id)
      return failed(
        subject.id,
        words.samePerson(others.map((other) => seqOf.get(other.id) ?? subjects.indexOf(other) + 1)),
      )
    })
  },
})
