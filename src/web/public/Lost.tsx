import { say } from '../../platform/contract/public.ts'
import { addressTo, telephone } from './addresses.ts'
import type { NowhereData, Site } from './data.ts'
import { Head, Layout } from './Layout.tsx'
import { Phone } from './Today.tsx'
import { words } from './words.ts'

/** There is no such page in the district: the way home, and whom to call. */
export function LostHere({ site }: { site: Site }) {
  const { locale } = site
  return (
    <Layout site={site} here={null} title={say(words.lost.title, locale)}>
      <p className="lead">{say(words.lost.lead, locale)}</p>
      <a className="go first" href={addressTo(site, 'home')}>
        <b>{say(words.toHome, locale)}</b>
        <span>{say(words.lost.homeHas, locale)}</span>
      </a>
      <Phone site={site} />
    </Layout>
  )
}

/** There is no such district: every district's home, and its bureau's phone. */
export function LostAnywhere({ locale, elder, districts }: NowhereData) {
  const title = say(words.lost.title, locale)
  const kept = locale === 'en' ? '?lang=en' : ''
  return (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'} className={elder ? 'elder' : undefined}>
      <Head title={`${title} · ${say(words.productName, locale)}`} elder={elder} />
      <body>
        <main>
          <nav className="shown" aria-label={say(words.show, locale)}>
            <a href={`?elder=${elder ? 0 : 1}${locale === 'en' ? '&lang=en' : ''}`}>
              {say(elder ? words.standard : words.elder, locale)}
            </a>
            <a href={locale === 'zh' ? '?lang=en' : '?lang=zh'} lang={locale === 'zh' ? 'en' : 'zh-CN'}>
              {say(words.otherLanguage, locale)}
            </a>
          </nav>
          <h1>{title}</h1>
          <p className="lead">{say(words.lost.lead, locale)}</p>
          <h2>{say(words.lost.choose, locale)}</h2>
          <ul className="links">
            {districts.map(({ code, name, bureau, phone }) => (
              <li key={code}>
                <a href={`/${code}/${kept}`}>{say(name, locale)}</a>
                <small>
                  {say(bureau, locale)} · {say(words.callUs, locale)} <a href={telephone(phone)}>{phone}</a>
                </small>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  )
}
