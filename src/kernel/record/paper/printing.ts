import { findLastSeal } from '../sealing/store.ts'
import { Problem, say } from '../../../platform/contract/public.ts'
import type { Locale } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { paperDocument, type PrintedPage } from '../../../platform/paper/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { recordAct } from '../store.ts'
import type { FileKind, Form } from './forms.ts'
import { findSubject, gather, maySee, type Papers } from './gather.ts'
import { codeOf } from './rules.ts'
import { findOwnPrint, findPaper, insertPrint, keepPaper, type Paper, type PaperKey } from './store.ts'
import { chromeWords, printed, refusals } from './words.ts'
import { contentMark, fileContent, fileKey, filePages, keyOf, picturesOf } from './whole-file.ts'

export type PaperNeeds = {
  readonly papers: Papers
  readonly vault: Vault
  /** How addresses of this platform begin outside, for QR codes: `https://host`. */
  readonly origin: string | null
}

type Asked = { readonly kind: string; readonly subjectId: string; readonly formId: string; readonly part: string }

/** The form or file of this name that this person may see. */
export function findForm({ papers }: PaperNeeds, viewer: Actor, formId: string): Form | FileKind {
  const form = papers.forms.find((each) => each.id === formId) ?? papers.files.find((each) => each.id === formId)
  if (!form || !maySee(viewer, form)) throw new Problem('not-found', refusals.missing)
  return form
}

const isFile = (form: Form | FileKind): form is FileKind => 'cover' in form
const takesParts = (form: Form | FileKind): boolean => !isFile(form) && form.inParts === true

/** Gives what is to be printed its code, with everything in it its own, and writes down who prints it. */
export async function startPrinting(
  tx: Tx,
  needs: PaperNeeds,
  asked: Asked & { readonly full: boolean; readonly reason: string; readonly actor: Actor; readonly now: Date },
): Promise<{ paper: Paper; printId: string }> {
  const { actor, now, subjectId, part, full, reason } = asked
  const form = findForm(needs, actor, asked.formId)
  if (form.subjectKind !== asked.kind || (part !== '' && !takesParts(form)))
    throw new Problem('not-found', refusals.missing)
  await findSubject(tx, needs.papers, actor, form.subjectKind, subjectId)
  if (full) {
    if (isFile(form) || !form.fullMay || !actor.permissions.has(form.fullMay))
      throw new Problem('forbidden', refusals.notInFull, { code: 'numbers-in-full' })
    if ([...reason].length < 4) throw new Problem('bad-input', refusals.reasonNeeded, { code: 'reason-needed' })
  }
  const paper = isFile(form)
    ? await keepFile(tx, needs, form, subjectId, actor, now)
    : await keepForm(tx, form, subjectId, part, now)
  const printId = newId()
  const { accountId, personId } = actor
  await insertPrint(tx, { id: printId, paperId: paper.id, inFull: full, reason, accountId, personId, businessAt: now })
  await recordAct(tx, {
    id: newId(),
    act: full ? 'paper.printed-in-full' : 'paper.printed',
    subjectKind: form.subjectKind,
    subjectId,
    actor,
    at: now,
    detail: {
      form: form.id,
      code: paper.code,
      content: paper.contentSha256.toString('hex'),
      ...(full ? { reason } : {}),
    },
  })
  return { paper, printId }
}

async function keepForm(tx: Tx, form: Form, subjectId: string, part: string, now: Date): Promise<Paper> {
  const made = await gather(tx, form, subjectId, { full: false, part, now })
  if ('lacks' in made) throw new Problem('conflict', refusals.lacks(made.lacks), { code: 'nothing-to-print' })
  return keep(tx, keyOf(made), form.subjectKind, made.pages.length, now)
}

async function keepFile(
  tx: Tx,
  needs: PaperNeeds,
  file: FileKind,
  groupId: string,
  actor: Actor,
  now: Date,
): Promise<Paper> {
  const content = await fileContent(tx, needs.papers, file, groupId, actor, now)
  for (const { gathered } of content.parts) {
    if (!gathered) continue
    await keep(tx, keyOf(gathered), gathered.form.subjectKind, gathered.pages.length, now)
  }
  const pages = await filePages(tx, needs.vault, needs.papers, file, groupId, content, undefined, false)
  const count = pages.length + picturesOf(content).size
  return keep(tx, fileKey(file, groupId, content), file.subjectKind, count, now)
}

async function keep(tx: Tx, key: PaperKey, subjectKind: string, pages: number, now: Date): Promise<Paper> {
  const id = newId()
  return keepPaper(tx, { ...key, id, code: codeOf(id), subjectKind, pages, businessAt: now })
}

/** The pages of a form or a file as a document to be printed. Writes nothing. */
export async function showPaper(
  tx: Tx,
  needs: PaperNeeds,
  asked: Omit<Asked, 'kind'> & {
    readonly printId: string | null
    readonly actor: Actor
    readonly now: Date
    readonly locale: Locale
    /** Where this very request came to, when no other origin is set. */
    readonly host: string
  },
): Promise<string> {
  const { actor, now, subjectId, part, locale } = asked
  const form = findForm(needs, actor, asked.formId)
  const subject = await findSubject(tx, needs.papers, actor, form.subjectKind, subjectId)
  const own = asked.printId === null ? undefined : await findOwnPrint(tx, asked.printId, actor.accountId)
  const named = (paper: Paper | undefined) =>
    paper ? { code: paper.code, address: `${needs.origin ?? asked.host}/${tx.district}/r/${paper.code}` } : null
  const today = civilDateOf(now)
  // The last checkpoint goes on every paper, and is no part of what the paper says: paper is one more place outside.
  const seal = await findLastSeal(tx)
  const sealed = seal ? `  ${printed.sealed(seal.number, seal.root.toString('hex').slice(0, 16))}` : ''
  const foot = (paper: Paper | undefined, hash: Buffer | undefined) => ({
    named: named(paper),
    left: paper ? `${printed.on(today)}  ${paper.code}${sealed}` : printed.noCode,
    right: hash ? printed.content(contentMark(hash)) : '',
  })

  let pages: PrintedPage[]
  let paper: Paper | undefined
  let full = false
  if (isFile(form)) {
    const content = await fileContent(tx, needs.papers, form, subjectId, actor, now)
    paper = await findPaper(tx, fileKey(form, subjectId, content))
    const withPictures = own !== undefined && own.paperId === paper?.id
    const all = await filePages(tx, needs.vault, needs.papers, form, subjectId, content, paper, withPictures)
    pages = all.map((each) => ({
      page: each.page,
      number: each.number,
      ...foot(each.paper ?? paper, (each.paper ?? paper)?.contentSha256),
    }))
  } else {
    const wished = own?.inFull === true && form.fullMay !== undefined && actor.permissions.has(form.fullMay)
    const made = await gather(tx, form, subjectId, { full: wished, part, now })
    if ('lacks' in made) throw new Problem('conflict', refusals.lacks(made.lacks), { code: 'nothing-to-print' })
    paper = await findPaper(tx, keyOf(made))
    // Numbers in full open for the very content that was asked for with a reason.
    full = wished && own.paperId === paper?.id
    const shown = wished && !full ? await gather(tx, form, subjectId, { full: false, part, now }) : made
    if ('lacks' in shown) throw new Problem('conflict', refusals.lacks(shown.lacks))
    pages = shown.pages.map((page, at) => ({
      page,
      number: printed.page(at + 1, shown.pages.length),
      ...foot(paper, shown.contentSha256),
    }))
  }
  const notes = [
    say(chromeWords.noScript, locale),
    ...(paper ? [] : [say(chromeWords.noCode, locale)]),
    ...(full ? [say(chromeWords.full, locale)] : []),
    ...(asked.printId !== null && own === undefined ? [say(chromeWords.over, locale)] : []),
  ]
  return paperDocument(
    {
      locale,
      title: `${say(form.title, locale)} · ${say(subject.title, locale)}`,
      back: { href: `/${tx.district}/console${subject.page}`, label: say(chromeWords.back, locale) },
      print: say(chromeWords.print, locale),
      notes,
    },
    pages,
  )
}

/** Whether the record still reads as a paper does, for this person. */
export async function isCurrent(tx: Tx, needs: PaperNeeds, paper: Paper, viewer: Actor, now: Date): Promise<boolean> {
  const form = findForm(needs, viewer, paper.form)
  if (isFile(form)) {
    const content = await fileContent(tx, needs.papers, form, paper.subjectId, viewer, now)
    return content.contentSha256.equals(paper.contentSha256)
  }
  const made = await gather(tx, form, paper.subjectId, { full: false, part: paper.part, now })
  return !('lacks' in made) && made.contentSha256.equals(paper.contentSha256)
}
