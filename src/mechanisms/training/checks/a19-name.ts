import { type Check, defineCheck, failed, ground, passed, unavailable } from '../../../kernel/record/public.ts'
import { isSameName } from '../../../kernel/values/public.ts'
import { knownNames } from '../rosters/known-names.ts'
import { listRoster } from '../rosters/listing.ts'
import { words } from './words.ts'

/**
 * A19: the roster gives the person the name that stands for their identity number in the county. A01 asks whether the
 * number can exist; this asks whether it is this person's, as far as the county's own records say. Another name is held,
 * not refused: which of the two is right, only the identity card says.
 */
export const nameCheck: Check = defineCheck({
  id: 'A19',
  title: { zh: '姓名与身份证号一致', en: 'The name is the one the identity number is known by' },
  subject: 'enrolment',
  moments: ['filing', 'approval', 'claim'],
  action: 'hold',
  onUnavailable: 'hold',
  basis: ground('realNames'),
  async run({ tx, groupId, subjects }) {
    const entryOf = new Map((await listRoster(tx, groupId)).map((entry) => [entry.enrolmentId, entry]))
    const known = await knownNames(
      tx,
      groupId,
      [...entryOf.values()].map((entry) => entry.personId),
    )
    return subjects.map(({ id }) => {
      const entry = entryOf.get(id)
      if (!entry) return unavailable(id, words.notOnTheRoster)
      const other = known.get(entry.personId)
      if (!other || isSameName(other.name, entry.name)) return passed(id)
      const evidence = other.classId === null ? [] : [{ label: words.otherName, kind: 'class', id: other.classId }]
      return failed(id, words.nameDiffers, evidence)
    })
  },
})
