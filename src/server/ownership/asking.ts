import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { demoCounties } from '../../../demo/county.ts'
import { hashPassword, listAccounts, saveAccount } from '../../kernel/access/public.ts'
import { PERMISSIONS_OF, type Role, ROLES, rolesOfItsSide } from '../../kernel/access/permissions.ts'
import { listDistricts } from '../../kernel/reference/public.ts'
import { newId } from '../../kernel/values/public.ts'
import type { Endpoint } from '../../platform/contract/public.ts'
import { connect, type Connection, inDistrict } from '../../platform/db/public.ts'
import { newSigner, vaultOf } from '../../platform/crypto/public.ts'
import { outsideInMemory } from '../../kernel/record/sealing/outside.ts'
import { buildHouse } from '../house.ts'
import type { TestHouse } from '../testing.ts'

/** The same house on the same database, in which nothing that is done lasts: every transaction is rolled back in the end. */
export async function forgetfulHouse(house: TestHouse): Promise<{ app: FastifyInstance; close(): Promise<void> }> {
  const connection: Connection = connect(house.database.appUrl, { max: 6 })
  connection.pool.on('connect', (client: pg.PoolClient) => {
    const query = client.query.bind(client) as (text: unknown, ...rest: unknown[]) => unknown
    Object.assign(client, {
      query: (text: unknown, ...rest: unknown[]) => query(text === 'commit' ? 'rollback' : text, ...rest),
    })
  })
  const { app } = buildHouse({
    db: connection.db,
    vault: vaultOf(house.keys),
    districts: await listDistricts(connection.db),
    maxUploadBytes: 1024 * 1024,
    signer: newSigner(),
    outside: outsideInMemory(),
  })
  await app.ready()
  return {
    app,
    async close() {
      await app.close()
      await connection.close()
    },
  }
}

/** Who asks: a role of a district, or the account of a particular name. */
export type Asker = {
  readonly role: Role
  readonly accountName: string
  readonly district: number
  readonly cookie: string
}

/** Somebody of every role in a district: as the demonstration has them, and made where it has none. */
export async function askersOf(house: TestHouse, district: number): Promise<Asker[]> {
  const county = demoCounties().find((each) => each.district === district)!
  const askers: Asker[] = []
  for (const role of Object.keys(ROLES) as Role[]) {
    const known = county.accounts.find(({ roles }) => roles[0] === role)
    const accountName = known?.name ?? `made-${role}`
    if (!known) await makeAccount(house, district, role, accountName)
    askers.push({ role, accountName, district, cookie: (await house.as(accountName, district)).cookie })
  }
  return askers
}

async function makeAccount(house: TestHouse, district: number, role: Role, name: string): Promise<void> {
  const passwordHash = await hashPassword('password-of-tests')
  await inDistrict(house.connection.db, district, async (tx) => {
    const isBureaus = rolesOfItsSide({ organisationId: null, roles: [role] }).length > 0
    const colleague = (await listAccounts(tx)).find((account) => account.name === (isBureaus ? 'clerk' : 'school'))!
    await saveAccount(tx, {
      ...colleague,
      id: newId(),
      name,
      roles: [role],
      passwordHash,
    })
  })
}

export const holds = (role: Role, { may }: Endpoint): boolean =>
  may === 'anyone' || may === 'signed-in' || PERMISSIONS_OF[role].includes(may)

export type Asked = {
  /** The ids that body and query were made with, by field. */
  readonly ids?: ReadonlyMap<string, string>
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
}

export type Told = { readonly status: number; readonly said: string }

/** What an operation answers, byte for byte, but for what no two answers have alike: the date, and the number of a fault. */
export async function ask(
  app: FastifyInstance,
  endpoint: Endpoint,
  who: { readonly district: number; readonly cookie: string },
  asked: Asked,
): Promise<Told> {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(asked.params[name] ?? 'x'))
  const query = new URLSearchParams(
    Object.entries(asked.query).map(([name, value]) => [name, String(value)]),
  ).toString()
  const answer = await app.inject({
    method: endpoint.method,
    url: `/${who.district}/api${path}${query ? `?${query}` : ''}`,
    headers: {
      cookie: who.cookie,
      ...(endpoint.method === 'GET'
        ? {}
        : {
            'content-type': endpoint.upload ? 'application/octet-stream' : 'application/json',
            'idempotency-key': newId(),
          }),
    },
    ...(endpoint.method === 'GET' ? {} : { payload: endpoint.upload ? Buffer.from('x') : JSON.stringify(asked.body) }),
  })
  const isWorkbook = String(answer.headers['content-type']).includes('spreadsheetml')
  const { date: _date, 'content-length': length, ...headers } = answer.headers
  const told = isWorkbook ? await cellsOf(answer.rawPayload) : `${length} ${answer.payload}`
  const said = `${answer.statusCode}\n${JSON.stringify(headers)}\n${told}`
    .replace(/"instance":"[^"]*"/, '"instance":""')
    .replace(/'nonce-[^']*'/g, "'nonce'")
  return { status: answer.statusCode, said }
}

/** What stands in a workbook: the file itself says when it was made. */
async function cellsOf(bytes: Buffer): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))
}

/** The same answer whatever id was sent: an answer may say again what was asked for. */
export function saidOf({ said }: Told, { params, query, body }: Asked): string {
  const sent = JSON.stringify([params, query, body]).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
  return sent.reduce((plain, id) => plain.replaceAll(id, '?'), said)
}

/** Works on all of them, a few at a time. */
export async function each<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = [...things]
  await Promise.all(
    Array.from({ length: 5 }, async () => {
      for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await work(thing)
    }),
  )
}
