import { contentHash } from './content-hash.ts'
import type { KeptDecision } from './store.ts'

/** What a decision was answered from, and what it answered, under one hash. */
export function decisionHash(
  decision: Pick<KeptDecision, 'factId' | 'scheme' | 'schemeVersion' | 'packSha256' | 'facts' | 'trace'>,
): Buffer {
  const { factId, scheme, schemeVersion: version, packSha256, facts: read, trace } = decision
  return Buffer.from(contentHash({ factId, scheme, version, pack: packSha256.toString('hex'), read, trace }), 'hex')
}
