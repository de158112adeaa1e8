import type { Held, LegalHold } from '../../record/public.ts'
import { addMonths } from '../../values/public.ts'
import { listHeldLines, listMoneyOf, listMoneyOfPersons } from './store.ts'

/** What money rests on is kept while it is under way, and then as long as accounts are. */
const moneyHold: LegalHold = {
  name: 'money',
  async of(tx, rows, { today, restsMoney, moneyYears }) {
    const held = new Map<string, Held>()
    if (!restsMoney) return held
    const money = await listMoneyOf(
      tx,
      rows.flatMap(({ groupIds }) => groupIds),
    )
    const ofPersons = await listMoneyOfPersons(
      tx,
      rows.flatMap(({ subject, personIds }) => (subject.kind === 'person' ? personIds : [])),
    )
    for (const row of rows) {
      const own = [
        ...money.filter(({ groupId }) => row.groupIds.includes(groupId)),
        ...(row.subject.kind === 'person' ? ofPersons.filter(({ personId }) => row.personIds.includes(personId)) : []),
      ]
      for (const { isOpen, lastOn } of own) {
        const until = lastOn && addMonths(lastOn, 12 * moneyYears)
        if (isOpen) held.set(row.id, { why: { zh: '申领未办结', en: 'a claim is under way' }, until: null })
        else if (until && until > today)
          held.set(row.id, {
            why: { zh: '补贴发放所依据,按会计档案保存', en: 'money was paid on it: kept as accounts are' },
            until,
          })
      }
    }
    return held
  },
}

/** An objection that nobody has settled holds what its claim and its person stand on. */
const objectionHold: LegalHold = {
  name: 'objections',
  async of(tx, rows) {
    const lines = await listHeldLines(tx, {
      groupIds: rows.flatMap(({ groupIds }) => groupIds),
      personIds: rows.flatMap(({ personIds }) => personIds),
    })
    const held = new Map<string, Held>()
    for (const row of rows) {
      const line = lines.find(
        ({ groupId, personId }) => row.groupIds.includes(groupId) || row.personIds.includes(personId),
      )
      if (line)
        held.set(row.id, {
          why: { zh: `申领单 ${line.number} 的异议未了`, en: `an objection to claim ${line.number} is open` },
          until: null,
        })
    }
    return held
  },
}

export const fundsHolds: readonly LegalHold[] = [moneyHold, objectionHold]
