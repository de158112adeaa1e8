import { ensureTestCluster } from './cluster.ts'

/** Before any test file: a server to run on. TEST_DATABASE_URL (a superuser's address) reaches every test process. */
export default async function setup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return
  const cluster = await ensureTestCluster()
  process.env.TEST_DATABASE_URL = cluster.superuserUrl('postgres')
}
