import { say } from '../../platform/contract/public.ts'
import { sayDate, sayDates } from '../../platform/ui/civilDates.ts'
import { addressTo } from './addresses.ts'
import type { HomeData, PublicClass, PublicNotice, Site } from './data.ts'
import { Layout } from './Layout.tsx'
import { words } from './words.ts'

/** How many classes the home page shows; the rest are one link away. */
const SHOWN = 5

const ENTRIES = ['learn', 'certificate', 'progress', 'problem'] as const

export function PlacesLeft({ site, left }: { site: Site; left: number }) {
  return <span className={left > 0 ? 'tag' : 'tag full'}>{say(words.places(left), site.locale)}</span>
}

function ClassLine({ site, each }: { site: Site; each: PublicClass }) {
  const { locale } = site
  return (
    <li>
      <a href={`${addressTo(site, 'learn')}#c-${each.id}`}>{say(each.title, locale)}</a>{' '}
      <PlacesLeft site={site} left={each.placesLeft} />
      <small>
        {[sayDates(each.startsOn, each.endsOn, locale), say(each.town, locale), each.site].filter(Boolean).join(' · ')}
      </small>
    </li>
  )
}

export function NoticeLine({ site, each }: { site: Site; each: PublicNotice }) {
  const { locale } = site
  const title = say(words.list(say(each.title, locale), each.people), locale)
  return (
    <li>
      <a href={addressTo(site, 'notices', { id: each.id })}>{title}</a>
      <small>{say(words.until(sayDate(each.until, locale, false)), locale)}</small>
    </li>
  )
}

/** Four entries by life, then the classes and the notices; each section says so when it has nothing. The elders' has the ways alone. */
export function Home(data: HomeData) {
  const { locale, elder } = data
  const entries = elder ? ([...ENTRIES, 'notices'] as const) : ENTRIES
  return (
    <Layout site={data} here="home" title={say(words.home.title, locale)}>
      <p className="lead">{say(words.home.lead, locale)}</p>
      {entries.map((entry, index) => (
        <a key={entry} className={index === 0 ? 'go first' : 'go'} href={addressTo(data, entry)}>
          <b>{say(words[entry].title, locale)}</b>
          <span>{say(words[entry].short, locale)}</span>
        </a>
      ))}
      {elder ? null : <Soonest data={data} />}
    </Layout>
  )
}

/** The classes and the notices themselves. */
function Soonest({ data }: { data: HomeData }) {
  const { locale, classes, notices } = data
  return (
    <>
      <h2>{say(words.home.classes, locale)}</h2>
      {classes.length === 0 ? (
        <p>{say(words.home.noClasses, locale)}</p>
      ) : (
        <ul className="links">
          {classes.slice(0, SHOWN).map((each) => (
            <ClassLine key={each.id} site={data} each={each} />
          ))}
          {classes.length > SHOWN ? (
            <li>
              <a href={addressTo(data, 'learn')}>
                {say(words.home.allClasses, locale)} ({classes.length}) ›
              </a>
            </li>
          ) : null}
        </ul>
      )}
      <h2>{say(words.home.notices, locale)}</h2>
      {notices.length === 0 ? (
        <p>{say(words.home.noNotices, locale)}</p>
      ) : (
        <ul className="links">
          {notices.slice(0, SHOWN).map((each) => (
            <NoticeLine key={each.id} site={data} each={each} />
          ))}
        </ul>
      )}
    </>
  )
}
