import type { Sentence } from '../../../platform/contract/public.ts'
import { asWritten, type Holding, type Holdings } from '../../record/public.ts'
import { listSpellsOf } from '../insured/spells-store.ts'
import { findOwnPerson, listOwnAccounts, listOwnHits, listOwnLetters } from './store.ts'

const ROSTER = { zh: '培训机构上传的花名册', en: 'a roster that a provider uploaded' }
const BUREAU = { zh: '本局登记', en: 'entered by the bureau' }
const COUNTER = { zh: '按您的申请更正', en: 'put right as you asked' }
const SEX: Readonly<Record<string, Sentence>> = { M: { zh: '男', en: 'male' }, F: { zh: '女', en: 'female' } }

/** What people holds of a person, as they read it themselves. */
export const peopleHoldings: Holdings = async (tx, personId) => {
  const person = await findOwnPerson(tx, personId)
  if (!person) return []
  const from = person.isToldByRoster ? ROSTER : BUREAU
  const of = (column: string, value: Sentence): Holding => ({ column: `people.persons.${column}`, value, from })
  const accounts = await listOwnAccounts(tx, personId)
  const hits = await listOwnHits(tx, personId)
  const letters = await listOwnLetters(tx, personId)
  const spells = await listSpellsOf(tx, [personId])
  return [
    of('name', asWritten(person.name)),
    ...(person.correctedName
      ? [{ column: 'people.corrected_values.name', value: asWritten(person.correctedName), from: COUNTER }]
      : []),
    of('identity_masked', asWritten(person.maskedIdentity)),
    of('phone_masked', person.maskedPhone ? asWritten(person.maskedPhone) : { zh: '(没有)', en: '(none)' }),
    of('sex', SEX[person.sex] ?? asWritten(person.sex)),
    of('birth_date', asWritten(person.birthDate)),
    ...accounts.map(({ tail, bankName }) => ({
      column: 'people.bank_accounts.account_tail',
      value: { zh: `${bankName} 尾号 ${tail}`, en: `${bankName}, ending in ${tail}` },
      from: ROSTER,
    })),
    ...letters.map(({ number, office, on }) => ({
      column: 'people.letter_people.name',
      value: { zh: `${on} 向${office}比对`, en: `compared with ${office} on ${on}` },
      from: { zh: `比对函 ${number}`, en: `letter ${number}` },
    })),
    ...hits.map(({ says, number, office, asOf }) => ({
      column: 'people.register_hits.says',
      value: asWritten(says),
      from: {
        zh: `${office}回函(比对函 ${number},数据截至 ${asOf})`,
        en: `${office}, letter ${number}, as of ${asOf}`,
      },
    })),
    ...spells.map(({ employerName, fromMonth, toMonth, source, asOf }) => ({
      column: 'people.insured_staff.employer_name',
      value: {
        zh: `${employerName} ${fromMonth} 至 ${toMonth ?? '今'}`,
        en: `${employerName}, ${fromMonth} to ${toMonth ?? 'now'}`,
      },
      from: { zh: `参保名单(${source},截至 ${asOf})`, en: `insured list (${source}, as of ${asOf})` },
    })),
  ]
}
