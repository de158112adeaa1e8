import { Problem } from '../../../platform/contract/public.ts'
import { sha256 } from '../../../platform/crypto/public.ts'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { layOut, type Page, type Sheet } from '../../../platform/paper/public.ts'
import type { FileKind, Form, FormAsk, PaperSubject, SubjectFound } from './forms.ts'
import { refusals } from './words.ts'

/** Every form, subject and file of the house. */
export type Papers = {
  readonly forms: readonly Form[]
  readonly subjects: readonly PaperSubject[]
  readonly files: readonly FileKind[]
}

/** Who looks: of which organisation (null: the bureau), and what they may read. */
export type Viewer = {
  readonly organisationId: string | null
  readonly permissions: { has(permission: string): boolean }
}

/** A form of one subject, laid out; or why there is nothing to print yet. */
export type Gathered = {
  readonly form: Form
  readonly subjectId: string
  readonly part: string
  readonly sheets: readonly Sheet[]
  readonly pages: readonly Page[]
  readonly contentSha256: Buffer
}

/** The subject, where this person may see it; another organisation's is as absent as one that does not exist. */
export async function findSubject(
  tx: Tx,
  { subjects }: Papers,
  viewer: Viewer,
  kind: string,
  id: string,
): Promise<SubjectFound> {
  const subject = subjects.find((each) => each.kind === kind)
  const found = subject && viewer.permissions.has(subject.may) ? await subject.find(tx, id) : undefined
  if (!found || (viewer.organisationId !== null && found.organisationId !== viewer.organisationId))
    throw new Problem('not-found', refusals.missing)
  return found
}

/** Scans of a record that something rests on, and what. */
export async function scansRestedOn(
  tx: Tx,
  { subjects }: Papers,
  kind: string,
  id: string,
): Promise<ReadonlyMap<string, Sentence>> {
  return (await subjects.find((each) => each.kind === kind)?.scansRestedOn?.(tx, id)) ?? new Map<string, Sentence>()
}

export const maySee = (viewer: Viewer, form: Pick<Form, 'may' | 'ofBureau'>): boolean =>
  viewer.permissions.has(form.may) && (viewer.organisationId === null || !form.ofBureau)

/** The forms of a kind of record that this person may print, in the order of the file. */
export function formsFor({ forms }: Papers, viewer: Viewer, kind: string): Form[] {
  return forms
    .filter((form) => form.subjectKind === kind && maySee(viewer, form))
    .sort((a, b) => (a.inFile?.place ?? 0) - (b.inFile?.place ?? 0))
}

/**
 * A form, laid out. Its hash is of the masked form, so that one with numbers in full is the same paper and its hash
 * gives nothing to try numbers against.
 */
export async function gather(
  tx: Tx,
  form: Form,
  subjectId: string,
  ask: FormAsk,
): Promise<Gathered | { readonly form: Form; readonly lacks: { zh: string; en: string } }> {
  const masked = await form.collect(tx, subjectId, { ...ask, full: false })
  if ('lacks' in masked) return { form, lacks: masked.lacks }
  const shown = ask.full ? await form.collect(tx, subjectId, ask) : masked
  if ('lacks' in shown) return { form, lacks: shown.lacks }
  return {
    form,
    subjectId,
    part: ask.part,
    sheets: shown,
    pages: shown.flatMap(layOut),
    contentSha256: hashOf(form.id, masked),
  }
}

export function hashOf(formId: string, content: unknown): Buffer {
  return sha256(Buffer.from(JSON.stringify([formId, content])))
}
