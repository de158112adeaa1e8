import { hashPassword, listAccounts, ROLES, saveAccount } from '../src/kernel/access/public.ts'
import { saveOrganisation, savePersons } from '../src/kernel/people/public.ts'
import { listActs, recordAct } from '../src/kernel/record/public.ts'
import { saveDistrict } from '../src/kernel/reference/public.ts'
import { checkIdentityNumber, civilDate, newId } from '../src/kernel/values/public.ts'
import { setBusinessNow } from '../src/platform/clock/public.ts'
import { mayDieAt } from '../src/platform/faults/public.ts'
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

/**
 * The people who work in each demonstration county, with one password. A county that has accounts gets those that have
 * been added to its file since, and nothing else. Returns the counties whose first day is to be played: those made now, and
 * those whose start was killed before it was over.
 */
export async function seedAccounts(needs: { db: Db; vault: Vault; password: string }): Promise<DemoCounty[]> {
  const toPlay: DemoCounty[] = []
  const passwordHash = await hashPassword(needs.password)
  for (const county of demoCounties()) {
    const isOpen = await inDistrict(needs.db, county.district, async (tx) => {
      const known = new Set((await listAccounts(tx)).map((account) => account.name))
      if (known.size === 0) {
        await seedCounty(tx, needs.vault, county, passwordHash)
        await tell(tx, BEGUN)
        return true
      }
      await seedPosts(tx, needs.vault, county.accounts.filter(isPostNotOf(known)), passwordHash, new Map())
      const told = (await listActs(tx, 'account', await firstAccount(tx))).map(({ act }) => act)
      return told.includes(BEGUN) && !told.includes(DONE)
    })
    mayDieAt('first-day.accounts')
    if (isOpen) toPlay.push(county)
  }
  return toPlay
}

const [BEGUN, DONE] = ['demonstration.begun', 'demonstration.played']

/** A county's first day is over: no start plays it again. */
export async function endFirstDay(db: Db, { district }: Pick<DemoCounty, 'district'>): Promise<void> {
  await inDistrict(db, district, (tx) => tell(tx, DONE))
}

async function tell(tx: Tx, act: string): Promise<void> {
  const subject = { subjectKind: 'account', subjectId: await firstAccount(tx) }
  await recordAct(tx, { id: newId(), act, ...subject, actor: null, at: tx.now, detail: {} })
}

/** The acts of seeding stand with the account that was opened first. */
const firstAccount = async (tx: Tx): Promise<string> => (await listAccounts(tx))[0]!.id

/** Accounts of the bureau that are not there yet. */
const isPostNotOf =
  (known: ReadonlySet<string>) =>
  ({ name, organisation }: DemoCounty['accounts'][number]): boolean =>
    !known.has(name) && organisation === undefined

async function seedCounty(tx: Tx, vault: Vault, county: DemoCounty, passwordHash: string): Promise<void> {
  await setBusinessNow(tx, new Date(`${county.businessDate}T08:55:00+08:00`))
  const organisationIds = new Map<string, string>()
  for (const organisation of county.organisations) {
    const id = newId()
    organisationIds.set(organisation.key, id)
    await saveOrganisation(tx, { id, kind: organisation.kind, name: organisation.name, uscc: organisation.uscc })
  }
  await seedPosts(tx, vault, county.accounts, passwordHash, organisationIds)
}

async function seedPosts(
  tx: Tx,
  vault: Vault,
  accounts: DemoCounty['accounts'],
  passwordHash: string,
  organisationIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const account of accounts) {
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
      // An instructor's page is not the console's.
      const today = account.roles.includes('instructor') ? `  /${county.district}/today` : ''
      return `    ${account.name.padEnd(14)} ${post.zh} / ${post.en}${today}`
    }),
    `    密码 / password: ${password}`,
  ])
}
