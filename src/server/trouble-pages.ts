import type { District } from '../kernel/reference/public.ts'
import type { TroublePage } from '../platform/http/public.ts'
import { renderTrouble } from '../web/public/pages.ts'
import { shownAs } from './public-site.ts'

const DISTRICTS_SHOWN = 20

/** Our failures as pages where people read pages; what speaks to the operations gets its problem document. */
export function troublePages(districts: readonly District[]): TroublePage {
  return (request, { sentence }, instance) => {
    const [first = '', second] = request.url.split(/[/?]/).slice(1)
    if (second === 'api' || first === 'assets') return undefined
    const here = districts.filter((district) => String(district.district) === first)
    const isOwnAddress = request.method === 'GET' && /^\/\d{6}\//.test(request.url)
    return renderTrouble({
      ...shownAs(request),
      sentence,
      again: isOwnAddress ? request.url : here.length > 0 ? `/${first}/` : '/',
      number: instance ?? null,
      districts: (here.length > 0 ? here : districts).slice(0, DISTRICTS_SHOWN).map((district) => ({
        code: district.district,
        name: { zh: district.nameZh, en: district.nameEn },
        bureau: { zh: district.bureauZh, en: district.bureauEn },
        phone: district.consultationPhone,
      })),
    })
  }
}
