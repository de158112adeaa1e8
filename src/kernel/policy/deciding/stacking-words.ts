import type { Sentence } from '../../../platform/contract/public.ts'
import type { BesideScheme } from '../stacking/beside.ts'
import type { TraceStacking } from './trace.ts'
import { joined, sayYuan } from './words.ts'

const RULES: Record<TraceStacking['rule'], Sentence> = {
  exclusive: { zh: '只能享受一项', en: 'one excludes the others' },
  higherOf: { zh: '就高享受,不重复', en: 'the higher one is given' },
  difference: { zh: '按差额享受', en: 'what was had is taken off' },
}

type Told = TraceStacking['beside'][number]

const named = ({ title, amountFen }: Told): Sentence => {
  const yuan = amountFen === undefined ? { zh: '', en: '' } : sayYuan(amountFen)
  return { zh: `“${title.zh}”${yuan.zh === '' ? '' : ` ${yuan.zh}`}`, en: `“${title.en}” ${yuan.en}`.trim() }
}

const list = (all: readonly Sentence[]): Sentence => ({
  zh: all.map(({ zh }) => zh).join('、'),
  en: all.map(({ en }) => en).join(', '),
})

/** What stands beside a scheme, which of them is given, and what is forgone for it. */
export function sayBeside(stacking: TraceStacking): Sentence {
  const { rule, had, beside, applies, aloneFen, gaps, then } = stacking
  const of = (place: Told['place']) => beside.filter((each) => each.place === place)
  const [ahead, behind, open] = [of('ahead'), of('behind'), of('not-known')]
  const parts: Sentence[] = []
  if (had.length > 0) {
    const told = joined(had.map(({ words }) => words))
    parts.push({ zh: `同类补贴已有记录:${told.zh}`, en: `on record of its family: ${told.en}` })
  }
  if (ahead.length > 0) {
    const told = list(ahead.map(named))
    parts.push({ zh: `同时应享受${told.zh},以其为准`, en: `${told.en} is given at the same time and applies` })
  }
  if (applies === 'other' && aloneFen !== undefined && aloneFen > 0n) {
    const yuan = sayYuan(aloneFen)
    parts.push({ zh: `本项 ${yuan.zh}不再另给`, en: `the ${yuan.en} of this one is forgone` })
  }
  if (behind.length > 0) {
    const told = list(behind.map(named))
    parts.push({ zh: `享受本项,不再另给${told.zh}`, en: `this one applies, and ${told.en} is forgone` })
  }
  if (open.length > 0) parts.push(sayOpen(open.map(({ scheme, title, why }) => ({ scheme, title, unknown: why! }))))
  if (gaps.length > 0) {
    const days = (to: string) => gaps.slice(0, 3).map((gap) => `${gap.from} ${to} ${gap.to}`)
    parts.push({
      zh: `${days('至').join('、')} 的补贴记录还不掌握`,
      en: `of ${days('to').join(', ')} nothing is known`,
    })
  }
  if (parts.length === 0)
    parts.push({ zh: '没有享受过、也不同时享受同类补贴', en: 'none of its family was had or is due' })
  if (then === 'noted') parts.push({ zh: '按规定先予办理', en: 'by the scheme it goes on without' })
  const said = joined(parts)
  const { zh, en } = RULES[rule]
  return { zh: `${zh}:${said.zh}`, en: `${en}: ${said.en}` }
}

/** Which of those beside it are not known yet, and why. */
export function sayOpen(open: readonly Extract<BesideScheme, { readonly unknown: Sentence }>[]): Sentence {
  return joined(
    open.map(({ title, unknown }) => ({
      zh: `“${title.zh}”能否享受还没有认定(${unknown.zh})`,
      en: `whether “${title.en}” is due is not known yet (${unknown.en})`,
    })),
  )
}

/** 已享受 1,000 元,扣减后按差额 */
export function sayTakenOff({ takenFen }: TraceStacking): Sentence {
  const yuan = sayYuan(takenFen)
  return { zh: `同类补贴已享受或应享受 ${yuan.zh}`, en: `${yuan.en} of its family had or given before it` }
}
