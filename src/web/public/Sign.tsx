import { say } from '../../platform/contract/public.ts'
import { addressTo } from './addresses.ts'
import type {
  AskCodeData,
  AskPhoneData,
  SignDigitsData,
  SignDoneData,
  SignFor,
  SignPhoneData,
  SignRefusedData,
  SignSelfData,
  SignSmsData,
  Site,
} from './data.ts'
import { Layout } from './Layout.tsx'
import { CodeField, Field, formAction, Marks, PhoneField, Wrong } from './SignIn.tsx'
import { words } from './words.ts'

const text = words.sign

function What({ site, sign, name }: { site: Site; sign: SignFor; name?: string }) {
  const { locale } = site
  return (
    <dl className="facts">
      {name ? (
        <>
          <dt>{say(text.you, locale)}</dt>
          <dd>{name}</dd>
        </>
      ) : null}
      <dt>{say(text.class, locale)}</dt>
      <dd>{say(sign.classTitle, locale)}</dd>
      <dt>{say(text.session, locale)}</dt>
      <dd>{say(sign.when, locale)}</dd>
    </dl>
  )
}

function NoPhone({ site }: { site: Site }) {
  return <p className="plain">{say(text.noPhone, site.locale)}</p>
}

/** 上课签到 by six digits, for who cannot scan. */
export function SignDigits(data: SignDigitsData) {
  const { locale, form, typed, problem } = data
  return (
    <Layout site={data} here="sign" title={say(text.title, locale)}>
      <p className="lead">{say(text.lead, locale)}</p>
      <Wrong site={data} problem={problem} />
      <form method="post" action={addressTo(data, 'sign')}>
        <Marks form={form} />
        <Field
          site={data}
          name="digits"
          label={say(text.digits, locale)}
          example={say(text.digitsExample, locale)}
          problem={null}
        >
          <input
            id="digits"
            name="digits"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            className="num"
            maxLength={12}
            defaultValue={typed}
            aria-invalid={problem ? true : undefined}
          />
        </Field>
        <button className="main" type="submit">
          {say(text.go, locale)}
        </button>
      </form>
      <NoPhone site={data} />
    </Layout>
  )
}

/** The phone is known for this class: one button. */
export function SignSelf(data: SignSelfData) {
  const { locale, form, ticket, sign, name } = data
  return (
    <Layout site={data} here="sign" title={say(text.titles[sign.kind], locale)}>
      <What site={data} sign={sign} name={name} />
      <form method="post" action={formAction(data, 'sign', 'me')}>
        <Marks form={form} />
        <input type="hidden" name="ticket" value={ticket} />
        <button className="main" type="submit">
          {say(text.now[sign.kind], locale)}
        </button>
      </form>
      <form method="post" action={formAction(data, 'sign', 'not-me')}>
        <Marks form={form} />
        <input type="hidden" name="ticket" value={ticket} />
        <button className="plainly" type="submit">
          {say(text.notMe, locale)}
        </button>
      </form>
    </Layout>
  )
}

/** Whose phone it is: the number given at enrolment. */
export function SignPhone(data: SignPhoneData) {
  const { locale, form, problem, ticket, sign } = data
  return (
    <Layout site={data} here="sign" title={say(text.who, locale)}>
      <What site={data} sign={sign} />
      <p className="lead">{say(text.whoLead, locale)}</p>
      <Wrong site={data} problem={problem} />
      <form method="post" action={formAction(data, 'sign', 'phone')}>
        <Marks form={form} />
        <input type="hidden" name="ticket" value={ticket} />
        <PhoneField {...(data satisfies AskPhoneData)} />
        <button className="main" type="submit">
          {say(words.signIn.getCode, locale)}
        </button>
      </form>
      <NoPhone site={data} />
    </Layout>
  )
}

/** The code of the message; where a family shares the phone, which of them it is. */
export function SignSms(data: SignSmsData) {
  const { locale, form, ask, shownCode, asksWho, problem, ticket, sign } = data
  const own = words.signIn
  return (
    <Layout site={data} here="sign" title={say(asksWho ? own.whoTitle : own.codeTitle, locale)}>
      {shownCode ? <p className="plain">{say(own.demo(shownCode), locale)}</p> : null}
      <p className="lead">{say(asksWho ? own.who : own.sent, locale)}</p>
      <Wrong site={data} problem={problem} />
      <form method="post" action={formAction(data, 'sign', 'code')}>
        <Marks form={form} />
        <input type="hidden" name="ticket" value={ticket} />
        <input type="hidden" name="ask" value={ask} />
        <CodeField {...(data satisfies AskCodeData)} />
        <button className="main" type="submit">
          {say(text.now[sign.kind], locale)}
        </button>
      </form>
      <NoPhone site={data} />
    </Layout>
  )
}

/** Signed, or signed before. */
export function SignDone(data: SignDoneData) {
  const { locale, sign, name, at, minutesLate, before } = data
  return (
    <Layout site={data} here="sign" title={say((before ? text.before : text.done)[sign.kind], locale)}>
      <p className="big">
        <span>{name}</span>
        <b>{at}</b>
        {minutesLate > 0 ? <span>{say(text.late(minutesLate), locale)}</span> : null}
      </p>
      <What site={data} sign={sign} />
      <p className="lead">{say(before ? text.beforeNote : text.close, locale)}</p>
    </Layout>
  )
}

/** Not signed, why, and what to do. */
export function SignRefused(data: SignRefusedData) {
  const { locale, sentence } = data
  return (
    <Layout site={data} here="sign" title={say(text.refused, locale)}>
      <div className="wrong" role="alert">
        <b>{say(sentence, locale)}</b>
      </div>
      <p>
        <a className="btn" href={addressTo(data, 'sign')}>
          {say(text.typeDigits, locale)}
        </a>
      </p>
      <NoPhone site={data} />
    </Layout>
  )
}
