/** A second process of the same house, with its key for hashes, for tests: prints its address and serves until killed. */
import { listDistricts } from '../kernel/reference/public.ts'
import { newKeyRing, newSigner, vaultOf } from '../platform/crypto/public.ts'
import { connect } from '../platform/db/public.ts'
import { outsideInMemory } from '../kernel/record/sealing/outside.ts'
import { buildHouse } from './house.ts'

const connection = connect(process.env.APP_URL!, { max: 5 })
const { LOOKUP_KEY } = process.env
const keys = newKeyRing()
const house = buildHouse({
  db: connection.db,
  vault: vaultOf(LOOKUP_KEY ? { ...keys, lookup: Buffer.from(LOOKUP_KEY, 'base64') } : keys),
  districts: await listDistricts(connection.db),
  maxUploadBytes: 1024,
  signer: newSigner(),
  outside: outsideInMemory(),
})
console.log(await house.app.listen({ port: 0, host: '127.0.0.1' }))
