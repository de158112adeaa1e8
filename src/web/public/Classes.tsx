import { say } from '../../platform/contract/public.ts'
import { sayDates } from '../../platform/ui/civilDates.ts'
import { telephone } from './addresses.ts'
import type { ClassesData, PublicClass, Site } from './data.ts'
import { PlacesLeft } from './Home.tsx'
import { Layout } from './Layout.tsx'
import { NextPage, Phone } from './Today.tsx'
import { words } from './words.ts'

function ClassCard({ site, each }: { site: Site; each: PublicClass }) {
  const { locale } = site
  const phone = each.phone ?? site.bureau.consultPhone
  return (
    <li className="card" id={`c-${each.id}`}>
      <h2>{say(each.title, locale)}</h2>
      <PlacesLeft site={site} left={each.placesLeft} />
      <dl>
        <dt>{say(words.when, locale)}</dt>
        <dd>{sayDates(each.startsOn, each.endsOn, locale, true)}</dd>
        <dt>{say(words.where, locale)}</dt>
        <dd>{[say(each.town, locale), each.site].filter(Boolean).join(' · ')}</dd>
        <dt>{say(words.by, locale)}</dt>
        <dd>{each.provider}</dd>
        <dt>{say(words.phone, locale)}</dt>
        <dd>
          <a href={telephone(phone)}>{phone}</a>
        </dd>
      </dl>
    </li>
  )
}

/** 我想学手艺: the classes open for sign-up, each with when, where and whom to phone; that a subsidy is not certain is said first. */
export function Classes(data: ClassesData) {
  const { locale, classes } = data
  return (
    <Layout site={data} here="learn" title={say(words.learn.title, locale)}>
      <p className="lead">{say(classes.length ? words.learn.lead : words.learn.none, locale)}</p>
      <p className="plain">{say(words.learn.ask, locale)}</p>
      <ul>
        {classes.map((each) => (
          <ClassCard key={each.id} site={data} each={each} />
        ))}
      </ul>
      <NextPage site={data} of="learn" next={data.next} />
      <h2>{say(words.learn.signUp, locale)}</h2>
      <p>{say(words.learn.signUpNow, locale)}</p>
      <Phone site={data} />
    </Layout>
  )
}
