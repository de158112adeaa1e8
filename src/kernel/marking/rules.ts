import { type Checked, accepted, compactText, refused } from '../values/public.ts'
import { words } from './words.ts'

export const ASPECTS = ['theory', 'practice'] as const
/** What is marked. */
export type Aspect = (typeof ASPECTS)[number]

/** One mark; `points` null is absent from the test, which is an outcome of its own and not a zero. */
export type Mark = { readonly id: string; readonly points: number | null; readonly sheetRow: number }

/** What one candidate has on a sheet; an aspect that is missing was not marked. */
export type CandidateMarks = { readonly [A in Aspect]?: Mark }

/** How a county writes and reads marks: full marks, and the words for absent. From its parameters. */
export type PointsTerms = { readonly maximum: number; readonly absentWords: readonly string[] }

/** The points at which each aspect is passed, from the county's parameters. */
export type PassLines = { readonly [A in Aspect]: number }

/** Reads a mark as typed: whole points from 0 to the maximum, or one of the words for absent (null). */
export function readPoints(text: string, aspect: Aspect, terms: PointsTerms): Checked<number | null> {
  const typed = compactText(text)
  const absent = terms.absentWords.map(compactText)
  if (absent.includes(typed)) return accepted(null)
  if (typed === '') return refused(words.empty(aspect, terms.absentWords))
  const points = /^(\d{1,4})(?:\.0+)?分?$/.exec(typed)?.[1]
  if (points === undefined || Number(points) > terms.maximum) {
    return refused(words.notPoints(aspect, text, terms.maximum, terms.absentWords))
  }
  return accepted(Number(points))
}

/** The aspects that are not passed, absent ones included. Without a mark nothing is passed. */
export function notPassed(points: { readonly [A in Aspect]: number | null | undefined }, lines: PassLines): Aspect[] {
  return ASPECTS.filter((aspect) => (points[aspect] ?? -1) < lines[aspect])
}
