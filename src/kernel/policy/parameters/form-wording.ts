import { z } from 'zod'
import type { Parameters } from './parameters.ts'

const Line = z.string().min(1)
const Lines = z.array(Line)

/**
 * How a county words an official form. {county}, {bureau}, {provider}, {class} and the like are filled in where they
 * stand. What the rooms print between (labels of columns, data) is theirs.
 */
export const FormWording = z.strictObject({
  title: Line,
  /** 表号, as a county numbers its forms. */
  number: Line.optional(),
  opening: Lines.optional(),
  items: Lines.optional(),
  closing: Lines.optional(),
  notes: Lines.optional(),
  /** Boxes in which offices write their opinion: who, what may be printed already, and the line to sign. */
  opinions: z.array(z.strictObject({ label: Line, text: Line.optional(), foot: Line })).optional(),
  signs: Lines.optional(),
  seal: Line.optional(),
})

export type WordedForm = Required<Omit<z.output<typeof FormWording>, 'number' | 'seal' | 'opinions'>> & {
  readonly number: string | null
  readonly seal: string | null
  readonly opinions: readonly { readonly label: string; readonly text: string; readonly foot: string }[]
}

export const FORM_NAMES = [
  'paper.classApplication',
  'paper.roster',
  'paper.providerPromise',
  'paper.traineePromise',
  'paper.attendance',
  'paper.marks',
  'paper.claimApproval',
  'paper.payout',
  'paper.fundApplication',
  'paper.publicNotice',
  'paper.schemeNotice',
  'paper.telling',
  'paper.decision',
  'paper.classFile',
] as const

export type FormName = (typeof FORM_NAMES)[number]

/** A form's wording in force, with its places filled in; a place nobody fills stays as it is written. */
export function wordedForm(
  parameters: Parameters,
  name: FormName,
  places: Readonly<Record<string, string>>,
): WordedForm {
  const written = parameters.get(name).value
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, place: string) => (Object.hasOwn(places, place) ? places[place]! : whole))
  const filled = (lines: readonly string[] | undefined) => (lines ?? []).map(fill)
  return {
    title: fill(written.title),
    number: written.number ?? null,
    opening: filled(written.opening),
    items: filled(written.items),
    closing: filled(written.closing),
    notes: filled(written.notes),
    opinions: (written.opinions ?? []).map(({ label, text, foot }) => ({
      label: fill(label),
      text: fill(text ?? ''),
      foot: fill(foot),
    })),
    signs: filled(written.signs),
    seal: written.seal === undefined ? null : fill(written.seal),
  }
}
