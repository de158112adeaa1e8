import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKeyRing, vaultOf } from '../../platform/crypto/public.ts'
import { connect, type Connection, inDistrict, type Tx } from '../../platform/db/public.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { newId } from '../values/public.ts'
import {
  bankAccountKey,
  listBankAccounts,
  listHolderNames,
  listPersons,
  listRecordedNames,
  lockPersons,
  saveBankAccounts,
  savePersons,
} from './store.ts'

const LIANDU = 331102
const vault = vaultOf(newKeyRing())
const IDENTITY = '339901197706180675'

let database: TestDatabase
let connection: Connection
beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.appUrl, { max: 4 })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(connection.db, LIANDU, work)
const person = (name: string, over: { identityNumber?: string; phone?: string | null } = {}) => ({
  id: newId(),
  name,
  identityNumber: IDENTITY,
  sex: 'M' as const,
  birthDate: '1977-06-18',
  phone: null,
  ...over,
})

/** A person's row as the database holds it. */
async function rowOf(id: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: database.superuserUrl })
  await client.connect()
  const { rows } = await client.query('select * from people.persons where id = $1', [id])
  await client.end()
  return rows[0]
}

describe('a person’s record', () => {
  it('is what was first said of them, whoever says something else of their number', async () => {
    const first = newId()
    const ids = await within((tx) => savePersons(tx, vault, [person('王静', { phone: '18920912793' })], first))
    const id = ids.get(IDENTITY)!
    const before = await rowOf(id)
    const other = person('张三', { identityNumber: '33990119861002842X' })
    const again = await within((tx) =>
      savePersons(tx, vault, [person('赵六', { phone: '13905781234' }), other], newId()),
    )
    expect(again.get(IDENTITY)).toBe(id)
    expect(again.get('33990119861002842X')).toBe(other.id)
    expect(await rowOf(id)).toEqual(before)
    const [shown, recorded] = await within(async (tx) => [
      await listPersons(tx, [id]),
      await listRecordedNames(tx, [id]),
    ])
    expect(shown.get(id)?.maskedName).toBe('王*')
    expect(recorded.get(id)).toEqual({ name: '王静', toldBy: first })
  })

  it('is one when two say it at the same moment', async () => {
    const identityNumber = '339901197907081729'
    const both = await Promise.all(
      ['王静', '王婧'].map((name) => within((tx) => savePersons(tx, vault, [person(name, { identityNumber })]))),
    )
    expect(both[0]?.get(identityNumber)).toBeDefined()
    expect(both[0]?.get(identityNumber)).toBe(both[1]?.get(identityNumber))
  })

  it.each(['name', 'phone_sealed', 'phone_masked', 'identity_masked', 'told_by'])(
    'cannot be changed by the application: %s',
    async (column) => {
      await expect(
        within((tx) =>
          sql`update people.persons set ${sql.ref(column)} = null where district = ${LIANDU}`.execute(tx.db),
        ),
      ).rejects.toThrow(/permission denied/)
    },
  )

  it('can be locked, and not moved to another district', async () => {
    const ids = await within((tx) => savePersons(tx, vault, [person('王静')]))
    await within((tx) => lockPersons(tx, [...ids.values()]))
    await expect(
      within((tx) => sql`update people.persons set district = 331121 where district = ${LIANDU}`.execute(tx.db)),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('a bank account', () => {
  const given = (personId: string, over: { holderName?: string; bankName?: string } = {}) => ({
    id: newId(),
    personId,
    holderName: '王静',
    accountNumber: '6217009507983498642',
    bankName: '中国农业银行丽水分行',
    ...over,
  })

  it('keeps its row for what was given before, and has another for a bank or a holder that was corrected', async () => {
    await within(async (tx) => {
      const personId = (await savePersons(tx, vault, [person('王静')])).get(IDENTITY)!
      const [first, bank, holder] = [
        given(personId),
        given(personId, { bankName: '浙江农商银行' }),
        given(personId, { holderName: '王婧' }),
      ]
      const ids: string[] = []
      for (const account of [first, bank, holder])
        ids.push((await saveBankAccounts(tx, vault, [account])).get(bankAccountKey(account))!)
      expect(ids).toEqual([first.id, bank.id, holder.id])
      const again = given(personId)
      expect((await saveBankAccounts(tx, vault, [again])).get(bankAccountKey(again))).toBe(first.id)
      const shown = await listBankAccounts(tx, ids)
      expect(ids.map((id) => shown.get(id)?.bankName)).toEqual([first.bankName, '浙江农商银行', first.bankName])
      expect(ids.map((id) => shown.get(id)?.maskedHolder)).toEqual(['王*', '王*', '王*'])
      expect((await listHolderNames(tx, ids)).get(holder.id)).toBe('王婧')
    })
  })

  it('is known to be several people’s by its number, whatever bank or name each gave', async () => {
    await within(async (tx) => {
      const ids = await savePersons(tx, vault, [
        person('王静'),
        person('张三', { identityNumber: '33990119861002842X' }),
      ])
      const [one, two] = [...ids.values()]
      await saveBankAccounts(tx, vault, [given(one!), given(two!, { holderName: '张三', bankName: '浙江农商银行' })])
      const { rows } = await sql<{ people: number }>`
        select count(distinct person_id)::int as people from people.bank_accounts
        where district = ${LIANDU} and account_lookup = ${vault.lookup('people.bank-account', '6217009507983498642')}`.execute(
        tx.db,
      )
      expect(rows[0]?.people).toBe(2)
    })
  })
})
