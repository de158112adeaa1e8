/**
 * The province's 100,000 lines against our own 100,000, matched, compared and every difference stored: against one full join
 * on our reference that only counts, and against only reading both sides. One run, one machine, one database.
 */
import pg from 'pg'
import { loadReference } from '../src/kernel/reference/public.ts'
import { loadPolicies } from '../src/kernel/policy/public.ts'
import { reconcile } from '../src/kernel/funds/province/reconciling.ts'
import { connect, inDistrict } from '../src/platform/db/public.ts'
import { ensureTestCluster } from '../src/platform/testing/cluster.ts'
import { freshDatabase } from '../src/platform/testing/database.ts'
import { megabytes, peakOfThisProcess } from './memory.ts'
import { bareJoin, onlyRead, plantBothSides } from './reconciliation.store.ts'
import { bestOf } from './timing.ts'

const COUNT = Number(process.env.ROWS ?? 100_000)
const ROUNDS = 3
const LIANDU = 331102
const SCHEME = 'liandu.ui-training-subsidy'

process.env.TEST_DATABASE_URL ??= (await ensureTestCluster()).superuserUrl('postgres')
const database = await freshDatabase()
const connection = connect(database.appUrl, { max: 2 })
const client = new pg.Client({ connectionString: database.superuserUrl })
try {
  await loadReference(connection.db)
  await loadPolicies(connection.db)
  await plantBothSides(database.superuserUrl, { district: LIANDU, scheme: SCHEME, count: COUNT })
  await client.connect()
  let differences = 0
  const ours = await bestOf(ROUNDS, () =>
    inDistrict(connection.db, LIANDU, async (tx) => {
      const { agreeCount, hereCount } = await reconcile(tx, SCHEME, new Date('2022-03-28T01:00:00Z'))
      differences = hereCount - agreeCount
    }),
  )
  let counted = 0
  const join = await bestOf(ROUNDS, async () => {
    counted = await bareJoin(client, LIANDU, SCHEME)
  })
  const read = await bestOf(ROUNDS, () => onlyRead(client, LIANDU, SCHEME))
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
  console.log(`${COUNT.toLocaleString('en')} lines on each side, best of ${ROUNDS}`)
  console.log(`reconciled, differences stored     ${seconds(ours)} (aim ≤ 5 s); ${differences} of ours do not agree`)
  console.log(
    `one full join that only counts     ${seconds(join)}, ratio ${(ours / join).toFixed(1)}; ${counted} lines differ`,
  )
  console.log(`both sides only read               ${seconds(read)}, ratio ${(ours / read).toFixed(1)}`)
  console.log(`peak of this process               ${Math.round(megabytes(peakOfThisProcess()))} MB`)
} finally {
  await client.end()
  await connection.db.destroy()
}
