import type { Tx } from '../../../platform/db/public.ts'
import { type HandOver, listWhoMay } from '../../access/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { takeCase } from './contract.ts'
import { insertEvent, insertOwner, listOwners } from './event-store.ts'
import { type CaseRow, listCasesBy } from './store.ts'
import { refusals } from './words.ts'

const MOST = 200

const ownedBy = async (tx: Tx, ownerId: string): Promise<CaseRow[]> => [
  ...(await listCasesBy(tx, { ownerId, state: 'open' }, { limit: MOST })),
  ...(await listCasesBy(tx, { ownerId, state: 'referred' }, { limit: MOST })),
]

/** Whether somebody's post, today, is to look after cases: whose it was does so no more once they have left it. */
export async function looksAfterCases(tx: Tx, personId: string, now: Date): Promise<boolean> {
  return (await listWhoMay(tx, takeCase.may, civilDateOf(now))).some((each) => each.personId === personId)
}

/** Cases that are not concluded go to whom is named; else they are nobody's, and whoever may takes them. */
export const caseHandOver: HandOver = {
  kind: 'case',
  name: { zh: '疑点处置', en: 'Suspicion cases' },
  becomes: {
    zh: '由指定的人承办;不指定的,谁处置谁认领',
    en: 'They go to whom you name; otherwise whoever deals with them takes them',
  },
  async hold(tx, _id, to, now) {
    return (await looksAfterCases(tx, to.personId, now)) ? undefined : refusals.otherPost
  },
  async open(tx, { personId }) {
    return (await ownedBy(tx, personId)).map(({ id, number }) => {
      return { id, title: { zh: number, en: number }, page: `/cases/${id}` }
    })
  },
  async pass(tx, { from, to, by, now, reason }) {
    if (!to) return
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
