import { say } from '../../platform/contract/public.ts'
import { sayDate } from '../../platform/ui/civilDates.ts'
import { yuanText } from '../../platform/ui/yuanText.ts'
import { addressTo } from './addresses.ts'
import type { NoticeData, NoticeGoneData } from './data.ts'
import { Layout } from './Layout.tsx'
import { Phone } from './Today.tsx'
import { words } from './words.ts'

/** One list as the public reads it: who, how much, on what, until when, and how to object. */
export function Notice(data: NoticeData) {
  const { locale, notice } = data
  const text = words.notice
  return (
    <Layout site={data} here="notices" title={say(text.title(say(notice.scheme, locale)), locale)}>
      <p className="lead">{say(text.until(sayDate(notice.from, locale), sayDate(notice.until, locale)), locale)}</p>
      <dl className="facts">
        <dt>{say(text.className, locale)}</dt>
        <dd>{notice.className}</dd>
        <dt>{say(text.provider, locale)}</dt>
        <dd>{notice.provider}</dd>
        <dt>{say(text.sum, locale)}</dt>
        <dd>{say(text.people(notice.people, yuanText(String(notice.totalFen))), locale)}</dd>
        <dt>{say(text.number, locale)}</dt>
        <dd>{notice.number}</dd>
      </dl>
      <table className="list">
        <thead>
          <tr>
            <th className="tight">{say(text.position, locale)}</th>
            <th>{say(text.name, locale)}</th>
            <th className="num">{say(text.amount, locale)}</th>
          </tr>
        </thead>
        <tbody>
          {notice.rows.map((row) => (
            <tr key={row.position}>
              <td className="tight">{row.position}</td>
              <td>
                {row.maskedName}
                <small>{row.maskedIdentity}</small>
              </td>
              <td className="num">{yuanText(String(row.amountFen))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notice.next === null ? null : (
        <p>
          <a href={addressTo(data, 'notices', { id: notice.id, after: notice.next })}>{say(text.more, locale)}</a>
        </p>
      )}
      <h2>{say(text.objectTitle, locale)}</h2>
      <p>{say(text.object(sayDate(notice.until, locale)), locale)}</p>
      <Phone site={data} />
    </Layout>
  )
}

/** What is left of a list at its address once it is down. */
export function NoticeGone(data: NoticeGoneData) {
  const { locale, until } = data
  const text = words.notice
  return (
    <Layout site={data} here="notices" title={say(text.gone, locale)}>
      <p className="lead">{say(until === null ? text.never : text.wasUntil(sayDate(until, locale)), locale)}</p>
      <p>
        <a href={addressTo(data, 'notices')}>{say(words.notices.title, locale)}</a>
      </p>
      <Phone site={data} />
    </Layout>
  )
}
