import type { Sentence } from '../../../../../platform/contract/public.ts'
import type { Answer } from '../../../deciding/decide.ts'
import { sayYuan } from '../../../deciding/words.ts'
import { appliedInPlace, forgoneBy, toldBy } from '../../../packs/cases.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import type { Expect } from './given.ts'
import { namesIn } from './say-expect.ts'

/** What a case may expect of an answer besides its kind. */
export const ALSO = ['told', 'dues', 'forgone', 'applies'] as const
export type Also = {
  readonly told?: readonly string[] | undefined
  readonly dues?: readonly string[] | undefined
  readonly forgone?: Readonly<Record<string, number>> | undefined
  readonly applies?: string | undefined
}

/** What of it there is in an answer of the kind that is expected; nothing where there is none. */
export function alsoIn(answer: Answer, expect: Expect): Also {
  if (answer.kind === 'eligible' && 'eligible' in expect) {
    const told = toldBy(answer)
    const dues = answer.trace.instalment?.dues ?? []
    const forgone = forgoneBy(answer)
    return {
      ...(told.length > 0 ? { told } : {}),
      ...(dues.length > 0 ? { dues } : {}),
      ...(Object.keys(forgone).length > 0 ? { forgone } : {}),
    }
  }
  const applies = answer.kind === 'ineligible' && 'ineligible' in expect ? appliedInPlace(answer) : undefined
  return applies === undefined ? {} : { applies }
}

type Naming = { readonly document: PackDocument; readonly names: ReadonlyMap<string, Sentence> }

export function sayAlso(
  member: keyof Also,
  held: NonNullable<Also[keyof Also]>,
  { document, names }: Naming,
): Sentence {
  const title = (scheme: string) => names.get(scheme) ?? { zh: scheme, en: scheme }
  if (typeof held === 'string') return title(held)
  if (Array.isArray(held)) {
    const parts = new Map(namesIn(document).map(({ value, words }) => [value, words]))
    const said = held.map((each: string) => (member === 'told' ? parts.get(each) : undefined) ?? { zh: each, en: each })
    return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') }
  }
  const each = Object.entries(held as Readonly<Record<string, number>>).map(([scheme, fen]) => {
    const [name, yuan] = [title(scheme), sayYuan(BigInt(fen))]
    return { zh: `${name.zh} ${yuan.zh}`, en: `${name.en} ${yuan.en}` }
  })
  return { zh: each.map(({ zh }) => zh).join('、'), en: each.map(({ en }) => en).join(', ') }
}
