import { sealedTable, type SealedTables } from '../record/public.ts'

/** What policy keeps that is sealed, and what is not and why. */
export const policySealed: SealedTables = {
  sealed: [
    sealedTable('policy.facts', '事实', 'fact', { trail: { kind: 'fact', by: 'id' } }),
    sealedTable('policy.decisions', '政策判定', 'decision', {
      toldIn: 'decided_at',
      trail: { kind: 'decision', by: 'id' },
    }),
    sealedTable('policy.benefits', '享受补贴登记', 'benefit', {
      apart: { status: 'moves; its events are sealed' },
      trail: { kind: 'decision', by: 'decision_id' },
    }),
    sealedTable('policy.benefit_events', '享受补贴变动', 'change of a benefit', {}),
  ],
  unsealed: {},
}
