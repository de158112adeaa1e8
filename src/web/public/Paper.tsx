import { say } from '../../platform/contract/public.ts'
import { telephone } from './addresses.ts'
import type { PaperData } from './data.ts'
import { Layout } from './Layout.tsx'
import { Phone } from './Today.tsx'
import { words } from './words.ts'

/** What a QR on paper leads to: whose paper it is and of what kind, never what it says. */
export function Paper(site: PaperData) {
  const { locale, paper, bureau } = site
  const text = words.paper
  if (!paper)
    return (
      <Layout site={site} here={null} title={say(text.missing, locale)}>
        <p className="lead">{say(text.unknownCode, locale)}</p>
        <Phone site={site} />
      </Layout>
    )
  return (
    <Layout site={site} here="paper" id={paper.code} title={say(text.isOurs, locale)}>
      <dl className="facts">
        <dt>{say(text.host, locale)}</dt>
        <dd>{say(bureau.name, locale)}</dd>
        <dt>{say(text.kind, locale)}</dt>
        <dd>{paper.kind ? say(paper.kind, locale) : ''}</dd>
        <dt>{say(text.code, locale)}</dt>
        <dd>{paper.code}</dd>
        <dt>{say(text.issuedOn, locale)}</dt>
        <dd>{paper.issuedOn}</dd>
      </dl>
      <p>{say(text.noPersonal, locale)}</p>
      <p>
        <a href={`/${site.district.code}/console/papers/${paper.code}`}>{say(text.look, locale)}</a>
      </p>
      <p>
        {say(text.doubt, locale)}
        <a href={telephone(bureau.supervisionPhone)}>{bureau.supervisionPhone}</a>
      </p>
      <Phone site={site} />
    </Layout>
  )
}
