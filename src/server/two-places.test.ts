import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planSampleClass, teachSampleClass } from '../../demo/sample-class.ts'
import { explainPerson, getClaim, listClaims } from '../kernel/funds/claims/contract.ts'
import { getCase, listCases, listOwnCases } from '../kernel/integrity/cases/contract.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import { approveClass, submitClass } from '../mechanisms/training/filing/contract.ts'
import { listRoster } from '../mechanisms/training/rosters/listing.ts'
import { givenClass, givenProvider, givenSigned, session } from '../mechanisms/training/testing.ts'
import { vaultOf } from '../platform/crypto/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

const OTHER = '丽水市另一职业培训学校'

let house: TestHouse
let school: Someone
let clerk: Someone
let classId: string
let elsewhere: string

beforeAll(async () => {
  house = await givenHouse()
  ;[school, clerk] = await Promise.all([house.as('school'), house.as('clerk')])
  classId = (await planSampleClass(school.call)).classId
  await school.call(submitClass, { params: { classId } })
  await clerk.call(approveClass, { params: { classId } })
  // Filing would refuse the other class for its clashes: it came past that, as a class of yesterday's rules may have.
  elsewhere = await inDistrict(house.connection.db, LIANDU, async (tx) => {
    const vault = vaultOf(house.keys)
    const personIds = (await listRoster(tx, classId)).slice(0, 2).map(({ personId }) => personId)
    const other = await givenProvider(tx, vault, { name: OTHER })
    const sessions = [session(other, '2022-03-08', '08:30', '11:30')]
    const id = await givenClass(tx, vault, other, { personIds, sessions })
    await givenSigned(tx, vault, id, new Date('2022-03-28T09:00:00+08:00'))
    return id
  })
  await teachSampleClass(school.call, classId)
  await house.outbox.drain(LIANDU)
}, 120_000)
afterAll(() => house.close())

const theCase = async () => {
  const { items } = await clerk.call(listCases, { query: { state: 'open' } })
  expect(items).toHaveLength(1)
  return clerk.call(getCase, { params: { caseId: items[0]!.id } })
}

describe('people who signed in at two classes at once', () => {
  it('open one case about the class that is claimed, which names the other class to the bureau', async () => {
    const found = await theCase()
    expect(found).toMatchObject({ because: { checkId: 'C05' }, group: { id: classId } })
    expect(found.people).toBe(2)
    expect(found.others).toEqual([expect.objectContaining({ id: elsewhere, organisationName: OTHER })])
    for (const { trail } of found.evidence)
      expect(await clerk.call(walkTrail, { params: trail! })).toMatchObject(trail!)
  })

  it('tell neither provider whose class the other one is', async () => {
    const { items } = await clerk.call(listClaims, { query: { status: 'assembled' } })
    const claim = await school.call(getClaim, { params: { claimId: items[0]!.id } })
    expect(claim.people.filter(({ standing }) => standing === 'held').length).toBeGreaterThanOrEqual(2)
    const told = [JSON.stringify(await school.call(listOwnCases)), JSON.stringify(claim)]
    for (const person of claim.people.slice(0, 3))
      told.push(
        JSON.stringify(
          await school.call(explainPerson, { params: { claimId: claim.id, decisionId: person.decisionId } }),
        ),
      )
    for (const text of told) {
      expect(text).not.toContain(OTHER)
      expect(text).not.toContain(elsewhere)
    }
    const { resultId } = (await theCase()).subjects[0]!
    const walked = await school.call(walkTrail, { params: { kind: 'check-result', id: resultId } }).catch(() => null)
    expect(JSON.stringify(walked)).not.toContain(OTHER)
  })
})
