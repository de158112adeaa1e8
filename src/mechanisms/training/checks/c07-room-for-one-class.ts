import { type Check, defineCheck, ground } from '../../../kernel/record/public.ts'
import { clashesOfClass, clashFinding, NO_CLASHES } from './clash-finding.ts'

/** C07: a room has one class at a time, and the class itself is in one place at a time. */
export const roomForOneClassCheck: Check = defineCheck({
  id: 'C07',
  title: {
    zh: '教室没有同时排两个班,本班没有同时在两处',
    en: 'No room has two classes, and the class is in one place',
  },
  subject: 'class',
  moments: ['filing', 'approval'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('auditPractice'),
  async run(ask) {
    const clashes = await clashesOfClass(ask, 'C07')
    return ask.subjects.map(({ id }) => clashFinding(id, id === ask.groupId ? clashes : NO_CLASHES))
  },
})
