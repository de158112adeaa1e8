import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { authenticate } from '../kernel/access/public.ts'
import { findForm, showPaper } from '../kernel/record/paper/printing.ts'
import type { PaperNeeds } from '../kernel/record/paper/printing.ts'
import { readCode } from '../kernel/record/paper/rules.ts'
import { findPaperByCode } from '../kernel/record/paper/store.ts'
import { chromeWords, refusals } from '../kernel/record/paper/words.ts'
import type { District } from '../kernel/reference/public.ts'
import { civilDateOf, isUuid } from '../kernel/values/public.ts'
import { deskThenBack, type Locale, Problem, PROBLEM_STATUS, say, type Sentence } from '../platform/contract/public.ts'
import { type Db, inDistrict } from '../platform/db/public.ts'
import { paperNote, PRINT_SCRIPT } from '../platform/paper/public.ts'
import { renderPaper } from '../web/public/pages.ts'
import { shownAs, siteOf } from './public-site.ts'

type PagesNeeds = PaperNeeds & { readonly db: Db; readonly districts: ReadonlyMap<number, District> }

/**
 * Official forms as pages to be printed, for whoever is signed in and may see the record; and what a QR on paper leads
 * to, which tells the public only what kind of paper it is. Nothing here writes.
 */
export function servePapers(app: FastifyInstance, needs: PagesNeeds): void {
  app.get('/paper/print.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'max-age=86400').send(PRINT_SCRIPT),
  )

  app.get('/:district/paper/:form/:subjectId', async (request, reply) => {
    const {
      district: code,
      form: formId,
      subjectId,
    } = request.params as Record<'district' | 'form' | 'subjectId', string>
    const locale = chosenLocale(request)
    const district = districtIn(needs, code)
    if (!district || !isUuid(subjectId)) return note(reply, 404, locale, chromeWords.missingTitle, refusals.missing)
    const query = request.query as { print?: unknown; part?: unknown }
    const idIn = (value: unknown) => (typeof value === 'string' && isUuid(value) ? value : null)
    try {
      const html = await inDistrict(
        needs.db,
        district.district,
        async (tx) => {
          const actor = await authenticate(tx, request)
          if (!actor) return undefined
          findForm(needs, actor, formId)
          return showPaper(tx, needs, {
            formId,
            subjectId,
            part: idIn(query.part) ?? '',
            printId: idIn(query.print),
            actor,
            now: tx.now,
            locale,
            host: hostOf(request),
          })
        },
        { readOnly: true },
      )
      if (html !== undefined) return send(reply, html)
      return send(
        reply.code(401),
        paperNote({
          locale,
          title: say(chromeWords.signIn, locale),
          link: { href: deskThenBack(district.district, request.url), label: say(chromeWords.toConsole, locale) },
        }),
      )
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const title = error.kind === 'not-found' ? chromeWords.missingTitle : chromeWords.lacksTitle
      return note(reply, PROBLEM_STATUS[error.kind], locale, title, error.sentence)
    }
  })

  app.get('/:district/r/:code', async (request, reply) => {
    const { district: code, code: typed } = request.params as Record<'district' | 'code', string>
    const district = districtIn(needs, code)
    if (!district) return note(reply, 404, shownAs(request).locale, chromeWords.missingTitle, refusals.missing)
    const asked = readCode(typed)
    const html = await inDistrict(
      needs.db,
      district.district,
      async (tx) => {
        const paper = asked ? await findPaperByCode(tx, asked) : undefined
        if (!paper) reply.code(404)
        const form = [...needs.papers.forms, ...needs.papers.files].find((each) => each.id === paper?.form)
        const kind = form?.title ?? null
        return renderPaper({
          ...siteOf(tx, district, request),
          paper: paper ? { kind, code: paper.code, issuedOn: civilDateOf(paper.businessAt) } : null,
        })
      },
      { readOnly: true },
    )
    return send(reply, html)
  })
}

/** The language chosen in the console, as its pages keep it: a browser's own would speak another than the page before. */
function chosenLocale(request: FastifyRequest): Locale {
  return /(?:^|;\s*)lang=en(?:;|$)/.test(request.headers.cookie ?? '') ? 'en' : 'zh'
}

function districtIn({ districts }: PagesNeeds, text: string): District | undefined {
  return /^\d{6}$/.test(text) ? districts.get(Number(text)) : undefined
}

const hostOf = (request: FastifyRequest) => `${request.protocol}://${request.host}`

function note(reply: FastifyReply, status: number, locale: Locale, title: Sentence, sentence: Sentence): FastifyReply {
  return send(reply.code(status), paperNote({ locale, title: say(title, locale), sentences: [say(sentence, locale)] }))
}

function send(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html)
}
