import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { District } from '../kernel/reference/public.ts'
import { civilDateOf } from '../kernel/values/public.ts'
import type { Locale } from '../platform/contract/public.ts'
import type { Tx } from '../platform/db/public.ts'
import type { Site } from '../web/public/data.ts'
import { readCookie, writeCookie } from './resident-session.ts'

const ELDER = 'elder'
const KEPT_S = 365 * 86_400

/** Whether an address asks for the elders' version, or against it; undefined where it says nothing. */
function asksElder(request: FastifyRequest): boolean | undefined {
  const { elder } = request.query as { elder?: unknown }
  return elder === '1' ? true : elder === '0' ? false : undefined
}

/** The elders' version once chosen stays, on every page and the next day, until somebody chooses otherwise. */
export function keepElderVersion(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const asked = asksElder(request)
    if (asked === undefined || asked === (readCookie(request, ELDER) === '1')) return
    writeCookie(request, reply, ELDER, asked ? '1' : '', asked ? KEPT_S : 0)
  })
}

/** How a public page is to be shown. */
export function shownAs(request: FastifyRequest): Pick<Site, 'locale' | 'elder'> {
  const { lang } = request.query as { lang?: string }
  // Chinese unless English is asked for in the address: a villager's phone may well send an odd Accept-Language.
  const locale: Locale = lang === 'en' ? 'en' : 'zh'
  return { locale, elder: asksElder(request) ?? readCookie(request, ELDER) === '1' }
}

/** Whose public page it is, and how it is to be shown. */
export function siteOf(tx: Tx, district: District, request: FastifyRequest): Site {
  return {
    ...shownAs(request),
    district: { code: district.district, name: { zh: district.nameZh, en: district.nameEn } },
    bureau: {
      name: { zh: district.bureauZh, en: district.bureauEn },
      filingNumber: district.filingNumber,
      supervisionPhone: district.supervisionPhone,
      consultPhone: district.consultationPhone,
    },
    today: civilDateOf(tx.now),
    demonstration: district.demonstration ? { businessDate: civilDateOf(tx.now) } : null,
  }
}
