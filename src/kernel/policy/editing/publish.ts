import type { Tx } from '../../../platform/db/public.ts'
import { keepDocument } from '../decisions/store.ts'
import { readPack } from '../packs/pack.ts'
import { insertPublished, type Notice } from '../published/store.ts'
import { type Draft, type Hand, insertProposalAnswer, moveDraft, type Proposal } from './store.ts'

/** Publishes what was proposed: the document under its hash, the version, the answer, and the draft is done with. */
export async function publishVersion(
  tx: Tx,
  { draft, proposal, document, notice }: { draft: Draft; proposal: Proposal; document: unknown; notice: Notice },
  by: Hand & { readonly reason: string; readonly newId: () => string },
): Promise<string> {
  const pack = readPack(document)
  const { scheme: name, region, version } = pack
  await keepDocument(tx.db, { sha256: proposal.sha256, kind: 'pack', region, name, version, document })
  const id = by.newId()
  await insertPublished(tx, {
    id,
    scheme: name,
    version,
    packSha256: proposal.sha256,
    proposalId: proposal.id,
    proposedBy: proposal.proposed.personId,
    publishedBy: by.personId,
    accountId: by.accountId,
    documentNumber: proposal.documentNumber,
    notice,
    businessAt: by.at,
  })
  await insertProposalAnswer(tx, proposal, { outcome: 'published', reason: by.reason, answered: by })
  await moveDraft(tx, draft, { id: by.newId(), to: 'published', reason: '', by })
  return id
}
