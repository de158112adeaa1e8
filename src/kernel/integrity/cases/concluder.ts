import type { Tx } from '../../../platform/db/public.ts'
import { listOrganisationsOf } from '../../access/public.ts'
import { civilDateOf } from '../../values/public.ts'
import type { OverrideSource } from '../overrides/sources.ts'
import type { Concluder } from './rules.ts'
import type { CaseRow } from './store.ts'

/** Who somebody is to a case, by natural person. */
export async function concluderOf(
  tx: Tx,
  source: Pick<OverrideSource, 'handsOf'>,
  row: Pick<CaseRow, 'groupId' | 'organisationId'>,
  personId: string,
): Promise<Concluder> {
  // Accounts live in real time, whatever day a demonstration is on.
  const organisations = await listOrganisationsOf(tx, personId, civilDateOf(new Date()))
  return {
    personId,
    isOfClass: (await source.handsOf(tx, row.groupId)).some((hand) => hand.personId === personId),
    isOfOrganisation: organisations.includes(row.organisationId),
  }
}
