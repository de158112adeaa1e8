import type { ProblemItem, Sentence } from '../../../../../platform/contract/public.ts'
import { isCivilDate } from '../../../../values/public.ts'
import { HISTORY } from '../../../deciding/limits.ts'
import type { FactDefinition, FactDictionary, Moment } from '../../../facts/facts.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import type { Finding } from '../editing.tsx'
import { sayFact } from '../sentences/say.ts'
import { kindOfFact, wrongValue } from '../values/kinds.ts'
import { type GivenValue, stateOf, wholeGiven, type WrittenCase } from './given.ts'

const MONEY = { kind: 'money' } as const
const DAY = { kind: 'date' } as const
const WHICH: Sentence = { zh: '还没有选是哪一项政策', en: 'it is not chosen which scheme it is' }
const NO_FAMILY: Sentence = { zh: '还没有选补贴类别', en: 'its family is not chosen' }
const NO_REASON: Sentence = { zh: '还没有写为什么未知', en: 'it is not said why it is not known' }
const NOTHING: Sentence = {
  zh: '金额为 0,等于没有这一项;请填金额,或删去这一项',
  en: 'it comes to nothing: type what it comes to, or take the line away',
}

/** What somebody typed in a case that is not what it should be, or did not fill in yet, each at its own field. */
export function caseFaults(document: PackDocument, dictionary: FactDictionary): ProblemItem[] {
  return document.cases.flatMap((golden, index) => {
    const at = ['cases', index].join('.')
    const facts = Object.entries(golden.given).flatMap(([slot, value]) =>
      factFaults(slot, value, dictionary).map((sentence) => ({ at: `${at}.given.${slot}`, sentence })),
    )
    const stands = (golden.beside ?? []).flatMap((each, nth): ProblemItem[] => {
      const place = `${at}.beside.${nth}`
      const of = { zh: `同类补贴第 ${nth + 1} 项`, en: `other subsidy no. ${nth + 1}` }
      return besideFaults(each).map((sentence) => ({ at: place, sentence: behind(of, sentence) }))
    })
    return [...facts, ...stands, ...expectFaults(golden, at)]
  })
}

const behind = (of: Sentence, said: Sentence): Sentence => ({ zh: `${of.zh}:${said.zh}`, en: `${of.en}: ${said.en}` })

function factFaults(slot: string, value: GivenValue, dictionary: FactDictionary): Sentence[] {
  const [fact = '', at] = slot.split('@')
  const definition = dictionary.get(fact)
  // A fact that there is none of is told by the program.
  if (!definition || stateOf(value) !== 'known') return []
  const said = wrongIn(value, definition)
  return said.map((sentence) => behind(sayFact(fact, at as Moment | undefined, dictionary), sentence))
}

function wrongIn(value: GivenValue, definition: FactDefinition): Sentence[] {
  if (definition.type === 'beside') return []
  if (typeof value === 'object' && 'receipts' in value)
    return value.receipts.flatMap(({ on, fen, family }, nth) => {
      const of = { zh: `第 ${nth + 1} 次`, en: `no. ${nth + 1}` }
      const wrong = [
        family === '' ? NO_FAMILY : undefined,
        typeof on === 'string' ? wrongValue(on, DAY) : undefined,
        wrongValue(fen, MONEY),
      ]
      return wrong.flatMap((sentence) => (sentence ? [behind(of, sentence)] : []))
    })
  const sentence = wrongValue(value, kindOfFact(definition))
  return sentence ? [sentence] : []
}

function besideFaults(each: NonNullable<WrittenCase['beside']>[number]): Sentence[] {
  const which = each.scheme === '' ? [WHICH] : []
  if ('unknown' in each) return each.unknown.zh === '' || each.unknown.en === '' ? [...which, NO_REASON] : which
  const wrong = wrongValue(each.fen, MONEY) ?? (each.fen === 0 ? NOTHING : undefined)
  return wrong ? [...which, wrong] : which
}

function expectFaults({ expect }: WrittenCase, at: string): ProblemItem[] {
  const sentence = 'eligible' in expect ? wrongValue(expect.eligible, MONEY) : undefined
  if (!sentence) return []
  return [{ at: `${at}.expect.eligible`, sentence: behind({ zh: '应得的金额', en: 'the amount expected' }, sentence) }]
}

const CLAIMED = 'claim.on'

/**
 * Days in a case that lie after the day on which it is claimed: nobody can know them by then. People judge, since nothing
 * keeps a case from supposing them; a later instalment is read on another day.
 */
export function futureFindings(document: PackDocument, dictionary: FactDictionary): Finding[] {
  return document.cases.flatMap((golden, index) => {
    const whole = wholeGiven(golden, document.cases)
    const claimed = whole[CLAIMED]
    if (typeof claimed !== 'string' || !isCivilDate(claimed) || isLater(golden, document.cases)) return []
    return Object.entries(golden.given).flatMap(([slot, value]) =>
      daysIn(slot, value, dictionary)
        .filter((day) => day > claimed)
        .map((day): Finding => {
          const [fact = '', at] = slot.split('@')
          const said = sayFact(fact, at as Moment | undefined, dictionary)
          return {
            rule: 'case-from-the-future',
            severity: 'warning',
            clause: '',
            at: `cases.${index}.given.${slot}`,
            sentence: {
              zh: `“${said.zh}”中的 ${day} 晚于申领日期 ${claimed},申领时还没有发生,请核对日期`,
              en: `${day} in “${said.en}” is after the claim on ${claimed}, when it had not happened yet: check the date`,
            },
          }
        }),
    )
  })
}

function isLater({ instalment, like }: WrittenCase, all: readonly WrittenCase[]): boolean {
  if (instalment !== undefined) return instalment > 1
  const earlier = like === undefined ? undefined : all.find(({ name }) => name === like)
  return earlier !== undefined && isLater(earlier, all)
}

function daysIn(slot: string, value: GivenValue, dictionary: FactDictionary): string[] {
  const fact = slot.split('@')[0]!
  if (fact === HISTORY && typeof value === 'object' && 'receipts' in value)
    return value.receipts.flatMap(({ on }) => (typeof on === 'string' && isCivilDate(on) ? [on] : []))
  if (fact === CLAIMED || dictionary.get(fact)?.type !== 'date') return []
  return typeof value === 'string' && isCivilDate(value) ? [value] : []
}
