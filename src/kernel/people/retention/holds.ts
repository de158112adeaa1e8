import type { Held, LegalHold } from '../../record/public.ts'
import { stateOf } from '../restrictions/rules.ts'
import { listRestrictionsOfOrganisations, listRestrictionsOfPersons } from '../restrictions/store.ts'

const UNDER_WAY: readonly string[] = ['proposed', 'to-come', 'in-force']

/** A restriction that is proposed or counts holds what its person or organisation stands on. */
export const restrictionHold: LegalHold = {
  name: 'restrictions',
  async of(tx, rows, { today }) {
    const open = [
      ...(await listRestrictionsOfPersons(
        tx,
        rows.flatMap(({ personIds }) => personIds),
      )),
      ...(await listRestrictionsOfOrganisations(
        tx,
        rows.flatMap(({ organisationId }) => organisationId ?? []),
      )),
    ].filter((restriction) => UNDER_WAY.includes(stateOf(restriction, today)))
    const held = new Map<string, Held>()
    for (const row of rows) {
      const against = open.find(
        ({ personId, organisationId }) =>
          (personId !== null && row.personIds.includes(personId)) ||
          (organisationId !== null && organisationId === row.organisationId),
      )
      if (against) held.set(row.id, { why: WHY, until: against.to })
    }
    return held
  },
}

const WHY = { zh: '有未了的限制,暂不清理', en: 'a restriction is open' } as const
