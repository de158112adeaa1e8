import type { Matter, Place, Places } from '../../../kernel/record/public.ts'
import { listTowns } from '../../../kernel/reference/public.ts'
import { placeOf, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { readAddress } from './rules.ts'
import { listEnrolledIn, listNewestAddresses } from './store.ts'

/** Where people live, from the newest address a roster gave: opened here, and told as a town and keyed hashes. */
export function trainingPlaces({ vault }: { readonly vault: Vault }): Places {
  return async (tx, personIds) => {
    const addresses = await listNewestAddresses(tx, personIds)
    const places = new Map<string, Place>()
    if (addresses.length === 0) return places
    const towns = await listTowns(tx)
    for (const { personId, enrolmentId, sealed } of addresses) {
      const text = vault.openText(placeOf('training.enrolments.address_sealed', tx.district, enrolmentId), sealed)
      const { town, village, whole } = readAddress(text, towns)
      places.set(personId, {
        town,
        village: village === null ? null : vault.lookup('record.place', `${town} ${village}`),
        // A town alone is no household.
        household: whole === town ? null : vault.lookup('record.place', whole),
      })
    }
    return places
  }
}

/** The classes somebody is enrolled in, as matters; open until they are completed. */
export async function trainingMatters(tx: Tx, personId: string): Promise<Matter[]> {
  const classes = await listEnrolledIn(tx, personId)
  return classes.map(({ id, number, status }) => ({
    kind: 'enrolment',
    id,
    title: { zh: `${number} 学员`, en: `Trainee of ${number}` },
    isOpen: status !== 'completed',
  }))
}

/** The classes somebody is in. */
export async function trainingGroupsOf(tx: Tx, personId: string): Promise<string[]> {
  return (await listEnrolledIn(tx, personId)).map(({ classId }) => classId)
}
