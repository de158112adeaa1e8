import { Problem, say } from '../../../platform/contract/public.ts'
import type { Locale } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { paperDocument } from '../../../platform/paper/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { recordAct } from '../store.ts'
import type { Form } from './forms.ts'
import { gather } from './gather.ts'
import { codeOf } from './rules.ts'
import { findPaper, keepPaper } from './store.ts'
import { chromeWords, printed, refusals } from './words.ts'
import { contentMark, keyOf } from './whole-file.ts'

/** One person's part of a form, printed by themselves, who are no account: whoever calls has made sure it is theirs. */
export type OwnPart = { readonly form: Form; readonly subjectId: string; readonly part: string; readonly now: Date }

/** Gives it its code, the same as anybody else's copy of the same content has, and writes down that it was printed. */
export async function keepOwnPaper(tx: Tx, own: OwnPart): Promise<void> {
  const { form, subjectId, now } = own
  const made = await gathered(tx, own)
  const id = newId()
  const pages = made.pages.length
  const paper = await keepPaper(tx, {
    ...keyOf(made),
    id,
    code: codeOf(id),
    subjectKind: form.subjectKind,
    pages,
    businessAt: now,
  })
  await recordAct(tx, {
    id: newId(),
    act: 'paper.printed',
    subjectKind: form.subjectKind,
    subjectId,
    actor: null,
    at: now,
    detail: { form: form.id, code: paper.code, content: paper.contentSha256.toString('hex') },
  })
}

/** Its page as a document to be printed. Writes nothing. */
export async function showOwnPaper(
  tx: Tx,
  own: OwnPart,
  shown: {
    readonly locale: Locale
    /** How addresses begin outside. */
    readonly origin: string
    readonly back: { readonly href: string; readonly label: string }
  },
): Promise<string> {
  const made = await gathered(tx, own)
  const paper = await findPaper(tx, keyOf(made))
  const { locale, origin, back } = shown
  const named = paper ? { code: paper.code, address: `${origin}/${tx.district}/r/${paper.code}` } : null
  return paperDocument(
    {
      locale,
      title: say(own.form.title, locale),
      back,
      print: say(chromeWords.print, locale),
      notes: [say(chromeWords.noScript, locale), ...(paper ? [] : [say(chromeWords.noCode, locale)])],
    },
    made.pages.map((page, at) => ({
      page,
      number: printed.page(at + 1, made.pages.length),
      named,
      left: paper ? `${printed.on(civilDateOf(own.now))}  ${paper.code}` : printed.noCode,
      right: printed.content(contentMark(made.contentSha256)),
    })),
  )
}

async function gathered(tx: Tx, { form, subjectId, part, now }: OwnPart) {
  const made = await gather(tx, form, subjectId, { full: false, part, now })
  if ('lacks' in made) throw new Problem('not-found', refusals.missing)
  return made
}
