import { say } from '../../platform/contract/public.ts'
import { sayDate } from '../../platform/ui/civilDates.ts'
import { addressTo } from './addresses.ts'
import type { NoticesData } from './data.ts'
import { Layout } from './Layout.tsx'
import { NextPage, Phone } from './Today.tsx'
import { words } from './words.ts'

/** What is out for objections, until when, and whom to phone. */
export function Notices(data: NoticesData) {
  const { locale, notices } = data
  return (
    <Layout site={data} here="notices" title={say(words.notices.title, locale)}>
      <p className="lead">{say(notices.length ? words.notices.lead : words.home.noNotices, locale)}</p>
      <ul>
        {notices.map((each) => (
          <li key={each.id} className="card">
            <h2>
              <a href={addressTo(data, 'notices', { id: each.id })}>
                {say(words.list(say(each.title, locale), each.people), locale)}
              </a>
            </h2>
            <small>{say(words.until(sayDate(each.until, locale)), locale)}</small>
          </li>
        ))}
      </ul>
      <NextPage site={data} of="notices" next={data.next} />
      <p>
        <a href={addressTo(data, 'policies')}>{say(words.policies.title, locale)} ›</a>
      </p>
      <Phone site={data} />
    </Layout>
  )
}
