import type { HandOver } from '../../access/public.ts'
import { listUnsignedOf } from './store.ts'

/** Batches that wait for signatures are no one’s own: any colleague of the post carries them on. */
export const batchHandOver: HandOver = {
  kind: 'batch',
  name: { zh: '待签的批次', en: 'Batches to be signed' },
  becomes: {
    zh: '由同岗人员继续办理,签批顺序不变',
    en: 'Colleagues of the post carry them on; who signs stays the same',
  },
  async open(tx, { personId }) {
    return (await listUnsignedOf(tx, personId)).map(({ id, number }) => {
      return { id, title: { zh: number, en: number }, page: `/batches/${id}` }
    })
  },
  async pass() {},
}
