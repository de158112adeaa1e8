import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { authenticate } from '../kernel/access/public.ts'
import type { District } from '../kernel/reference/public.ts'
import { type Locale, say, type Sentence } from '../platform/contract/public.ts'
import { type Db, inDistrict } from '../platform/db/public.ts'
import { cardList, cardPage, type Place } from './cards/Card.html.tsx'
import type { Card } from './cards/card.ts'
import { cardOf, CARDS, findCard } from './cards/cards.ts'
import { words } from './cards/words.ts'

type Needs = {
  readonly db: Db
  readonly districts: ReadonlyMap<number, District>
  /** How addresses begin for those outside; null, as the request came. */
  readonly origin: string | null
}

/**
 * Operating cards, as a county prints them: with its own name, telephone and the QR of the page that the card begins
 * with. They hold nothing about anybody, so whoever has no account reads theirs too.
 */
export function serveCards(app: FastifyInstance, { db, districts, origin }: Needs): void {
  const districtOf = (request: FastifyRequest) => {
    const { district } = request.params as { district: string }
    return /^\d{6}$/.test(district) ? districts.get(Number(district)) : undefined
  }

  app.get('/:district/cards', async (request, reply) => {
    const locale = localeOf(request)
    const district = districtOf(request)
    return district ? send(reply, listOf(district, locale, words.all)) : missing(reply, locale)
  })

  app.get('/:district/cards/mine', async (request, reply) => {
    const locale = localeOf(request)
    const district = districtOf(request)
    if (!district) return missing(reply, locale)
    const actor = await inDistrict(db, district.district, async (tx) => authenticate(tx, request), { readOnly: true })
    const own = actor && cardOf(actor.roles)
    return reply.redirect(addressOf(district, own ? `/${own.id}` : '', locale))
  })

  app.get('/:district/cards/:card', async (request, reply) => {
    const locale = localeOf(request)
    const district = districtOf(request)
    const card = findCard((request.params as { card: string }).card)
    if (!district) return missing(reply, locale)
    if (!card) return send(reply.code(404), listOf(district, locale, words.missing))
    const other = locale === 'zh' ? 'en' : 'zh'
    const links = [
      { href: addressOf(district, '', locale), label: say(words.toAll, locale) },
      { href: addressOf(district, `/${card.id}`, other), label: say(words.otherLanguage, locale) },
    ]
    const place = placeOf(district, card, locale, origin ?? `${request.protocol}://${request.host}`)
    return send(reply, cardPage({ card, locale, place, links }))
  })
}

function placeOf(district: District, { leadsTo }: Card, locale: Locale, origin: string): Place {
  return {
    bureau: locale === 'zh' ? district.bureauZh : district.bureauEn,
    phone: district.consultationPhone,
    address: `${origin}/${district.district}${leadsTo}`,
  }
}

function listOf(district: District, locale: Locale, title: Sentence): string {
  const cards = CARDS.map(({ id, who }) => ({
    href: addressOf(district, `/${id}`, locale),
    label: say(words.titleOf(say(who, locale)), locale),
  }))
  const other = locale === 'zh' ? 'en' : 'zh'
  return cardList(
    locale,
    cards,
    { href: addressOf(district, '', other), label: say(words.otherLanguage, locale) },
    title,
  )
}

const addressOf = ({ district }: District, path: string, locale: Locale) =>
  `/${district}/cards${path}?lang=${locale === 'en' ? 'en' : 'zh'}`

/** Said in the address, or as the console keeps it. */
function localeOf(request: FastifyRequest): Locale {
  const { lang } = request.query as { lang?: unknown }
  if (lang === 'en' || lang === 'zh') return lang
  return /(?:^|;\s*)lang=en(?:;|$)/.test(request.headers.cookie ?? '') ? 'en' : 'zh'
}

const missing = (reply: FastifyReply, locale: Locale) =>
  send(reply.code(404), cardList(locale, [], { href: '/', label: '山匠' }, words.missing))

const send = (reply: FastifyReply, html: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
