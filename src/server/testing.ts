import type pg from 'pg'
import { type Player, playFirstDay } from '../../demo/play.ts'
import { seedAccounts, seedDistricts } from '../../demo/seed.ts'
import { planSampleClass, sampleFile, teachSampleClass } from '../../demo/sample-class.ts'
import { signIn } from '../kernel/access/contract.ts'
import type { LetterRegister } from '../kernel/people/letters/columns.ts'
import { makeLetters, uploadAnswer } from '../kernel/people/letters/contract.ts'
import { loadPolicies } from '../kernel/policy/public.ts'
import { listDistricts, loadReference } from '../kernel/reference/public.ts'
import { approveClass, submitClass } from '../mechanisms/training/filing/contract.ts'
import { setBusinessNow } from '../platform/clock/public.ts'
import { call, type Locale } from '../platform/contract/public.ts'
import { newKeyRing, newSigner, type KeyRing, type RingSource, vaultOf } from '../platform/crypto/public.ts'
import { connect, type Connection, inDistrict } from '../platform/db/public.ts'
import type { Sms } from '../platform/sms/public.ts'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'
import { outsideInMemory } from '../kernel/record/sealing/outside.ts'
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
  /** The short messages that went out. */
  readonly messages: readonly Sms[]
  /** Another process of the same house: the same rooms and keys on the same database, which nobody listens to. */
  another(): House
  as(accountName: string, district?: number, locale?: Locale): Promise<Someone>
  /** Liandu's day becomes this one, and what days bring by themselves is done. */
  passTo(day: string): Promise<void>
  close(): Promise<void>
}

export async function givenHouse(keys: KeyRing | RingSource = newKeyRing()): Promise<TestHouse> {
  const database = await freshDatabase()
  const connection = connect(database.appUrl, { max: 5 })
  const vault = vaultOf(keys)
  await loadReference(connection.db)
  await loadPolicies(connection.db)
  await seedDistricts(connection.db)
  const made = await seedAccounts({ db: connection.db, vault, password: PASSWORD })
  const messages: Sms[] = []
  const needs = {
    db: connection.db,
    vault,
    sms: { send: async (sms: Sms) => void messages.push(sms) },
    districts: await listDistricts(connection.db),
    maxUploadBytes: 20 * 1024 * 1024,
    signer: newSigner(),
    outside: outsideInMemory(),
  }
  const house = buildHouse(needs)
  await house.app.ready()
  for (const county of made) await playFirstDay(house.app, county, PASSWORD)
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  return {
    ...house,
    address,
    database,
    connection,
    keys: 'now' in keys ? keys.now() : keys,
    messages,
    another: () => buildHouse(needs),
    as: (accountName, district = LIANDU, locale = 'zh') => signInAt(address, accountName, district, locale),
    async passTo(day) {
      await inDistrict(connection.db, LIANDU, (tx) => setBusinessNow(tx, new Date(`${day}T01:00:00Z`)))
      for (const chore of house.chores) while (await inDistrict(connection.db, LIANDU, chore.run));
      await house.outbox.drain(LIANDU)
    },
    async close() {
      await house.app.close()
      await Promise.all([house.sealing.stop(), house.making.stop(), house.trying.stop()])
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

/** The class of the samples, filed, taught and completed: its claim is there. */
export async function givenTaughtClass(house: TestHouse, school: Someone, clerk: Someone): Promise<string> {
  const { classId } = await planSampleClass(school.call)
  await school.call(submitClass, { params: { classId } })
  await clerk.call(approveClass, { params: { classId } })
  await teachSampleClass(school.call, classId)
  await house.outbox.drain(LIANDU)
  return classId
}

/** The registers and the samples that come back, in the order in which the offices answer. */
export const ANSWERS: readonly { register: LetterRegister; file: string }[] = [
  { register: 'pension-payments', file: '07-养老待遇领取名单.csv' },
  { register: 'government-payroll', file: '08-财政供养人员名单.csv' },
  { register: 'deaths', file: '09-死亡人员名单.csv' },
  { register: 'insured-staff', file: '10-企业参保人员.csv' },
]

/** Letters about a class go out to the offices that keep these registers; what comes back has an office tell its sample. */
export async function givenLetters(
  house: TestHouse,
  clerk: Someone,
  classId: string,
  registers: readonly LetterRegister[] = ANSWERS.map(({ register }) => register),
) {
  const { letters } = await clerk.call(makeLetters, {
    body: {
      letters: registers.map((register) => ({ register, office: '莲都区社会保险中心' })),
      groupIds: [classId],
      purpose: '职业技能培训补贴审核',
    },
  })
  return async (register: LetterRegister): Promise<void> => {
    const { file } = ANSWERS.find((each) => each.register === register)!
    await clerk.call(uploadAnswer, {
      params: { letterId: letters.find((letter) => letter.register === register)!.id },
      query: { fileName: file, office: '莲都区社会保险中心', asOf: '2022-03-28' },
      file: sampleFile(file),
    })
    await house.outbox.drain(LIANDU)
  }
}

/** A row that is changed past the platform. */
export type Changed = {
  readonly table: string
  readonly set: string
  readonly where?: string
  /** What its rows are told apart by. */
  readonly key?: string
}

/** Changes one row as who owns the database can, looks, and puts the row back. */
export async function withChangedRow<T>(
  owner: pg.Client,
  { table, set, where = 'true', key = 'id' }: Changed,
  look: (changedKey: string) => Promise<T>,
): Promise<T> {
  await owner.query('set session_replication_role = replica')
  await owner.query('drop table if exists row_before')
  await owner.query(`create temp table row_before as select * from ${table} where ${where} order by ${key} limit 1`)
  const one = `${key} = (select ${key} from row_before)`
  const { rows } = await owner.query<{ key: string }>(`select ${key}::text as key from row_before`)
  await owner.query(`update ${table} set ${set} where ${one}`)
  try {
    return await look(rows[0]!.key)
  } finally {
    await owner.query(`delete from ${table} where ${one}`)
    await owner.query(`insert into ${table} select * from row_before`)
    await owner.query('set session_replication_role = default')
  }
}
