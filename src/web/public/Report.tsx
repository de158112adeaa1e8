import { say } from '../../platform/contract/public.ts'
import { sayDate } from '../../platform/ui/civilDates.ts'
import { addressTo } from './addresses.ts'
import type { ReportData, ReportedData } from './data.ts'
import { Layout } from './Layout.tsx'
import { Field, formAction, Marks, Wrong } from './SignIn.tsx'
import { Phone } from './Today.tsx'
import { words } from './words.ts'

function Kept({ data }: { data: ReportData }) {
  return (
    <>
      <Marks form={data.form} />
      {data.kind ? <input type="hidden" name="kind" value={data.kind.key} /> : null}
    </>
  )
}

/** 信息有误,我要反映: what is wrong, how it is, look it over. One question a page; nothing is sent before the end. */
export function Report(data: ReportData) {
  const { locale, subsidy, step } = data
  const text = words.report
  return (
    <Layout site={data} here="progress" title={say(text.title, locale)}>
      <p className="lead">{say(text.about(subsidy.title), locale)}</p>
      <Wrong site={data} problem={data.problem} />
      {step === 'kind' ? <Kind data={data} /> : step === 'said' ? <Said data={data} /> : <LookOver data={data} />}
      <Phone site={data} />
    </Layout>
  )
}

function Kind({ data }: { data: ReportData }) {
  const { locale, subsidy, kinds, form, said } = data
  const text = words.report
  return (
    <form method="post" action={formAction(data, 'report', subsidy.id)}>
      <Marks form={form} />
      <input type="hidden" name="step" value="kind" />
      <input type="hidden" name="said" value={said} />
      <fieldset id="kind">
        <legend>{say(text.kind, locale)}</legend>
        {kinds.map(({ key, label }) => (
          <label key={key} className="pick">
            <input type="radio" name="kind" value={key} defaultChecked={data.kind?.key === key} />
            {say(label, locale)}
          </label>
        ))}
      </fieldset>
      <button className="main" type="submit">
        {say(words.signIn.go, locale)}
      </button>
    </form>
  )
}

function Said({ data }: { data: ReportData }) {
  const { locale, subsidy, said } = data
  const text = words.report
  return (
    <form method="post" action={formAction(data, 'report', subsidy.id)}>
      <Kept data={data} />
      <input type="hidden" name="step" value="said" />
      <Field
        site={data}
        name="said"
        label={say(text.said, locale)}
        example={say(text.saidExample, locale)}
        problem={null}
      >
        <textarea id="said" name="said" rows={5} maxLength={500} defaultValue={said} />
      </Field>
      <button className="main" type="submit">
        {say(words.signIn.go, locale)}
      </button>
    </form>
  )
}

function LookOver({ data }: { data: ReportData }) {
  const { locale, subsidy, kind, said } = data
  const text = words.report
  return (
    <form method="post" action={formAction(data, 'report', subsidy.id)}>
      <Kept data={data} />
      <input type="hidden" name="said" value={said} />
      <h2>{say(text.lookOver, locale)}</h2>
      <dl className="facts">
        <dt>{say(text.kind, locale)}</dt>
        <dd>{kind ? say(kind.label, locale) : ''}</dd>
        <dt>{say(text.said, locale)}</dt>
        <dd>{said}</dd>
      </dl>
      <button className="main" type="submit" name="step" value="send">
        {say(text.send, locale)}
      </button>
      <button type="submit" name="step" value="change">
        {say(text.change, locale)}
      </button>
    </form>
  )
}

/** A number, and what happens next. */
export function Reported(data: ReportedData) {
  const { locale, number, until, subsidyId } = data
  const text = words.report
  return (
    <Layout site={data} here="progress" title={say(text.done, locale)}>
      <div className="big">
        <span>{say(text.number, locale)}</span>
        <b>{number}</b>
      </div>
      <p>{say(text.next(sayDate(until, locale)), locale)}</p>
      <a className="btn" href={addressTo(data, 'progress', { id: subsidyId })}>
        {say(words.progress.title, locale)}
      </a>
      <Phone site={data} />
    </Layout>
  )
}
