import { afterAll, beforeAll, expect, it } from 'vitest'
import { newKeyRing, vaultOf } from '../../platform/crypto/public.ts'
import { brokenConstraint, type Connection, connect, inDistrict, type Tx } from '../../platform/db/public.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { savePersons } from '../people/public.ts'
import { loadReference } from '../reference/public.ts'
import { civilDate, identityCheckDigit, newId } from '../values/public.ts'
import { type CertificateGiven, findCertificates, findCertificatesByNumber, saveCertificates } from './store.ts'
import { constraintWords } from './words.ts'

const LIANDU = 331102
let database: TestDatabase
let connection: Connection
let people: [string, string]
const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(connection.db, LIANDU, work)

beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.appUrl)
  await loadReference(connection.db)
  people = (await within(async (tx) => {
    const vault = vaultOf(newKeyRing())
    const ids: string[] = []
    for (const first17 of ['33990119850101001', '33990119850101002']) {
      const identityNumber = first17 + identityCheckDigit(first17)
      const person = {
        id: newId(),
        name: '蓝凤英',
        identityNumber,
        sex: 'M' as const,
        birthDate: '1985-01-01',
        phone: null,
      }
      ids.push((await savePersons(tx, vault, [person])).get(identityNumber)!)
    }
    return ids
  })) as [string, string]
})
afterAll(async () => {
  await connection?.close()
  await database?.drop()
})

const certificate = (personId: string, number: string): CertificateGiven => ({
  id: newId(),
  personId,
  number,
  kind: 'SKILL_LEVEL',
  occupationId: '2022/养老护理员',
  level: 'L5_JUNIOR',
  issuedOn: civilDate('2022-03-25'),
})
const sheet = () => ({ kind: 'mark-sheet', id: newId() })

it('lets one certificate number be only one person’s, and says so in a sentence', async () => {
  const [one, other] = people
  await within((tx) => saveCertificates(tx, { toldBy: sheet(), certificates: [certificate(one, 'S-0001')] }))
  const again = within((tx) => saveCertificates(tx, { toldBy: sheet(), certificates: [certificate(other, 'S-0001')] }))
  const constraint = await again.then(() => undefined, brokenConstraint)
  expect(constraint).toBe('a_certificate_number_is_one_persons')
  expect(Object.keys(constraintWords)).toContain(constraint)
})

it('takes a corrected telling in place of the earlier one, which stays on record', async () => {
  const [one, other] = people
  const [first, second] = [sheet(), sheet()]
  await within((tx) =>
    saveCertificates(tx, { toldBy: first, certificates: [certificate(one, 'S-0002'), certificate(other, 'S-0003')] }),
  )
  await within((tx) =>
    saveCertificates(tx, {
      toldBy: second,
      replacing: [first.id],
      certificates: [certificate(other, 'S-0002'), certificate(one, 'S-0003')],
    }),
  )
  const inForce = await within((tx) => findCertificatesByNumber(tx, ['S-0002', 'S-0003']))
  expect(inForce.get('S-0002')?.personId).toBe(other)
  expect(
    (await within((tx) => findCertificates(tx, [one])))
      .get(one)
      ?.map(({ number }) => number)
      .sort(),
  ).toEqual(['S-0001', 'S-0003'])
  const rows = await within((tx) =>
    tx.db.selectFrom('credentials.certificates').select('id').where('district', '=', LIANDU).execute(),
  )
  expect(rows).toHaveLength(5)
})

it('never lets a certificate’s number or holder be changed, nor a row be deleted', async () => {
  const table = 'credentials.certificates'
  const change = within((tx) => tx.db.updateTable(table).set({ certificate_no: 'S-0009' }).execute())
  await expect(change).rejects.toMatchObject({ code: '42501' })
  await expect(within((tx) => tx.db.deleteFrom(table).execute())).rejects.toMatchObject({ code: '42501' })
})
