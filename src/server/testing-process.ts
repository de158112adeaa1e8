/** A second process of the same house, for tests: prints its address and serves until killed. */
import { listDistricts } from '../kernel/reference/public.ts'
import { newKeyRing, vaultOf } from '../platform/crypto/public.ts'
import { connect } from '../platform/db/public.ts'
import { buildHouse } from './house.ts'

const connection = connect(process.env.APP_URL!, { max: 5 })
const house = buildHouse({
  db: connection.db,
  vault: vaultOf(newKeyRing()),
  districts: await listDistricts(connection.db),
  maxUploadBytes: 1024,
})
console.log(await house.app.listen({ port: 0, host: '127.0.0.1' }))
