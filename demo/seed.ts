import { hashPassword, listAccounts, ROLES, saveAccount } from '../src/kernel/access/public.ts'
import { saveOrganisation, savePersons } from '../src/kernel/people/public.ts'
import { saveDistrict } from '../src/kernel/reference/public.ts'
import { checkIdentityNumber, civilDate, newId } from '../src/kernel/values/public.ts'
import { setBusinessNow } from '../src/platform/clock/public.ts'
import type { Vault } from '../src/platform/crypto/public.ts'
import { type Db, inDistrict, type Tx } from '../src/platform/db/public.ts'
import { type DemoCounty, demoCounties, type DemoPerson } from './county.ts'

/** Makes the demonstration districts known; running it again changes nothing. */
export async function seedDistricts(db: Db): Promise<void> {
  for (const county of demoCounties()) {
    await saveDistrict(db, {
      district: county.district,
      divisionCode: county.division,
      demonstration: true,
      bureauZh: county.bureau.zh,
      bureauEn: county.bureau.en,
      filingNumber: county.filingNumber,
      supervisionPhone: county.supervisionPhone,
      consultationPhone: county.consultationPhone,
    })
  }
}

/** The people who work in each demonstration county, with one password; a county that has accounts is left alone. Returns the counties made now. */
export async function seedAccounts(needs: { db: Db; vault: Vault; password: string }): Promise<DemoCounty[]> {
  const made: DemoCounty[] = []
  const passwordHash = await hashPassword(needs.password)
  for (const county of demoCounties()) {
    const isNew = await inDistrict(needs.db, county.district, async (tx) => {
      if ((await listAccounts(tx)).length > 0) return false
      await seedCounty(tx, needs.vault, county, passwordHash)
      return true
    })
    if (isNew) made.push(county)
  }
  return made
}

async function seedCounty(tx: Tx, vault: Vault, county: DemoCounty, passwordHash: string): Promise<void> {
  await setBusinessNow(tx, new Date(`${county.businessDate}T09:00:00+08:00`))
  const organisationIds = new Map<string, string>()
  for (const organisation of county.organisations) {
    const id = newId()
    organisationIds.set(organisation.key, id)
    await saveOrganisation(tx, { id, kind: organisation.kind, name: organisation.name, uscc: organisation.uscc })
  }
  for (const account of county.accounts) {
    const personId = await savePerson(tx, vault, account.person)
    await saveAccount(tx, {
      id: newId(),
      name: account.name,
      personId,
      organisationId: account.organisation ? organisationIds.get(account.organisation)! : null,
      roles: account.roles,
      passwordHash,
      activeFrom: '2022-01-01',
      activeTo: null,
    })
  }
}

async function savePerson(tx: Tx, vault: Vault, person: DemoPerson): Promise<string> {
  const checked = checkIdentityNumber(person.identityNumber, { today: civilDate('2022-01-01') })
  if (!checked.ok) throw new Error(`The demonstration's ${person.name} has no valid identity number.`)
  const ids = await savePersons(tx, vault, [
    {
      id: newId(),
      name: person.name,
      identityNumber: checked.value,
      sex: checked.sex,
      birthDate: checked.birthDate,
      phone: person.phone,
    },
  ])
  return ids.get(checked.value)!
}

/** The accounts as a newcomer is told of them. */
export function accountLines(password: string): string[] {
  return demoCounties().flatMap((county) => [
    '',
    `  ${county.bureau.zh} (${county.district})`,
    ...county.accounts.map((account) => {
      const post = ROLES[account.roles[0]!]
      return `    ${account.name.padEnd(10)} ${post.zh} / ${post.en}`
    }),
    `    密码 / password: ${password}`,
  ])
}
