import { fileURLToPath } from 'node:url'
import { type EmbeddedServer, ensureEmbeddedServer } from '../db/embedded.ts'

/** The server all test files share, apart from the one with real data. Left running, so that the next run is quick. */
export function ensureTestCluster(): Promise<EmbeddedServer> {
  const dataDir = fileURLToPath(new URL('../../../data/test-pg', import.meta.url))
  return ensureEmbeddedServer({ dataDir, durable: false })
}
