import { say } from '../../platform/contract/public.ts'
import { sayDate } from '../../platform/ui/civilDates.ts'
import { yuanText } from '../../platform/ui/yuanText.ts'
import { addressTo } from './addresses.ts'
import type { PoliciesData, PolicyData } from './data.ts'
import { Layout } from './Layout.tsx'
import { Phone } from './Today.tsx'
import { words } from './words.ts'

/** The schemes in force, each a line. */
export function Policies(data: PoliciesData) {
  const { locale, policies } = data
  const text = words.policies
  return (
    <Layout site={data} here="policies" title={say(text.title, locale)}>
      <p className="lead">{say(text.lead, locale)}</p>
      <ul>
        {policies.map((each) => (
          <li key={each.sha256} className="card">
            <h2>
              <a href={addressTo(data, 'policies', { id: each.sha256 })}>{say(each.title, locale)}</a>
            </h2>
            <small>
              {say(text.from(sayDate(each.from, locale)), locale)} {each.documentNumber}
            </small>
          </li>
        ))}
      </ul>
      <Phone site={data} />
    </Layout>
  )
}

/** One scheme: what was announced, what it pays, and the clauses it rests on. It prints as it stands. */
export function Policy(data: PolicyData) {
  const { locale, policy } = data
  const text = words.policies
  return (
    <Layout site={data} here="policies" title={say(policy.title, locale)}>
      <p className="lead">
        {say(policy.authority, locale)} · {say(text.from(sayDate(policy.from, locale)), locale)}
        {policy.to ? ` · ${say(text.to(sayDate(policy.to, locale)), locale)}` : ''}
      </p>
      {policy.notice ? (
        <section>
          <h2>{say(policy.notice.title, locale)}</h2>
          {policy.notice.paragraphs.map((paragraph) => (
            <p key={paragraph.zh}>{say(paragraph, locale)}</p>
          ))}
        </section>
      ) : null}
      {policy.tables.map(({ label, rows }) => (
        <table className="list" key={label.zh}>
          <caption>{say(label, locale)}</caption>
          <tbody>
            {rows.slice(0, 100).map(({ at, fen }) => (
              <tr key={at.zh}>
                <td>{say(at, locale)}</td>
                <td className="num">{yuanText(String(fen))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <h2>{say(text.clauses, locale)}</h2>
      {policy.clauses.map((clause) => (
        <p key={`${clause.doc} ${clause.article}`} lang="zh-CN">
          <b>
            {clause.doc}
            {clause.article}
          </b>
          {clause.placeholder ? say(text.example, locale) : ''} {clause.text}
        </p>
      ))}
      <Phone site={data} />
    </Layout>
  )
}
