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
      apart: {
        status: 'moves; its events are sealed',
        returned_fen: 'grows with the receipts of recoveries, which are sealed',
      },
      trail: { kind: 'decision', by: 'decision_id' },
    }),
    sealedTable('policy.benefit_parties', '享受补贴计入的单位和证书', 'whom a benefit counts for', {}),
    sealedTable('policy.benefit_events', '享受补贴变动', 'change of a benefit', {}),
    sealedTable('policy.scheme_drafts', '政策草稿', 'draft of a scheme', {
      apart: { status: 'moves; its events are sealed', revision: 'moves; its revisions are sealed' },
    }),
    sealedTable('policy.draft_revisions', '政策草稿的保存', 'revision of a draft', {}),
    sealedTable('policy.draft_events', '政策草稿变动', 'change of a draft', {}),
    sealedTable('policy.scheme_proposals', '提请发布', 'proposal to publish', {}),
    sealedTable('policy.scheme_proposal_answers', '发布复核', 'answer to a proposal to publish', {}),
    sealedTable('policy.published_versions', '发布的政策', 'published version', {}),
  ],
  unsealed: {},
}
