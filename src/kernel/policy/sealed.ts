import { sealedTable, type SealedTables } from '../record/public.ts'

/** What policy keeps that is sealed, and what is not and why. */
export const policySealed: SealedTables = {
  sealed: [
    sealedTable('policy.facts', '事实', 'fact', { trail: { kind: 'fact', by: 'id' } }),
    sealedTable('policy.decisions', '政策判定', 'decision', {
      toldIn: 'decided_at',
      trail: { kind: 'decision', by: 'id' },
    }),
  ],
  unsealed: {},
}
