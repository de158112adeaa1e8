import type { HandOver } from '../../../access/public.ts'
import { drawAgain } from './draw.ts'
import { listDrawnTo } from './store.ts'

/** Second reviews that somebody was drawn for are drawn anew: a reviewer is drawn, not handed the work. */
export const reviewHandOver: HandOver = {
  kind: 'second-review',
  name: { zh: '抽到的复核', en: 'Second reviews drawn' },
  becomes: { zh: '重新随机抽取复核人,不指定', en: 'They are drawn anew; nobody is named' },
  async open(tx, { personId }) {
    return (await listDrawnTo(tx, personId)).map(({ id, number }) => {
      return { id, title: { zh: number, en: number }, page: `/claims/${id}` }
    })
  },
  async pass(tx, { from, now }) {
    for (const { id } of await listDrawnTo(tx, from.personId)) await drawAgain(tx, id, now)
  },
}
