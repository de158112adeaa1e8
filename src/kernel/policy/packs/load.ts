import type { Db } from '../../../platform/db/public.ts'
import { contentHash } from '../decisions/content-hash.ts'
import { policyFolder } from './library.ts'
import { keepDocument } from '../decisions/store.ts'

/** Keeps every pack that lies under `policies/`, by the hash of its content: decisions refer to what they were made by. */
export async function loadPolicies(db: Db): Promise<void> {
  for (const { document, pack } of policyFolder().packs) {
    await keepDocument(db, {
      sha256: Buffer.from(contentHash(document), 'hex'),
      kind: 'pack',
      region: pack.region,
      name: pack.scheme,
      version: pack.version,
      document,
    })
  }
}
