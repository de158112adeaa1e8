import { type Player, playFirstDay } from '../../demo/play.ts'
import { seedAccounts, seedDistricts } from '../../demo/seed.ts'
import { signIn } from '../kernel/access/contract.ts'
import { loadPolicies } from '../kernel/policy/public.ts'
import { listDistricts, loadReference } from '../kernel/reference/public.ts'
import { call, type Locale } from '../platform/contract/public.ts'
import { newKeyRing, type KeyRing, vaultOf } from '../platform/crypto/public.ts'
import { connect, type Connection } from '../platform/db/public.ts'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'
import { buildHouse, type House } from './house.ts'

export const LIANDU = 331102
export const QINGTIAN = 331121
const PASSWORD = 'password-of-tests'

/** A signed-in person of a district, calling operations as their browser would. */
export type Someone = {
  readonly cookie: string
  readonly call: Player
}

/** The whole house on a database of its own, with the demonstration counties, listening on loopback. */
export type TestHouse = House & {
  readonly address: string
  readonly database: TestDatabase
  readonly connection: Connection
  readonly keys: KeyRing
  as(accountName: string, district?: number, locale?: Locale): Promise<Someone>
  close(): Promise<void>
}

export async function givenHouse(): Promise<TestHouse> {
  const database = await freshDatabase()
  const connection = connect(database.appUrl, { max: 5 })
  const keys = newKeyRing()
  const vault = vaultOf(keys)
  await loadReference(connection.db)
  await loadPolicies(connection.db)
  await seedDistricts(connection.db)
  const made = await seedAccounts({ db: connection.db, vault, password: PASSWORD })
  const house = buildHouse({
    db: connection.db,
    vault,
    districts: await listDistricts(connection.db),
    maxUploadBytes: 20 * 1024 * 1024,
  })
  await house.app.ready()
  for (const county of made) await playFirstDay(house.app, county, PASSWORD)
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  return {
    ...house,
    address,
    database,
    connection,
    keys,
    as: (accountName, district = LIANDU, locale = 'zh') => signInAt(address, accountName, district, locale),
    async close() {
      await house.app.close()
      await connection.close()
      await database.drop()
    },
  }
}

/** Signs in at a running house. */
export async function signInAt(
  address: string,
  accountName: string,
  district: number = LIANDU,
  locale: Locale = 'zh',
  password = PASSWORD,
): Promise<Someone> {
  let cookie = ''
  const fetchWith: typeof fetch = async (input, init) => {
    const answer = await fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } })
    const set = answer.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0]!
    return answer
  }
  const to = { district, locale, origin: address, fetchWith }
  await call(to, signIn, { body: { accountName, password } })
  return {
    get cookie() {
      return cookie
    },
    call: (endpoint, input) => call(to, endpoint, input),
  }
}
