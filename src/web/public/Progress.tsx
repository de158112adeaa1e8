import type { ReactNode } from 'react'
import { say } from '../../platform/contract/public.ts'
import { sayDate } from '../../platform/ui/civilDates.ts'
import { yuanText } from '../../platform/ui/yuanText.ts'
import { addressTo } from './addresses.ts'
import type { FormMarks, OneSubsidyData, ProgressData, RecordData, Site, SubsidyShown } from './data.ts'
import { Layout } from './Layout.tsx'
import { formAction, Marks } from './SignIn.tsx'
import { Phone } from './Today.tsx'
import { words } from './words.ts'

const yuan = (fen: bigint) => yuanText(String(fen))
const SHOWN_AT_ONCE = 4

export function SignOut({ site, form }: { site: Site; form: FormMarks }) {
  const text = words.progress
  return (
    <form method="post" action={formAction(site, 'signIn', 'out')}>
      <Marks form={form} />
      <small>{say(text.signedInUntil, site.locale)}</small>
      <button type="submit">{say(text.signOut, site.locale)}</button>
    </form>
  )
}

/** 我的补贴: every one in short, the newest first. */
export function Progress(data: ProgressData) {
  const { locale, subsidies, form } = data
  const text = words.progress
  return (
    <Layout site={data} here="progress" title={say(text.mine, locale)}>
      {subsidies.length === 0 ? <p className="lead">{say(text.none, locale)}</p> : <p className="lead">{data.name}</p>}
      {subsidies.map((each) => (
        <a key={each.id} className="go" href={addressTo(data, 'progress', { id: each.id })}>
          <b>{each.title}</b>
          <span>
            {say(each.status, locale)} ·{' '}
            {say({ zh: `${yuan(each.amountFen)} 元`, en: `¥${yuan(each.amountFen)}` }, locale)}
          </span>
        </a>
      ))}
      <p>
        <a className="back" href={addressTo(data, 'progress', { id: 'record' })}>
          {say(text.record, locale)} ›
        </a>
      </p>
      <p>
        <a className="back" href={addressTo(data, 'mine')}>
          {say(words.mine.title, locale)} ›
        </a>
      </p>
      <SignOut site={data} form={form} />
      <Phone site={data} />
    </Layout>
  )
}

/** 我的记录: one timeline of everything, in plain words. */
export function Record(data: RecordData) {
  const { locale, entries } = data
  const text = words.progress
  return (
    <Layout site={data} here="progress" id="record" title={say(text.record, locale)}>
      <p>
        <a className="back" href={addressTo(data, 'progress')}>
          ‹ {say(text.backToMine, locale)}
        </a>
      </p>
      <ul>
        {entries.map(({ id, on, title }) => (
          <li key={id}>
            {say(title, locale)}
            <small>{sayDate(on, locale)}</small>
          </li>
        ))}
      </ul>
      <Phone site={data} />
    </Layout>
  )
}

function Way({ site: { locale }, steps }: { site: Site; steps: SubsidyShown['steps'] }) {
  return (
    <ol className="way">
      {steps.map(({ title, note, state }) => (
        <li key={title.zh} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          {say(title, locale)}
          <small>{say(note, locale)}</small>
        </li>
      ))}
    </ol>
  )
}

/** A part that the elders' version opens only when somebody asks for it. */
function Part({ site: { elder }, title, children }: { site: Site; title: string; children: ReactNode }) {
  if (!elder)
    return (
      <>
        <h2>{title}</h2>
        {children}
      </>
    )
  return (
    <details className="part">
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function Sum({ site, subsidy }: { site: Site; subsidy: SubsidyShown }) {
  const { locale } = site
  const text = words.progress
  return (
    <Part site={site} title={say(text.sum(yuan(subsidy.amountFen)), locale)}>
      <table>
        <tbody>
          {subsidy.sum.map(({ label, fen, how, clause }) => (
            <tr key={label.zh}>
              <td>
                {say(label, locale)}
                {how ? <small>{say(how, locale)}</small> : null}
                <small>
                  {say(text.basis, locale)}
                  {say(clause, locale)}
                </small>
              </td>
              <td className="num">{yuan(fen)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say(text.due, locale)}</th>
            <td className="num">
              <b>{yuan(subsidy.amountFen)}</b>
            </td>
          </tr>
        </tbody>
      </table>
    </Part>
  )
}

function Stopped({ site: { locale }, subsidy }: { site: Site; subsidy: SubsidyShown }) {
  const text = words.progress
  if (subsidy.items.length === 0) return null
  return (
    <>
      <h2>{say(text.stopped, locale)}</h2>
      <ol>
        {subsidy.items.map(({ stopped, basis, bring }) => (
          <li key={stopped.zh}>
            {say(stopped, locale)}
            <br />
            {say(text.bring, locale)}
            {say(bring, locale)}
            {basis.zh ? (
              <small>
                {say(text.basis, locale)}
                {say(basis, locale)}
              </small>
            ) : null}
          </li>
        ))}
      </ol>
      {subsidy.come ? <p>{say(subsidy.come, locale)}</p> : null}
    </>
  )
}

function Checks({ site, subsidy: { failed, passed, unavailable } }: { site: Site; subsidy: SubsidyShown }) {
  const { locale } = site
  const text = words.progress
  const asked = failed.length + passed.length + unavailable.length
  if (asked === 0) return null
  const list = (titles: SubsidyShown['passed']) =>
    titles.map((title) => (
      <span key={title.zh} className="ok once">
        {say(title, locale)}
      </span>
    ))
  return (
    <Part site={site} title={say(text.checks, locale)}>
      {failed.length > 0 ? (
        <p>
          {failed.map((title) => (
            <span key={title.zh} className="no once">
              {say(text.failed(title), locale)}
            </span>
          ))}
        </p>
      ) : null}
      <p>{list(passed.slice(0, SHOWN_AT_ONCE))}</p>
      {passed.length > SHOWN_AT_ONCE || unavailable.length > 0 ? (
        <details>
          <summary>{say(text.allChecks(asked), locale)}</summary>
          <p>{list(passed.slice(SHOWN_AT_ONCE))}</p>
          {unavailable.length > 0 ? (
            <p>
              {say(text.notAsked, locale)}
              {unavailable.map((title) => say(title, locale)).join(locale === 'zh' ? '、' : '; ')}
            </p>
          ) : null}
        </details>
      ) : null}
    </Part>
  )
}

function Reports({ site: { locale }, subsidy: { reports } }: { site: Site; subsidy: SubsidyShown }) {
  const text = words.progress
  if (reports.length === 0) return null
  return (
    <>
      <h2>{say(text.reported, locale)}</h2>
      <ul>
        {reports.map(({ number, kind, on, answer, until }) => (
          <li key={number} className="card">
            {say(kind, locale)}
            <small>
              {number} · {sayDate(on, locale)}
            </small>
            {answer ? (
              <p>
                {say(text.answer, locale)}
                {answer}
              </p>
            ) : (
              <p>{say(text.waits(sayDate(until, locale)), locale)}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** 补贴进度和算法: one subsidy as a parcel's way, as a sum with its clauses, and as checks in plain words. */
export function OneSubsidy(data: OneSubsidyData) {
  const { locale, subsidy, form } = data
  const text = words.progress
  return (
    <Layout site={data} here="progress" id={subsidy.id} title={say(text.title, locale)}>
      <p>
        <a className="back" href={addressTo(data, 'progress')}>
          ‹ {say(text.backToMine, locale)}
        </a>
      </p>
      <p className="lead">
        {subsidy.name} · {subsidy.title}
      </p>
      <div className={subsidy.stopped ? 'big halt' : 'big'}>
        <b>{say({ zh: `${yuan(subsidy.amountFen)} 元`, en: `¥${yuan(subsidy.amountFen)}` }, locale)}</b>
        <strong>{say(subsidy.status, locale)}</strong>
        <span>{say(subsidy.where, locale)}</span>
      </div>
      {subsidy.notes.map((note) => (
        <p key={note.zh}>{say(note, locale)}</p>
      ))}
      <Stopped site={data} subsidy={subsidy} />
      <h2>{say(text.steps, locale)}</h2>
      <Way site={data} steps={subsidy.steps} />
      {subsidy.sum.length > 0 ? <Sum site={data} subsidy={subsidy} /> : null}
      <Checks site={data} subsidy={subsidy} />
      <Reports site={data} subsidy={subsidy} />
      <p>
        <a className="back" href={addressTo(data, 'progress', { id: 'record' })}>
          {say(text.record, locale)} ›
        </a>
      </p>
      <p>
        <a className="back" href={addressTo(data, 'mine')}>
          {say(words.mine.title, locale)} ›
        </a>
      </p>
      <a className="btn" href={addressTo(data, 'report', { id: subsidy.id })}>
        {say(text.report, locale)}
      </a>
      <p>
        <small>{say(text.account, locale)}</small>
      </p>
      <form method="post" action={formAction(data, 'progress', `${subsidy.id}/paper`)}>
        <Marks form={form} />
        <button type="submit">{say(text.paper, locale)}</button>
      </form>
      <p>
        <small>{say(text.print, locale)}</small>
      </p>
      <SignOut site={data} form={form} />
      <Phone site={data} />
    </Layout>
  )
}
