import type { Site } from './data.ts'

/** The public pages, below `/:district`. */
export const PUBLIC_PATHS = {
  home: '/',
  learn: '/learn',
  certificate: '/certificate',
  progress: '/progress',
  problem: '/problem',
  notices: '/notices',
  policies: '/policies',
  help: '/help',
  signIn: '/sign-in',
  mine: '/my-information',
  correct: '/my-information/correct',
  report: '/report',
  paper: '/r',
  sign: '/sign',
} as const

export type PublicPath = keyof typeof PUBLIC_PATHS

/** The address of a public page, or with an id of one record below it; the language and the larger letters go along. */
export function addressTo(
  site: Site,
  path: PublicPath,
  change: { elder?: boolean; locale?: Site['locale']; after?: string; id?: string } = {},
): string {
  const { elder, locale, after } = { elder: site.elder, locale: site.locale, ...change }
  const query = new URLSearchParams()
  if (elder) query.set('elder', '1')
  // Said also when somebody switches back, since the browser keeps a cookie that says otherwise.
  else if (change.elder === false) query.set('elder', '0')
  // Said also for Chinese when somebody switches back, since the browser may keep a cookie that says English.
  if (locale === 'en' || change.locale) query.set('lang', locale)
  if (after) query.set('after', after)
  const text = query.toString()
  const place = change.id ? `${PUBLIC_PATHS[path]}/${change.id}` : PUBLIC_PATHS[path]
  return `/${site.district.code}${place}${text ? `?${text}` : ''}`
}

/** A `tel:` address: digits and a leading plus only. */
export function telephone(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`
}
