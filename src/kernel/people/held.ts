import { sql } from 'kysely'
import type { Sentence } from '../../platform/contract/public.ts'
import type { Vault } from '../../platform/crypto/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import {
  findOrganisation,
  findPhone,
  listPersons,
  listRecordedNames,
  openBankAccounts,
  openIdentityNumbers,
} from './store.ts'

/** What is held of somebody themselves: what they are called, and line by line. */
export type Held = {
  readonly title: Sentence
  readonly says: readonly { readonly label: Sentence; readonly value: Sentence }[]
}

const say = (zh: string, en: string): Sentence => ({ zh, en })
const plain = (text: string): Sentence => ({ zh: text, en: text })

const labels = {
  name: say('姓名', 'Name'),
  identity: say('身份证号', 'Identity number'),
  sex: say('性别', 'Sex'),
  birthDate: say('出生日期', 'Date of birth'),
  phone: say('手机号', 'Phone'),
  account: say('收款账户', 'Account'),
  organisation: say('单位名称', 'Organisation'),
  uscc: say('统一社会信用代码', 'Credit code'),
} as const
const SEXES = { M: say('男', 'male'), F: say('女', 'female') } as const

/** A person, masked; with a vault, their numbers in full and their date of birth. */
export async function heldOfPerson(tx: Tx, personId: string, inFull: Vault | null): Promise<Held | undefined> {
  const person = (await listPersons(tx, [personId])).get(personId)
  if (!person) return undefined
  const names = await listRecordedNames(tx, [personId])
  const { rows } = await sql<{ phone: string | null }>`
    select phone_masked as phone from people.persons where district = ${tx.district} and id = ${personId}`.execute(
    tx.db,
  )
  const { rows: accounts } = await sql<{ id: string; bank: string; tail: string }>`
    select id, bank_name as bank, account_tail as tail from people.bank_accounts
    where district = ${tx.district} and person_id = ${personId} order by id`.execute(tx.db)
  const opened = inFull
    ? await openBankAccounts(
        tx,
        inFull,
        accounts.map(({ id }) => id),
      )
    : undefined
  const identity = inFull ? (await openIdentityNumbers(tx, inFull, [personId])).get(personId) : undefined
  const phone = inFull ? await findPhone(tx, inFull, personId) : rows[0]?.phone
  return {
    title: plain(`${person.maskedName} ${person.maskedIdentity}`),
    says: [
      { label: labels.name, value: plain(inFull ? names.get(personId)!.name : person.maskedName) },
      { label: labels.identity, value: plain(identity ?? person.maskedIdentity) },
      { label: labels.sex, value: SEXES[person.sex] },
      ...(inFull ? [{ label: labels.birthDate, value: plain(person.birthDate) }] : []),
      ...(phone ? [{ label: labels.phone, value: plain(phone) }] : []),
      ...accounts.map(({ id, bank, tail }) => ({
        label: labels.account,
        value: plain(`${bank} ${opened?.get(id)?.accountNumber ?? `****${tail}`}`),
      })),
    ],
  }
}

/** An organisation that trains people; any other is nobody here. */
export async function heldOfProvider(tx: Tx, organisationId: string): Promise<Held | undefined> {
  const organisation = await findOrganisation(tx, organisationId)
  if (organisation?.kind !== 'provider') return undefined
  return {
    title: plain(organisation.name),
    says: [
      { label: labels.organisation, value: plain(organisation.name) },
      ...(organisation.uscc ? [{ label: labels.uscc, value: plain(organisation.uscc) }] : []),
    ],
  }
}
