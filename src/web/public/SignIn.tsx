import type { ReactNode } from 'react'
import { say } from '../../platform/contract/public.ts'
import { addressTo, type PublicPath } from './addresses.ts'
import type { AskCodeData, AskPhoneData, FieldProblem, FormMarks, Site } from './data.ts'
import { Layout } from './Layout.tsx'
import { Phone } from './Today.tsx'
import { words } from './words.ts'

/** The address a form is sent to, which keeps the language and the larger letters. */
export const formAction = (site: Site, path: PublicPath, id: string): string => addressTo(site, path, { id })

export function Marks({ form }: { form: FormMarks }) {
  return (
    <>
      <input type="hidden" name="token" value={form.token} />
      <input type="hidden" name="key" value={form.key} />
      {form.to ? <input type="hidden" name="to" value={form.to} /> : null}
    </>
  )
}

/** Errors are summed up on top, linked to their field. */
export function Wrong({ site, problem }: { site: Site; problem: FieldProblem | null }) {
  if (!problem) return null
  return (
    <div className="wrong" role="alert">
      <b>{say(words.signIn.problems, site.locale)}</b>
      <a href={`#${problem.field}`}>{say(problem.problem, site.locale)}</a>
    </div>
  )
}

type FieldProps = {
  site: Site
  name: FieldProblem['field']
  label: string
  example: string
  problem: FieldProblem | null
  children: ReactNode
}

export function Field({ site, name, label, example, problem, children }: FieldProps) {
  const isWrong = problem?.field === name
  return (
    <>
      <label htmlFor={name}>
        {label}
        <span className="eg">{example}</span>
      </label>
      {isWrong ? <p className="wrong">{say(problem.problem, site.locale)}</p> : null}
      {children}
    </>
  )
}

/** The phone by which somebody is known. */
export function PhoneField(data: AskPhoneData) {
  const { locale, typed, problem } = data
  const text = words.signIn
  return (
    <Field
      site={data}
      name="phone"
      label={say(text.phone, locale)}
      example={say(text.phoneExample, locale)}
      problem={null}
    >
      <input
        id="phone"
        name="phone"
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        className="num"
        maxLength={30}
        defaultValue={typed}
        aria-invalid={problem ? true : undefined}
      />
    </Field>
  )
}

/** The code of the message, or who of several it is. */
export function CodeField(data: AskCodeData) {
  const { locale, code, asksWho } = data
  const text = words.signIn
  return asksWho ? (
    <>
      <input type="hidden" name="code" value={code} />
      <Field
        site={data}
        name="ending"
        label={say(text.ending, locale)}
        example={say(text.endingExample, locale)}
        problem={null}
      >
        <input id="ending" name="ending" type="text" className="num" maxLength={4} autoComplete="off" />
      </Field>
    </>
  ) : (
    <Field site={data} name="code" label={say(text.code, locale)} example={say(text.nobody, locale)} problem={null}>
      <input
        id="code"
        name="code"
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        className="num"
        maxLength={12}
      />
    </Field>
  )
}

/** 查我的补贴: one question, the phone. Somebody is asked who they are at the moment of need and not before. */
export function AskPhone(data: AskPhoneData) {
  const { locale, form, problem } = data
  const text = words.signIn
  return (
    <Layout site={data} here="progress" title={say(text.title, locale)}>
      <p className="lead">{say(text.needs, locale)}</p>
      <Wrong site={data} problem={problem} />
      <form method="post" action={formAction(data, 'signIn', 'code')}>
        <Marks form={form} />
        <PhoneField {...data} />
        <button className="main" type="submit">
          {say(text.getCode, locale)}
        </button>
      </form>
      <Phone site={data} />
    </Layout>
  )
}

/** The code of the message; where a family shares the phone, whose subsidy it is. */
export function AskCode(data: AskCodeData) {
  const { locale, form, ask, shownCode, asksWho, problem } = data
  const text = words.signIn
  return (
    <Layout site={data} here="progress" title={say(asksWho ? text.whoTitle : text.codeTitle, locale)}>
      {shownCode ? <p className="plain">{say(text.demo(shownCode), locale)}</p> : null}
      <p className="lead">{say(asksWho ? text.who : text.sent, locale)}</p>
      <Wrong site={data} problem={problem} />
      <form method="post" action={formAction(data, 'signIn', 'go')}>
        <Marks form={form} />
        <input type="hidden" name="ask" value={ask} />
        <CodeField {...data} />
        <button className="main" type="submit">
          {say(text.go, locale)}
        </button>
      </form>
      <p>
        <a className="back" href={form.to ?? addressTo(data, 'signIn')}>
          {say(text.again, locale)}
        </a>
      </p>
      <Phone site={data} />
    </Layout>
  )
}
