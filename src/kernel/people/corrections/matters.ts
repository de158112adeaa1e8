import type { Tx } from '../../../platform/db/public.ts'
import type { Matter } from '../../record/public.ts'
import { stateOf } from './rules.ts'
import { listCorrectionsOfPerson } from './store.ts'

/** What somebody asked to be put right, as matters; open until it is settled. */
export async function correctionMatters(tx: Tx, personId: string): Promise<Matter[]> {
  return (await listCorrectionsOfPerson(tx, personId)).map(({ id, number, answers }) => ({
    kind: 'correction',
    id,
    title: { zh: `信息更正申请 ${number}`, en: `Request to correct data ${number}` },
    isOpen: ['open', 'second'].includes(stateOf(answers)),
  }))
}
