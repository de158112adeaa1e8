import { randomBytes } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { loadReference } from '../reference/public.ts'
import { call, type Endpoint, type Locale } from '../../platform/contract/public.ts'
import { setBusinessNow } from '../../platform/clock/public.ts'
import { type KeyRing, keyRingAt, newKeyRing, type Vault, vaultOf } from '../../platform/crypto/public.ts'
import { type Connection, connect, inDistrict, type Tx } from '../../platform/db/public.ts'
import { type Actor, answerProblems, bindRoutes, type ConstraintWords, type Route } from '../../platform/http/public.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { permissionsOf, type Role } from '../access/public.ts'
import { bankAccountKey, saveBankAccounts, saveOrganisation, savePersons } from '../people/public.ts'
import { loadPolicies } from '../policy/public.ts'
import { identityCheckDigit, luhnDigit, newId } from '../values/public.ts'
import { moveMoney } from './budget/ledger.ts'
import { insertLine } from './budget/store.ts'

export const LIANDU = 331102
export const QINGTIAN = 331121
export const FUND = 'EMPLOYMENT_SUBSIDY_FUND'

/** A Monday in the year of the samples, after marks and certificates. */
export const NOW = new Date('2022-03-28T01:00:00Z')

/** A second process of a test is given the keys of the first. */
export const testKeys: KeyRing = process.env.SHANJIANG_TEST_KEYS
  ? keyRingAt(process.env.SHANJIANG_TEST_KEYS)
  : newKeyRing()
export const testVault: Vault = vaultOf(testKeys)

/** A database with reference data and packs, on the day NOW, as the application sees it. */
export type FundsDatabase = {
  readonly database: TestDatabase
  readonly connection: Connection
  within<T>(work: (tx: Tx) => Promise<T>, district?: number): Promise<T>
  close(): Promise<void>
}

export async function givenFundsDatabase(): Promise<FundsDatabase> {
  const database = await freshDatabase()
  const connection = connect(database.appUrl, { max: 6 })
  await loadReference(connection.db)
  await loadPolicies(connection.db)
  for (const district of [LIANDU, QINGTIAN]) await inDistrict(connection.db, district, (tx) => setBusinessNow(tx, NOW))
  return {
    database,
    connection,
    within: (work, district = LIANDU) => inDistrict(connection.db, district, work),
    async close() {
      await connection.close()
      await database.drop()
    },
  }
}

let people = 0

/** Somebody nobody is: an identity number that begins with 339901, and a card. */
function nobody(): { name: string; identityNumber: string; accountNumber: string } {
  people += 1
  const first17 = `339901${1960 + (people % 40)}0${1 + (people % 9)}1${people % 9}${String(people % 1000).padStart(3, '0')}`
  const account = `621700${String(people).padStart(12, '0')}`
  return {
    name: `王静${'甲乙丙丁戊己庚辛'[people % 8]}`,
    identityNumber: first17 + identityCheckDigit(first17),
    accountNumber: account + luhnDigit(account),
  }
}

/** A card nobody has, whose check digit is right. */
export const givenAccountNumber = (): string => nobody().accountNumber

export type GivenPerson = { readonly personId: string; readonly bankAccountId: string; readonly name: string }

export async function givenPeople(
  tx: Tx,
  count: number,
  vault: Vault = testVault,
  banks: readonly (string | undefined)[] = [],
): Promise<GivenPerson[]> {
  return savedPeople(tx, Array.from({ length: count }, nobody), vault, banks)
}

/** The same natural persons, known in both districts: by district, in one order. */
export async function givenPeopleOfBoth(
  funds: Pick<FundsDatabase, 'within'>,
  count: number,
): Promise<ReadonlyMap<number, readonly GivenPerson[]>> {
  const same = Array.from({ length: count }, nobody)
  const known = [LIANDU, QINGTIAN].map(
    async (district) => [district, await funds.within((tx) => savedPeople(tx, same), district)] as const,
  )
  return new Map(await Promise.all(known))
}

async function savedPeople(
  tx: Tx,
  somebody: readonly ReturnType<typeof nobody>[],
  vault: Vault = testVault,
  banks: readonly (string | undefined)[] = [],
): Promise<GivenPerson[]> {
  const given = somebody.map((each) => ({ ...each, id: newId() }))
  const rows = given.map(({ id, name, identityNumber }) => {
    return { id, name, identityNumber, sex: 'F' as const, birthDate: '1980-01-01', phone: null }
  })
  const ids = await savePersons(tx, vault, rows)
  const accounts = given.map(({ name, identityNumber, accountNumber }, at) => {
    return {
      id: newId(),
      personId: ids.get(identityNumber)!,
      holderName: name,
      accountNumber,
      bankName: banks[at] ?? '浙江农商银行',
    }
  })
  const saved = await saveBankAccounts(tx, vault, accounts)
  return accounts.map((account) => {
    return { personId: account.personId, bankAccountId: saved.get(bankAccountKey(account))!, name: account.holderName }
  })
}

export async function givenOrganisation(
  tx: Tx,
  name = `演示职业培训学校${randomBytes(4).toString('hex')}`,
): Promise<string> {
  const id = newId()
  await saveOrganisation(tx, { id, kind: 'provider', name, uscc: null })
  return id
}

/** A budget line with so much appropriated to it. */
export async function givenBudgetLine(
  tx: Tx,
  given: { appropriatedFen?: bigint; fund?: string; name?: string; year?: number; now?: Date } = {},
): Promise<string> {
  const {
    appropriatedFen = 100_000_000n,
    fund = FUND,
    name = `职业培训补贴${randomBytes(3).toString('hex')}`,
    year = 2022,
    now = NOW,
  } = given
  const id = newId()
  await insertLine(tx, { id, fund, name, year, document: '丽财社〔2022〕1号(示例)' })
  if (appropriatedFen > 0n) {
    const subject = { kind: 'appropriation', id: newId() }
    await moveMoney(tx, {
      lineId: id,
      from: 'treasury',
      to: 'available',
      amountFen: appropriatedFen,
      reason: 'appropriated',
      subject,
      actor: null,
      at: now,
    })
  }
  return id
}

/** Somebody at a desk of the county, calling operations as their browser would. */
export type Someone = {
  readonly actor: Actor
  call<E extends Endpoint>(endpoint: E, input?: Parameters<typeof call<E>>[2]): ReturnType<typeof call<E>>
}

export type Desks = {
  readonly app: FastifyInstance
  /** A natural person with these roles; `organisationId` makes it a provider's account. */
  someone(
    roles: readonly Role[],
    options?: { organisationId?: string; personId?: string; district?: number; locale?: Locale },
  ): Promise<Someone>
}

/** Routes served as the house serves them, to people who need not sign in. */
export async function givenDesks(
  funds: FundsDatabase,
  routes: readonly Route[],
  constraintWords: ConstraintWords,
): Promise<Desks> {
  const actors = new Map<string, Actor>()
  const app = fastify({ logger: false })
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  answerProblems(app, constraintWords, 1024 * 1024)
  bindRoutes(app, routes, {
    db: funds.connection.db,
    knowsDistrict: (district) => district === LIANDU || district === QINGTIAN,
    authenticate: async (_tx, request) => actors.get(String(request.headers['x-account'])),
    newId,
    maxUploadBytes: 1024 * 1024,
  })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    app,
    async someone(roles, { organisationId, personId, district = LIANDU, locale = 'zh' } = {}) {
      const person = personId ?? (await funds.within((tx) => givenPeople(tx, 1), district))[0]!.personId
      const accountId = newId()
      const actor: Actor = {
        accountId,
        personId: person,
        organisationId: organisationId ?? null,
        roles,
        permissions: permissionsOf(roles),
      }
      actors.set(accountId, actor)
      const fetchWith: typeof fetch = (input, init) =>
        fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), 'x-account': accountId } })
      return { actor, call: (endpoint, input) => call({ district, locale, origin, fetchWith }, endpoint, input) }
    },
  }
}
