import { type HandOver, listWhoMay } from '../../access/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { answerReport } from './contract.ts'
import { listReports } from './store.ts'
import { handOverWords } from './words.ts'

const MOST = 200

/** What residents report waits for anybody of the post; it is in the hands of whoever leaves as far as they hold that. */
export const reportHandOver: HandOver = {
  kind: 'report',
  ...handOverWords,
  post: answerReport.may,
  async open(tx, { personId }) {
    const able = await listWhoMay(tx, answerReport.may, civilDateOf(tx.now))
    if (!able.some((each) => each.personId === personId)) return []
    const found = await listReports(tx, { state: 'open', overdueBefore: tx.now }, { limit: MOST })
    return found.map(({ id, number }) => ({ id, title: { zh: number, en: number }, page: '/reports' }))
  },
  async pass() {},
}
