import type { Tx } from '../../../platform/db/public.ts'
import type { Matter } from '../../record/public.ts'
import { listClaimsConcerning, listReportsConcerning } from './store.ts'

const SETTLED: readonly string[] = ['paid', 'returned']

/** A person's claims, and what they reported, as matters that somebody can have to look into. */
export async function fundsMatters(tx: Tx, personId: string): Promise<Matter[]> {
  const claims = await listClaimsConcerning(tx, personId)
  const reports = await listReportsConcerning(tx, personId)
  return [
    ...claims.map(({ id, number, status }) => ({
      kind: 'claim' as const,
      id,
      title: { zh: `申领单 ${number}`, en: `Claim ${number}` },
      isOpen: !SETTLED.includes(status),
    })),
    ...reports.map(({ id, number, isAnswered }) => ({
      kind: 'report' as const,
      id,
      title: { zh: `群众反映 ${number}`, en: `Report ${number}` },
      isOpen: !isAnswered,
    })),
  ]
}
