/** Writes db/schema.sql, db/tables.ts and the documents beside them as the code makes them today; `npm test` compares. */
import { writeFileSync } from 'node:fs'
import { ensureTestCluster } from '../src/platform/testing/cluster.ts'

if (!process.env.TEST_DATABASE_URL) process.env.TEST_DATABASE_URL = (await ensureTestCluster()).superuserUrl('postgres')

const { snapshots } = await import('../src/server/snapshots.ts')
for (const [path, text] of await snapshots()) writeFileSync(path, text)
process.exit(0)
