import type { Tx } from '../../../platform/db/public.ts'
import { type HandOver, listWhoMay } from '../../access/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { insertEvent, insertOwner, listOwners } from './event-store.ts'
import { type CaseRow, listCasesBy } from './store.ts'

const MOST = 200

const ownedBy = (tx: Tx, ownerId: string): Promise<CaseRow[]> =>
  listCasesBy(tx, { ownerId, state: 'open' }, { limit: MOST })

/** Open cases go to the successor where they may look after one; else to nobody, and whoever may takes them. */
export const caseHandOver: HandOver = {
  kind: 'case',
  name: { zh: '疑点处置', en: 'Suspicion cases' },
  becomes: {
    zh: '转给接手人;没有接手人的,谁处置谁认领',
    en: 'They go to the successor; without one, whoever deals with them takes them',
  },
  async open(tx, { personId }) {
    return (await ownedBy(tx, personId)).map(({ id, number }) => {
      return { id, title: { zh: number, en: number }, page: `/cases/${id}` }
    })
  },
  async pass(tx, { from, to, by, now, reason }) {
    const able = await listWhoMay(tx, 'case.write', civilDateOf(now))
    if (!to || !able.some(({ personId }) => personId === to.personId)) return
    const cases = await ownedBy(tx, from.personId)
    const owners = await listOwners(
      tx,
      cases.map(({ id }) => id),
    )
    for (const { id: caseId } of cases) {
      const nth = (owners.get(caseId)?.nth ?? 0) + 1
      await insertOwner(tx, { caseId, nth, ...to, givenBy: by.personId, businessAt: now })
      await insertEvent(tx, { id: newId(), caseId, what: 'handed-over', said: '', ...by, businessAt: now })
      const subject = { subjectKind: 'case', subjectId: caseId }
      const detail = { from: from.personId, to: to.personId, reason }
      await recordAct(tx, { id: newId(), act: 'case.handed-over', ...subject, actor: by, at: now, detail })
    }
  },
}
