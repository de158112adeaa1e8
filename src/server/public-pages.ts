import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { District } from '../kernel/reference/public.ts'
import { civilDateOf, isCivilDate, isSkillLevel, isUuid, levelName } from '../kernel/values/public.ts'
import { type Opening, listOpenings } from '../mechanisms/training/openings/store.ts'
import type { Locale } from '../platform/contract/public.ts'
import { type Db, inDistrict, type Tx } from '../platform/db/public.ts'
import type { PublicClass, Site } from '../web/public/data.ts'
import {
  renderCertificate,
  renderHelp,
  renderHome,
  renderLearn,
  renderNotices,
  renderProblem,
  renderProgress,
} from '../web/public/pages.ts'

const ON_HOME = 5
const ON_A_PAGE = 25

/** The residents' pages: no sign-in, one request, no script. Read-only, inside the district's fence. */
export function servePublicPages(
  app: FastifyInstance,
  { db, districts }: { db: Db; districts: readonly District[] },
): void {
  const known = new Map(districts.map((district) => [String(district.district), district]))
  const page = (
    path: string,
    render: (tx: Tx, site: Site, query: Record<string, string | undefined>) => Promise<string>,
  ) => {
    app.get(`/:district${path}`, async (request, reply) => {
      const district = known.get((request.params as { district: string }).district)
      if (!district) return reply.callNotFound()
      const query = request.query as Record<string, string | undefined>
      const html = await inDistrict(
        db,
        district.district,
        async (tx) => render(tx, await siteOf(tx, district, request), query),
        { readOnly: true },
      )
      return send(reply, html)
    })
  }
  page('/', async (tx, site) =>
    renderHome({ ...site, classes: (await openings(tx, ON_HOME)).map(classOf), notices: [] }),
  )
  page('/learn', async (tx, site, query) => {
    const found = await openings(tx, ON_A_PAGE + 1, query.after)
    const shown = found.slice(0, ON_A_PAGE)
    const last = shown.at(-1)
    return renderLearn({
      ...site,
      classes: shown.map(classOf),
      next: found.length > ON_A_PAGE && last ? `${last.startsOn}_${last.id}` : null,
    })
  })
  page('/notices', async (_tx, site) => renderNotices({ ...site, notices: [], next: null }))
  page('/certificate', async (_tx, site) => renderCertificate(site))
  page('/progress', async (_tx, site) => renderProgress(site))
  page('/problem', async (_tx, site) => renderProblem(site))
  page('/help', async (_tx, site) => renderHelp(site))
}

/** The place after a class in the list, as the page's own link writes it; anything else begins at the top. */
function isPlace(after: string): boolean {
  const [day = '', id = '', ...rest] = after.split('_')
  return isCivilDate(day) && isUuid(id) && rest.length === 0
}

async function openings(tx: Tx, limit: number, after?: string): Promise<Opening[]> {
  const today = civilDateOf(tx.now)
  return listOpenings(tx, { today, limit, ...(typeof after === 'string' && isPlace(after) ? { after } : {}) })
}

async function siteOf(tx: Tx, district: District, request: FastifyRequest): Promise<Site> {
  const { lang, elder } = request.query as { lang?: string; elder?: string }
  // Chinese unless English is asked for in the address: a villager's phone may well send an odd Accept-Language.
  const locale: Locale = lang === 'en' ? 'en' : 'zh'
  return {
    locale,
    elder: elder === '1',
    district: { code: district.district, name: { zh: district.nameZh, en: district.nameEn } },
    bureau: {
      name: { zh: district.bureauZh, en: district.bureauEn },
      filingNumber: district.filingNumber,
      supervisionPhone: district.supervisionPhone,
      consultPhone: district.consultationPhone,
    },
    demonstration: district.demonstration ? { businessDate: civilDateOf(tx.now) } : null,
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

function send(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
}
