import type { Sentence } from '../../../platform/contract/public.ts'
import type { Compared, RegisterHit } from '../registers.ts'

type Named = { readonly name: string }

/** What A09 says: whose staff, which months, by whose word, and what to do. */
export const a09Words = {
  otherGroup: { zh: '不是企业职工', en: 'Not enterprise staff' },
  insuredBy: (hit: RegisterHit): Sentence => ({
    zh: `由${hit.says}参保${hit.from === '' ? '' : `,自${hit.from}起`}${hit.to === null ? '' : `,至${hit.to}`}(${hit.source},${hit.asOf})`,
    en: `Insured by ${hit.says}${hit.from === '' ? '' : ` since ${hit.from}`}${hit.to === null ? '' : ` until ${hit.to}`} (${hit.source}, ${hit.asOf})`,
  }),
  insuredByNobody: (month: string, { source, asOf }: Compared): Sentence => ({
    zh: `${month}没有在任何企业参保(${source},${asOf})。请核对人员类别,或补办参保后重新比对`,
    en: `Not insured by any enterprise in ${month} (${source}, ${asOf}): check the group, or compare again once the insurance is in order`,
  }),
  noRegister: {
    zh: '没有企业参保名单,参保登记也尚未比对,无法核对',
    en: 'There is no employer’s insured list and the insurance register has not been compared; this cannot be checked',
  },
  noList: ({ name }: Named, month: string): Sentence => ({
    zh: `没有${name}的参保名单,无法核对。请提供该企业截至${month}或之后的参保名单`,
    en: `There is no insured list of ${name}, so this cannot be checked: provide its list as of ${month} or later`,
  }),
  listTooOld: ({ name }: Named, { asOf }: { asOf: string }, month: string): Sentence => ({
    zh: `${name}的参保名单只到 ${asOf},无法核对${month}。请提供截至${month}或之后的参保名单`,
    en: `The insured list of ${name} is only as of ${asOf}, so ${month} cannot be checked: provide its list as of ${month} or later`,
  }),
  notInsuredBy: (
    { name }: Named,
    months: readonly string[],
    here: RegisterHit | undefined,
    { source, asOf }: Compared,
    elsewhere: RegisterHit | undefined,
  ): Sentence => {
    const asked = months.length > 1 ? `${months[0]}至${months.at(-1)}` : months[0]!
    const askedEn = months.length > 1 ? `${months[0]} to ${months.at(-1)}` : months[0]!
    const spell = here
      ? {
          zh: `只参保${spellZh(here)},没有覆盖${asked}`,
          en: `was insured only ${spellEn(here)}, not in all of ${askedEn}`,
        }
      : undefined
    const there = elsewhere
      ? {
          zh: `。当时由${elsewhere.says}参保,如属劳务派遣请提供派遣协议`,
          en: `. Insured by ${elsewhere.says} at that time: if dispatched from there, provide the agreement`,
        }
      : {
          zh: '。请核对是否本企业职工;参保有误的,更正后重新提供名单',
          en: '. Check whether this is its employee; if the insurance is wrong, provide the list again once corrected',
        }
    return {
      zh: `${spell ? `在${name}${spell.zh}` : `${asked}没有由${name}参保`}(${source},${asOf})${there.zh}`,
      en: `${spell ? `At ${name} the person ${spell.en}` : `Not insured by ${name} in ${askedEn}`} (${source}, ${asOf})${there.en}`,
    }
  },
} as const

const spellZh = ({ from, to }: RegisterHit) => (to === null ? `自${from}起` : `${from}至${to}`)
const spellEn = ({ from, to }: RegisterHit) => (to === null ? `from ${from} on` : `${from} to ${to}`)
