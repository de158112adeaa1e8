import { readFileSync } from 'node:fs'
import { hashPassword, type Role, saveAccount } from '../../../kernel/access/public.ts'
import { savePersons } from '../../../kernel/people/public.ts'
import { identityCheckDigit, luhnDigit, newId } from '../../../kernel/values/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { COLUMN_TITLES, ROSTER_COLUMNS } from './columns.ts'

/** A sample file of `demo/samples`. */
export function sampleFile(name: string): Buffer {
  return readFileSync(new URL(`../../../../demo/samples/${name}`, import.meta.url))
}

/** The identity number, sex and account of the nth of as many people as a test wants; nobody has any of them. */
export function nobody(n: number): { identityNumber: string; sex: '男' | '女'; bankAccount: string; phone: string } {
  const first17 = `339901${1960 + (n % 40)}0${1 + (n % 9)}1${n % 9}${String(n % 1000).padStart(3, '0')}`
  const account = `621700${String(n).padStart(12, '0')}`
  return {
    identityNumber: first17 + identityCheckDigit(first17),
    sex: n % 2 === 1 ? '男' : '女',
    bankAccount: account + luhnDigit(account),
    phone: `139${String(n).padStart(8, '0')}`,
  }
}

/** A right roster of so many people, as CSV without title lines. */
export function csvRoster(people: number): Buffer {
  const lines = Array.from({ length: people }, (_, at) => {
    const { identityNumber, sex, bankAccount, phone } = nobody(at)
    return [
      at + 1,
      '王静',
      sex,
      identityNumber,
      '大专',
      '碧湖镇',
      '农村转移就业劳动者',
      phone,
      bankAccount,
      '浙江农商银行',
      '',
    ].join(',')
  })
  return Buffer.from([ROSTER_COLUMNS.map((column) => COLUMN_TITLES[column].zh).join(','), ...lines].join('\n'))
}

export type GivenAccount = {
  readonly accountId: string
  readonly personId: string
  readonly organisationId: string | null
  readonly roles: readonly Role[]
}

let holders = 5000

/** An account and the person who holds it. */
export async function givenAccount(
  tx: Tx,
  vault: Vault,
  given: { roles: readonly Role[]; organisationId?: string | null },
): Promise<GivenAccount> {
  const personId = newId()
  // Whoever works here is nobody as well, and not one of those on a roster.
  holders += 1
  const { identityNumber } = nobody(holders)
  const ids = await savePersons(tx, vault, [
    { id: personId, name: '经办', identityNumber, sex: 'M', birthDate: '1980-01-01', phone: null },
  ])
  const account = {
    accountId: newId(),
    personId: ids.get(identityNumber) ?? personId,
    organisationId: given.organisationId ?? null,
    roles: given.roles,
  }
  await saveAccount(tx, {
    id: account.accountId,
    name: account.accountId,
    personId: account.personId,
    organisationId: account.organisationId,
    roles: given.roles,
    passwordHash: await hashPassword('none signs in with it'),
    activeFrom: '2020-01-01',
    activeTo: null,
  })
  return account
}
