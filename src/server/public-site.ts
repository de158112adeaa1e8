import type { FastifyRequest } from 'fastify'
import type { District } from '../kernel/reference/public.ts'
import { civilDateOf } from '../kernel/values/public.ts'
import type { Locale } from '../platform/contract/public.ts'
import type { Tx } from '../platform/db/public.ts'
import type { Site } from '../web/public/data.ts'

/** How a public page is to be shown. */
export function shownAs(request: FastifyRequest): Pick<Site, 'locale' | 'elder'> {
  const { lang, elder } = request.query as { lang?: string; elder?: string }
  // Chinese unless English is asked for in the address: a villager's phone may well send an odd Accept-Language.
  const locale: Locale = lang === 'en' ? 'en' : 'zh'
  return { locale, elder: elder === '1' }
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
    demonstration: district.demonstration ? { businessDate: civilDateOf(tx.now) } : null,
  }
}
