import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Sheet } from '../../../platform/paper/public.ts'

/** How a form is asked for. */
export type FormAsk = {
  /** With identity numbers and phones in full; only forms that say `fullMay` are asked so. */
  readonly full: boolean
  /** One person's part of it, where a form has parts; empty for the whole. */
  readonly part: string
  /** Business time. */
  readonly now: Date
}

/** Why there is nothing to print yet. */
export type Lacks = { readonly lacks: Sentence }

/**
 * An official form. The room that owns its data declares it; the house gathers them, prints them, gives them their code
 * and keeps the scans of their sealed copies. It is asked only about subjects that the asker may see.
 */
export type Form = {
  /** `class-roster`, in addresses. */
  readonly id: string
  readonly title: Sentence
  readonly subjectKind: string
  /** The permission of the endpoint that shows the same. */
  readonly may: string
  /** The bureau's own: an organisation neither prints it nor sees its scans. */
  readonly ofBureau?: true
  /** Who may print it with numbers in full, for a reason. */
  readonly fullMay?: string
  /** Whether one person’s part of it can be asked for. */
  readonly inParts?: true
  /** Where it stands in the file of a group, and which subjects of the group it is printed for. */
  readonly inFile?: {
    readonly place: number
    readonly subjectsOf: (tx: Tx, groupId: string) => Promise<readonly string[]>
  }
  collect(tx: Tx, subjectId: string, ask: FormAsk): Promise<readonly Sheet[] | Lacks>
}

export function defineForm(form: Form): Form {
  return form
}

/** What papers can be about, as its room tells it. */
export type PaperSubject = {
  readonly kind: string
  readonly may: string
  find(tx: Tx, id: string): Promise<SubjectFound | undefined>
  /** Scans of it that something rests on, and what: nobody strikes them out. */
  scansRestedOn?(tx: Tx, id: string): Promise<ReadonlyMap<string, Sentence>>
}

export type SubjectFound = {
  readonly title: Sentence
  /** Whose it is; null for the bureau's own, which no organisation sees. */
  readonly organisationId: string | null
  /** Its page in the console. */
  readonly page: string
}

/** The cover of the file of a group (档案卷), and the wording of its index. */
export type FileCover = {
  readonly title: string
  readonly english: string
  readonly rows: readonly (readonly [string, string])[]
  readonly notes: readonly string[]
}

/** A group whose papers are kept together as one file. */
export type FileKind = {
  readonly id: string
  readonly title: Sentence
  readonly subjectKind: string
  readonly may: string
  cover(tx: Tx, groupId: string): Promise<FileCover>
}
