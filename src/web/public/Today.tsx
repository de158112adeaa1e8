import { say } from '../../platform/contract/public.ts'
import { addressTo, type PublicPath, telephone } from './addresses.ts'
import type { Site } from './data.ts'
import { Layout } from './Layout.tsx'
import { words } from './words.ts'

/** A human's number, large enough to read out. */
export function Phone({ site }: { site: Site }) {
  return (
    <a className="phone" href={telephone(site.bureau.consultPhone)}>
      {say(words.callUs, site.locale)}
      <b>{site.bureau.consultPhone}</b>
    </a>
  )
}

/** The way to the next page of a long list. */
export function NextPage({ site, of, next }: { site: Site; of: PublicPath; next: string | null }) {
  if (next === null) return null
  return (
    <p>
      <a className="back" href={addressTo(site, of, { after: next })}>
        {say(words.nextPage, site.locale)} ›
      </a>
    </p>
  )
}

/** A page whose matter is not online yet: what can be done today, step by step, and whom to call. */
export function Today({ site, about }: { site: Site; about: 'certificate' | 'problem' | 'help' }) {
  const { locale } = site
  const { title, lead, steps } = words[about]
  return (
    <Layout site={site} here={about} title={say(title, locale)}>
      <p className="lead">{say(lead, locale)}</p>
      <ol>
        {steps.map((step) => (
          <li key={step.zh}>{say(step, locale)}</li>
        ))}
      </ol>
      {about === 'help' ? (
        <p>
          <a href={`/${site.district.code}/cards/village${locale === 'en' ? '?lang=en' : ''}`}>
            {say(words.help.card, locale)}
          </a>
        </p>
      ) : null}
      <Phone site={site} />
    </Layout>
  )
}
