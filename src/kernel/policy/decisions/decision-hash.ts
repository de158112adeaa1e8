import { contentHash } from './content-hash.ts'
import type { KeptDecision } from './store.ts'

/** What a decision was answered from, and what it answered, under one hash; of one given anew also what it follows and why. */
export function decisionHash(
  decision: Pick<
    KeptDecision,
    'factId' | 'scheme' | 'schemeVersion' | 'packSha256' | 'facts' | 'trace' | 'followsId' | 'cause'
  >,
): Buffer {
  const { factId, scheme, schemeVersion: version, packSha256, facts: read, trace, followsId, cause } = decision
  const anew = followsId === null ? {} : { follows: followsId, cause }
  const content = { factId, scheme, version, pack: packSha256.toString('hex'), read, trace, ...anew }
  return Buffer.from(contentHash(content), 'hex')
}
