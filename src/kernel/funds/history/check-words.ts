import type { Sentence } from '../../../platform/contract/public.ts'
import { addDays, formatYuan, levelShortName, type SkillLevel, yearOf } from '../../values/public.ts'
import type { Coverage, Gap } from './covers.ts'
import type { Receipt } from './receipts.ts'

/** The office's own words for a source, in both languages. */
const both = (text: string): Sentence => ({ zh: text, en: text })

export const evidenceWords = {
  inSource: (source: string, row: number): Sentence => ({
    zh: row > 0 ? `${source}第 ${row} 行` : source,
    en: row > 0 ? `${source}, row ${row}` : source,
  }),
  inClaim: (number: string): Sentence => ({ zh: `本平台申领单 ${number}`, en: `Claim ${number} here` }),
  onList: (number: string): Sentence => ({ zh: `预审名单 ${number}`, en: `Pre-checked list ${number}` }),
  atTheProvince: (reference: string): Sentence => ({ zh: `省平台 ${reference}`, en: `The province’s ${reference}` }),
  elsewhere: { zh: '本平台其他县(市、区)的登记', en: 'The register of another county on this platform' },
  entitled: { zh: '本平台应享待遇', en: 'Entitlement here' },
}

/** When something was paid, as precisely as it is known. */
export function sayPaid({ from, to }: Receipt['paid']): string {
  if (from === to) return from
  if (from.slice(5) === '01-01' && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  if (from.endsWith('-01') && addDays(to, 1).endsWith('-01') && from.slice(0, 7) === to.slice(0, 7))
    return from.slice(0, 7)
  return `${from}—${to}`
}

function sayOccupation({ occupation: { name, trade } }: Receipt): string {
  return trade === '' ? name : `${name}(${trade})`
}

function sayLevel(level: SkillLevel | null): Sentence {
  return level ? levelShortName(level) : { zh: '', en: '' }
}

/** One past subsidy, in a sentence: what for, how much, when, whose words. */
export function sayReceipt(receipt: Receipt): Sentence {
  if (receipt.kind === 'elsewhere')
    return { zh: '在本平台的其他县(市、区)享受 1 次', en: 'once in another county on this platform' }
  const level = sayLevel(receipt.level)
  const what = `${sayOccupation(receipt)}${level.zh}` || '补贴'
  const whatEn = [sayOccupation(receipt), level.en].filter((part) => part !== '').join(' ') || 'a subsidy'
  const amount = formatYuan(receipt.amountFen)
  const by = receipt.kind === 'here' ? { zh: '本平台', en: 'here' } : both(receipt.source)
  const when = receipt.kind === 'here' ? '' : `${sayPaid(receipt.paid)} `
  return {
    zh: `${when}${what} ${amount} 元(${by.zh})`,
    en: `${whatEn}, ${amount} yuan${when === '' ? '' : `, ${when.trim()}`} (${by.en})`,
  }
}

const listed = (sentences: readonly Sentence[]): Sentence => ({
  zh: sentences.map((each) => each.zh).join(';'),
  en: sentences.map((each) => each.en).join('; '),
})

function sayGap({ from, to }: Gap): Sentence {
  return { zh: `${from} 至 ${to}`, en: `${from} to ${to}` }
}

/** What is missing, as somebody who could bring it would name it. */
function sayMissing(gaps: readonly Gap[]): Sentence {
  const [first] = gaps
  // 2021 年以前: one gap at the beginning that ends with a year.
  if (first && gaps.length === 1 && first.to.endsWith('-12-31')) {
    const year = yearOf(first.to) + 1
    if (first.from.endsWith('-01-01') && yearOf(first.from) === yearOf(first.to))
      return { zh: `${year - 1} 年的台账尚未导入`, en: `The ledgers of ${year - 1} have not been imported` }
    return { zh: `${year} 年以前的台账尚未导入`, en: `The ledgers before ${year} have not been imported` }
  }
  const spans = listed(gaps.slice(0, 3).map(sayGap))
  return {
    zh: `${spans.zh.replaceAll(';', '、')} 的台账尚未导入`,
    en: `The ledgers of ${spans.en} have not been imported`,
  }
}

/** Not seen, and everything was looked at: where, and as of which day. */
export function sayNotSeen(coverage: Coverage): Sentence {
  const lookup = coverage.by
    .filter((each) => each.kind === 'province')
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0]
  if (lookup)
    return {
      zh: `本平台未见;已于 ${lookup.on} 在省平台核对`,
      en: `Not seen here; checked at the province on ${lookup.on}`,
    }
  const ledgers = coverage.by.filter((each) => each.kind === 'ledger')
  if (ledgers.length === 0)
    return { zh: '本平台未见;全部在本平台发放', en: 'Not seen here, and all of it is paid here' }
  const named = listed(
    ledgers.slice(0, 3).map(({ source, from, to }) => ({
      zh: `${source} ${from} 至 ${to}`,
      en: `${source}, ${from} to ${to}`,
    })),
  )
  return { zh: `本平台和台账中未见(${named.zh})`, en: `Seen neither here nor in the ledgers (${named.en})` }
}

/** Not seen, but not everything could be looked at: what is missing and what to do. */
export function sayUnknown(coverage: Exclude<Coverage, { kind: 'known' }>): Sentence {
  const missing = sayMissing(coverage.gaps)
  if (coverage.kind === 'known-until') {
    return {
      zh: `本平台未见,截至 ${coverage.until} 已核对;此后的台账尚未导入,也未在省平台核对,无法确认`,
      en: `Not seen here, and known until ${coverage.until}; nothing is known after that day, so this cannot be confirmed`,
    }
  }
  return {
    zh: `本平台未见;${missing.zh},也未在省平台核对,无法确认`,
    en: `Not seen here. ${missing.en}, nor was the province looked up, so this cannot be confirmed`,
  }
}

/** What is known of somebody, in one sentence: how many subsidies, and whether that is all. */
export function sayKnown(receipts: number, coverage: Coverage): Sentence {
  if (receipts === 0) return coverage.kind === 'known' ? sayNotSeen(coverage) : sayUnknown(coverage)
  const en = receipts === 1 ? '1 subsidy is known' : `${receipts} subsidies are known`
  if (coverage.kind === 'known') return { zh: `已知 ${receipts} 笔,此外未见`, en: `${en}, and no other was seen` }
  const missing = sayMissing(coverage.gaps)
  return { zh: `已知 ${receipts} 笔;${missing.zh},是否还有无法确认`, en: `${en}. ${missing.en}, so there may be more` }
}

export const checkWords = {
  notSaid: {
    zh: '没有说明职业和等级,无法核对',
    en: 'The occupation and level are not told, so this cannot be checked',
  },
  quotaHit: (window: Sentence, families: Sentence, max: number, receipts: readonly Receipt[]): Sentence => {
    const told = listed(receipts.slice(0, 5).map(sayReceipt))
    return {
      zh: `${window.zh}已享受${families.zh} ${receipts.length} 次,规定最多 ${max} 次:${told.zh}`,
      en: `${receipts.length} subsidies (${families.en}) ${window.en}, where ${max} are allowed: ${told.en}`,
    }
  },
  quotaUnclear: (window: Sentence, receipts: readonly Receipt[]): Sentence => {
    const told = listed(receipts.slice(0, 3).map(sayReceipt))
    return {
      zh: `有补贴只知道大概的发放时间,不能确定是否算在${window.zh}内:${told.zh}`,
      en: `Some subsidies are known only roughly in time, so it is not sure whether they count ${window.en}: ${told.en}`,
    }
  },
  repeatHit: (rule: 'same-level' | 'lower-level', receipt: Receipt): Sentence => {
    const told = sayReceipt(receipt)
    return rule === 'same-level'
      ? {
          zh: `同一职业、等级已享受过补贴:${told.zh}`,
          en: `This occupation and level was subsidised already: ${told.en}`,
        }
      : {
          zh: `同一职业更高等级已享受过补贴:${told.zh}`,
          en: `A higher level of this occupation was subsidised already: ${told.en}`,
        }
  },
  repeatUnclear: (receipt: Receipt): Sentence => {
    const told = sayReceipt(receipt)
    return {
      zh: `有一笔补贴的职业或等级写得不明确,不能确定是否相同,请对应职业写法后再核对:${told.zh}`,
      en: `One subsidy does not say clearly for which occupation or level it was; map its wording, then check again: ${told.en}`,
    }
  },
  certificateTwice: (told: Sentence): Sentence => ({
    zh: `这本证书已申领过补贴:${told.zh}`,
    en: `This certificate was claimed for already: ${told.en}`,
  }),
  certificateOfAnother: (told: Sentence): Sentence => ({
    zh: `同一证书编号已由另一人享受补贴:${told.zh}`,
    en: `Another person was subsidised for the same certificate number: ${told.en}`,
  }),
  certificateTwiceHere: {
    zh: '同一证书编号在本次申领中出现两次',
    en: 'The same certificate number appears twice in this claim',
  },
  noCertificate: { zh: '没有证书,不适用', en: 'No certificate; does not apply' },
  noLimit: { zh: '本地没有这样的限制,不适用', en: 'There is no such limit here; does not apply' },
  late: (issuedOn: string, last: string, asked: string): Sentence => ({
    zh: `证书 ${issuedOn} 核发,应在 ${last} 以前(含当日)申领,申领日是 ${asked}`,
    en: `Issued on ${issuedOn}: to be claimed by ${last} (that day included), but claimed on ${asked}`,
  }),
  inTime: (issuedOn: string, last: string): Sentence => ({
    zh: `证书 ${issuedOn} 核发,可在 ${last} 以前申领`,
    en: `Issued on ${issuedOn}; may be claimed until ${last}`,
  }),
  windows: {
    calendarYear: { zh: '本年度', en: 'this calendar year' },
    lifetime: { zh: '累计', en: 'in all' },
    months: (months: number): Sentence => ({ zh: `近 ${months} 个月`, en: `in the last ${months} months` }),
    period: ({ from, to }: Gap): Sentence => ({ zh: `${from} 至 ${to} 期间`, en: `from ${from} to ${to}` }),
  },
}
