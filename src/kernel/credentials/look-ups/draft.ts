import { z } from 'zod'
import { DIFFERENCES, type Difference, LOOK_UP_OUTCOMES, type LookUpOutcome } from './rules.ts'

/** What a clerk has marked of one certificate and not saved yet. */
export type Mark = { readonly outcome: LookUpOutcome; readonly differing: readonly Difference[] }

/** A look-up as it is being written down. */
export type Draft = {
  readonly site: string
  readonly lookedOn: string
  readonly screenshotIds: readonly string[]
  readonly marks: Readonly<Record<string, Mark>>
}

const Kept = z.object({
  site: z.string(),
  lookedOn: z.string(),
  screenshotIds: z.array(z.string()),
  marks: z.record(z.string(), z.object({ outcome: z.enum(LOOK_UP_OUTCOMES), differing: z.array(z.enum(DIFFERENCES)) })),
})

/** What this window kept of a draft; what is not one is none. */
export function readDraft(text: string | null): Draft | undefined {
  if (text === null) return undefined
  try {
    const read = Kept.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** The certificate marked; "differs" keeps what was said to differ. */
export function marked(draft: Draft, certificateId: string, outcome: LookUpOutcome | null): Draft {
  const { [certificateId]: before, ...others } = draft.marks
  if (outcome === null) return { ...draft, marks: others }
  const differing = outcome === 'differs' && before?.outcome === 'differs' ? before.differing : []
  return { ...draft, marks: { ...others, [certificateId]: { outcome, differing } } }
}

/** What differs of a certificate, switched on or off. */
export function toggled(draft: Draft, certificateId: string, difference: Difference): Draft {
  const before = draft.marks[certificateId]?.differing ?? []
  const differing = DIFFERENCES.filter((each) => before.includes(each) !== (each === difference))
  return { ...draft, marks: { ...draft.marks, [certificateId]: { outcome: 'differs', differing } } }
}

/** What is still missing before the draft can be saved, the first thing first. */
export function lacks(
  draft: Draft,
): 'needsDate' | 'needsSite' | 'needsMark' | 'needsDifference' | 'needsScreenshot' | null {
  const marks = Object.values(draft.marks)
  if (draft.lookedOn === '') return 'needsDate'
  if (draft.site === '') return 'needsSite'
  if (marks.length === 0) return 'needsMark'
  if (marks.some((mark) => mark.outcome === 'differs' && mark.differing.length === 0)) return 'needsDifference'
  return draft.screenshotIds.length === 0 ? 'needsScreenshot' : null
}
