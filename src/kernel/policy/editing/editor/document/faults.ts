import type { ProblemItem, Sentence } from '../../../../../platform/contract/public.ts'
import { isCivilDate } from '../../../../values/public.ts'
import type { FactDictionary } from '../../../facts/facts.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { caseFaults } from '../cases/case-faults.ts'
import { faultsOf } from '../grid/faults.ts'
import { gridOf } from '../grid/grid.ts'
import { dateFaults, endBeforeBegin, type InForce } from '../values/dates.ts'
import { kindOfParameter, kindOfValue, wrongValue } from '../values/kinds.ts'
import { figuresOf } from '../rates/figures.ts'
import { entriesPlace, parametersOf, tablesOf } from './tables.ts'

/** What somebody typed that is not what it should be, each by its place, in the words of who typed it; days are looked at too. */
export function typedFaults(document: PackDocument, dictionary: FactDictionary): ProblemItem[] {
  return [
    ...datesInForce(document.inForce),
    ...tableFaults(document, dictionary),
    ...parameterFaults(document, dictionary),
    ...figureFaults(document),
    ...limitFaults(document),
    ...caseFaults(document, dictionary),
  ]
}

const NO_ROWS: Sentence = {
  zh: '标准表里还没有金额,请填写或从 Excel 粘贴',
  en: 'the table has no rates yet: type them, or paste them from Excel',
}
const NO_FAMILY: Sentence = {
  zh: '还没有选计入哪一类补贴,请先选一类',
  en: 'no family of subsidies is chosen that it counts: choose one',
}
const NO_MEMBERS: Sentence = { zh: '名单里还没有名称,请至少加入一个', en: 'the list is empty: add at least one name' }

function datesInForce({ from, to }: InForce): ProblemItem[] {
  const wrong = (at: string, text: string): ProblemItem[] =>
    isCivilDate(text)
      ? []
      : [
          {
            at,
            sentence:
              text === ''
                ? { zh: '还没有填施行日期', en: 'the day it comes into force is missing' }
                : { zh: `“${text}”不是日期`, en: `“${text}” is no date` },
          },
        ]
  const each = [...wrong('inForce.from', from), ...(to === undefined ? [] : wrong('inForce.to', to))]
  if (each.length > 0 || to === undefined || to >= from) return each
  return [
    {
      at: 'inForce.to',
      sentence: {
        zh: `施行期止日 ${to} 早于起日 ${from},请改其中一个`,
        en: `it ends on ${to}, before it begins on ${from}: change one of them`,
      },
    },
  ]
}

function daysFaults({ from, to }: { from: string; to: string }, place: string): ProblemItem[] {
  const wrong = [from, to].flatMap((day) => wrongValue(day, { kind: 'date' }) ?? [])
  if (wrong.length > 0) return wrong.map((sentence) => ({ at: place, sentence }))
  const sentence = endBeforeBegin(from, to)
  return sentence ? [{ at: place, sentence }] : []
}

function tableFaults(document: PackDocument, dictionary: FactDictionary): ProblemItem[] {
  return tablesOf(document).flatMap(({ path, table }) => {
    const at = path.join('.')
    if (table.rows.length === 0) return [{ at, sentence: NO_ROWS }]
    return faultsOf(gridOf(table, dictionary)).map(({ sentence }) => ({ at, sentence }))
  })
}

function parameterFaults(document: PackDocument, dictionary: FactDictionary): ProblemItem[] {
  return parametersOf(document).flatMap(({ name, parameter }) => {
    const { entries, path } = entriesPlace(name, parameter)
    const dates = dateFaults(entries, document.inForce).filter(({ grave }) => grave)
    const values = 'values' in parameter ? parameter.values : []
    const wrong = values.flatMap(({ value }, index) => {
      const sentence = wrongValue(value, kindOfParameter(document, name, dictionary) ?? kindOfValue(value))
      return sentence ? [{ index, sentence }] : []
    })
    const lists = 'lists' in parameter ? parameter.lists : []
    const empty = lists.flatMap(({ value }, index) => (value.length === 0 ? [{ index, sentence: NO_MEMBERS }] : []))
    return [...dates, ...wrong, ...empty].map(({ index, sentence }) => ({ at: [...path, index].join('.'), sentence }))
  })
}

function figureFaults(document: PackDocument): ProblemItem[] {
  return figuresOf(document).flatMap(({ path, value, kind }) => {
    const sentence = wrongValue(value, kind)
    return sentence ? [{ at: path.join('.'), sentence }] : []
  })
}

/** A limit between two days. */
function limitFaults({ limits = [] }: PackDocument): ProblemItem[] {
  return limits.flatMap(({ window, over }, index): ProblemItem[] => {
    const at = `limits.${index}`
    const none = over.includes('') ? [{ at: `${at}.over`, sentence: NO_FAMILY }] : []
    if (typeof window !== 'object' || !('from' in window)) return none
    return [...none, ...daysFaults(window, `${at}.window`)]
  })
}

/** What was typed wrong, and besides what the program says: of one place it is told once, in the words of who typed it. */
export function withoutRepeats(typed: readonly ProblemItem[], others: readonly ProblemItem[]): ProblemItem[] {
  const isTold = ({ at }: ProblemItem) =>
    typed.some((each) => at === each.at || at.startsWith(`${each.at}.`) || isOfOneValue(at, each.at))
  const all = [...typed, ...others.filter((each) => !isTold(each))]
  return [...new Map(all.map((each) => [`${each.at} ${each.sentence.zh}`, each])).values()]
}

/** The program counts the entries of a value without saying what they are. */
function isOfOneValue(a: string, b: string): boolean {
  const value = /^parameters\.[^.]+/
  return value.test(a) && value.exec(a)?.[0] === value.exec(b)?.[0]
}
