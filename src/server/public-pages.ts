import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findPublicNotice, listPublicNotices } from '../kernel/funds/public-notices/public-list.ts'
import type { OutPlace } from '../kernel/funds/public-notices/store.ts'
import { listPublicSchemes } from '../kernel/policy/public.ts'
import type { District } from '../kernel/reference/public.ts'
import { civilDate, civilDateOf, isCivilDate, isSkillLevel, isUuid, levelName } from '../kernel/values/public.ts'
import { type Opening, listOpenings } from '../mechanisms/training/openings/store.ts'
import { type Db, inDistrict, type Tx } from '../platform/db/public.ts'
import type { PublicClass, Site } from '../web/public/data.ts'
import { keepElderVersion, shownAs, siteOf } from './public-site.ts'
import {
  renderCertificate,
  renderHelp,
  renderHome,
  renderLearn,
  renderLostAnywhere,
  renderLostHere,
  renderNotice,
  renderNoticeGone,
  renderNotices,
  renderPolicies,
  renderPolicy,
  renderProblem,
} from '../web/public/pages.ts'

const ON_HOME = 5
/** Less on a page in the elders' version. */
const onAPage = ({ elder }: Pick<Site, 'elder'>) => (elder ? 6 : 25)
/** Rows of one list; a page stays under 30 KB. */
const rowsOnAPage = ({ elder }: Pick<Site, 'elder'>) => (elder ? 15 : 60)

/** More districts than any house has; a page stays under 30 KB. */
const DISTRICTS_SHOWN = 100

type AnswersLost = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/**
 * The residents' pages: no sign-in, one request, no script. Read-only, inside the district's fence. Gives back what
 * answers an address of no page.
 */
export function servePublicPages(
  app: FastifyInstance,
  { db, districts }: { db: Db; districts: readonly District[] },
): AnswersLost {
  keepElderVersion(app)
  const known = new Map(districts.map((district) => [String(district.district), district]))
  /** An address of no page, for people; what speaks to the operations gets its problem document. */
  const lost: AnswersLost = async (request, reply) => {
    const [first = '', second] = request.url.split(/[/?]/).slice(1)
    if (second === 'api' || first === 'assets') return reply.callNotFound()
    const district = known.get(first)
    const html = district
      ? await inDistrict(db, district.district, async (tx) => renderLostHere(siteOf(tx, district, request)), {
          readOnly: true,
        })
      : renderLostAnywhere({ ...shownAs(request), districts: districts.slice(0, DISTRICTS_SHOWN).map(choiceOf) })
    return send(reply.code(404), html)
  }
  app.get('/*', lost)
  app.get('/:district', async (request, reply) => {
    const { district } = request.params as { district: string }
    return known.has(district) ? reply.redirect(`/${district}/`) : lost(request, reply)
  })
  const page = (
    path: string,
    render: (tx: Tx, site: Site, query: Record<string, string | undefined>) => Promise<string>,
  ) => {
    app.get(`/:district${path}`, async (request, reply) => {
      const district = known.get((request.params as { district: string }).district)
      if (!district) return lost(request, reply)
      const query = request.query as Record<string, string | undefined>
      const html = await inDistrict(
        db,
        district.district,
        async (tx) => render(tx, siteOf(tx, district, request), query),
        { readOnly: true },
      )
      return send(reply, html)
    })
  }
  page('/', async (tx, site) =>
    renderHome({
      ...site,
      classes: (await openings(tx, ON_HOME)).map(classOf),
      notices: await listPublicNotices(tx, { limit: ON_HOME }),
    }),
  )
  page('/learn', async (tx, site, query) => {
    const most = onAPage(site)
    const found = await openings(tx, most + 1, query.after)
    const shown = found.slice(0, most)
    const last = shown.at(-1)
    return renderLearn({
      ...site,
      classes: shown.map(classOf),
      next: found.length > most && last ? `${last.startsOn}_${last.id}` : null,
    })
  })
  page('/notices', async (tx, site, query) => {
    const most = onAPage(site)
    const found = await listPublicNotices(tx, { limit: most + 1, after: placeOf(query.after) })
    const shown = found.slice(0, most)
    const last = shown.at(-1)
    return renderNotices({
      ...site,
      notices: shown,
      next: found.length > most && last ? `${last.until}_${last.id}` : null,
    })
  })
  app.get('/:district/notices/:noticeId', async (request, reply) => {
    const { district: code, noticeId } = request.params as { district: string; noticeId: string }
    const district = known.get(code)
    if (!district || !isUuid(noticeId)) return lost(request, reply)
    const { after } = request.query as { after?: string }
    const found = await inDistrict(
      db,
      district.district,
      async (tx) => ({
        site: siteOf(tx, district, request),
        ...(await findPublicNotice(tx, noticeId, { limit: rowsOnAPage(shownAs(request)), after: positionOf(after) })),
      }),
      { readOnly: true },
    )
    // A list of names is for reading while it is out: nobody is to keep or to index it.
    reply.header('x-robots-tag', 'noindex, noarchive')
    const { site, notice, until } = found
    if (notice) return send(reply, renderNotice({ ...site, notice }), 'no-store')
    return send(reply.code(until === null ? 404 : 410), renderNoticeGone({ ...site, until }), 'no-store')
  })
  page('/policies', async (tx, site) => renderPolicies({ ...site, policies: await listPublicSchemes(tx) }))
  app.get('/:district/policies/:sha256', async (request, reply) => {
    const { district: code, sha256 } = request.params as { district: string; sha256: string }
    const district = known.get(code)
    if (!district) return lost(request, reply)
    const html = await inDistrict(
      db,
      district.district,
      async (tx) => {
        const policy = (await listPublicSchemes(tx)).find((each) => each.sha256 === sha256)
        return policy && renderPolicy({ ...siteOf(tx, district, request), policy })
      },
      { readOnly: true },
    )
    return html === undefined ? lost(request, reply) : send(reply, html)
  })
  page('/certificate', async (_tx, site) => renderCertificate(site))
  page('/problem', async (_tx, site) => renderProblem(site))
  page('/help', async (_tx, site) => renderHelp(site))
  return lost
}

/** The place after a row of a list that goes by days, as the page's own link writes it; anything else begins at the top. */
function isPlace(after: unknown): after is string {
  if (typeof after !== 'string') return false
  const [day = '', id = '', ...rest] = after.split('_')
  return isCivilDate(day) && isUuid(id) && rest.length === 0
}

function placeOf(after: unknown): OutPlace | undefined {
  if (!isPlace(after)) return undefined
  const [day = '', id = ''] = after.split('_')
  return { endsOn: civilDate(day), id }
}

/** The position after which a long list goes on. */
function positionOf(after: unknown): number | undefined {
  return typeof after === 'string' && /^\d{1,6}$/.test(after) ? Number(after) : undefined
}

async function openings(tx: Tx, limit: number, after?: string): Promise<Opening[]> {
  const today = civilDateOf(tx.now)
  return listOpenings(tx, { today, limit, ...(isPlace(after) ? { after } : {}) })
}

function choiceOf(district: District) {
  return {
    code: district.district,
    name: { zh: district.nameZh, en: district.nameEn },
    bureau: { zh: district.bureauZh, en: district.bureauEn },
    phone: district.consultationPhone,
  }
}

function classOf(opening: Opening): PublicClass {
  const level = isSkillLevel(opening.level) ? levelName(opening.level) : { zh: '', en: '' }
  return {
    id: opening.id,
    title: { zh: `${opening.occupationZh}(${level.zh})`, en: `${opening.occupationEn}, ${level.en}` },
    town: { zh: opening.townZh, en: opening.townZh },
    site: opening.site,
    provider: opening.provider,
    startsOn: opening.startsOn,
    endsOn: opening.endsOn,
    placesLeft: opening.placesLeft,
    phone: null,
  }
}

function send(reply: FastifyReply, html: string, keep = 'no-cache'): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', keep).send(html)
}
