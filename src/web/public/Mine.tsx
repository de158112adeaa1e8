import { say } from '../../platform/contract/public.ts'
import { sayDate } from '../../platform/ui/civilDates.ts'
import { addressTo } from './addresses.ts'
import type { CorrectData, CorrectedData, MineData, MineFileData, MineShown, Site } from './data.ts'
import { Layout } from './Layout.tsx'
import { SignOut } from './Progress.tsx'
import { Field, Marks, Wrong } from './SignIn.tsx'
import { Phone } from './Today.tsx'
import { words } from './words.ts'

const text = words.mine

function Held({ site: { locale }, held }: { site: Site; held: MineShown['held'] }) {
  return (
    <>
      <h2>{say(text.held, locale)}</h2>
      <ul>
        {held.map(({ what, value, from, why, basis, until }, nth) => (
          // Two values may read alike; they never change places.
          <li key={nth} className="card">
            <b>{say(what, locale)}</b>
            <div>{say(value, locale)}</div>
            <details>
              <summary>
                {say(text.from, locale)}
                {say(from, locale)}
              </summary>
              <small>
                {say(text.why, locale)}
                {say(why, locale)}
              </small>
              <small>
                {say(text.basis, locale)}
                {say(basis, locale)}
              </small>
              <small>
                {say(text.until, locale)}
                {say(until, locale)}
              </small>
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}

function Looked({ site: { locale }, looked }: { site: Site; looked: MineShown['looked'] }) {
  return (
    <>
      <h2>{say(text.looked, locale)}</h2>
      <p>
        <small>{say(text.lookedNote, locale)}</small>
      </p>
      {looked.length === 0 ? <p>{say(text.nobody, locale)}</p> : null}
      <ul>
        {looked.map(({ id, on, post, what }) => (
          <li key={id}>
            {say(post, locale)} {say(what, locale)}
            <small>{sayDate(on, locale)}</small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Corrections({ site: { locale }, corrections }: { site: Site; corrections: MineShown['corrections'] }) {
  if (corrections.length === 0) return null
  return (
    <>
      <h2>{say(text.corrections, locale)}</h2>
      <ul>
        {corrections.map(({ number, item, shouldBe, on, until, state, isOpen, answer }) => (
          <li key={number} className="card">
            <b>{say(item, locale)}</b> <span className="tag">{say(state, locale)}</span>
            <div>
              {say(text.shouldBe, locale)}
              {shouldBe}
            </div>
            <small>
              {number} · {sayDate(on, locale)}
            </small>
            {answer === null ? null : (
              <p>
                {say(text.answer, locale)}
                {answer}
              </p>
            )}
            {isOpen ? <p>{say(text.waits(sayDate(until, locale)), locale)}</p> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** 我的信息: what the county holds of me, from where, for what, how long, and who looked. */
export function Mine(data: MineData) {
  const { locale, mine, form } = data
  return (
    <Layout site={data} here="mine" title={say(text.title, locale)}>
      <p>
        <a className="back" href={addressTo(data, 'progress')}>
          ‹ {say(words.progress.backToMine, locale)}
        </a>
      </p>
      <p className="lead">
        {mine.name} · {say(text.lead, locale)}
      </p>
      <a className="btn" href={addressTo(data, 'correct')}>
        {say(text.correct, locale)}
      </a>
      <Corrections site={data} corrections={mine.corrections} />
      <Held site={data} held={mine.held} />
      <Looked site={data} looked={mine.looked} />
      <h2>{say(text.download, locale)}</h2>
      <a className="btn" href={addressTo(data, 'mine', { id: 'page' })}>
        {say(text.asPage, locale)}
      </a>
      <a className="btn" href={addressTo(data, 'mine', { id: 'data' })}>
        {say(text.asData, locale)}
      </a>
      <SignOut site={data} form={form} />
      <Phone site={data} />
    </Layout>
  )
}

/** The same as a file: nothing in it leads anywhere but to the bureau's telephone. */
export function MineFile(data: MineFileData) {
  const { locale, mine, madeOn } = data
  return (
    <Layout site={data} here="mine" title={say(text.title, locale)}>
      <p className="lead">
        {mine.name} · {say(text.madeOn(sayDate(madeOn, locale)), locale)}
      </p>
      <Corrections site={data} corrections={mine.corrections} />
      <Held site={data} held={mine.held} />
      <Looked site={data} looked={mine.looked} />
      <Phone site={data} />
    </Layout>
  )
}

/** 申请更正: which value, what it should be, why, and a paper where there is one. */
export function Correct(data: CorrectData) {
  const { locale, form, items, typed, problem } = data
  const asked = words.correct
  const problemOf = (name: string) => (problem?.field === name ? problem : null)
  return (
    <Layout site={data} here="correct" title={say(asked.title, locale)}>
      <p>
        <a className="back" href={addressTo(data, 'mine')}>
          ‹ {say(text.back, locale)}
        </a>
      </p>
      <Wrong site={data} problem={problem} />
      <form method="post" action={addressTo(data, 'correct')} encType="multipart/form-data">
        <Marks form={form} />
        <fieldset id="item">
          <legend>{say(asked.item, locale)}</legend>
          {items.map(({ key, label }) => (
            <label key={key} className="pick">
              <input type="radio" name="item" value={key} defaultChecked={typed.item === key} />
              {say(label, locale)}
            </label>
          ))}
        </fieldset>
        <Field
          site={data}
          name="shouldBe"
          label={say(asked.shouldBe, locale)}
          example={say(asked.shouldBeExample, locale)}
          problem={problemOf('shouldBe')}
        >
          <input id="shouldBe" name="shouldBe" type="text" maxLength={200} defaultValue={typed.shouldBe} />
        </Field>
        <Field
          site={data}
          name="why"
          label={say(asked.why, locale)}
          example={say(asked.whyExample, locale)}
          problem={problemOf('why')}
        >
          <textarea id="why" name="why" rows={4} maxLength={500} defaultValue={typed.why} />
        </Field>
        <Field
          site={data}
          name="paper"
          label={say(asked.paper, locale)}
          example={say(asked.paperExample, locale)}
          problem={problemOf('paper')}
        >
          <input id="paper" name="paper" type="file" accept="image/png,image/jpeg,application/pdf" />
        </Field>
        <p>
          <small>{say(asked.note, locale)}</small>
        </p>
        <button className="main" type="submit">
          {say(asked.send, locale)}
        </button>
      </form>
      <Phone site={data} />
    </Layout>
  )
}

/** A number, and what happens next. */
export function Corrected(data: CorrectedData) {
  const { locale, number, until } = data
  const asked = words.correct
  return (
    <Layout site={data} here="correct" title={say(asked.done, locale)}>
      <div className="big">
        <span>{say(asked.number, locale)}</span>
        <b>{number}</b>
      </div>
      <p>{say(asked.next(sayDate(until, locale)), locale)}</p>
      <a className="btn" href={addressTo(data, 'mine')}>
        {say(text.title, locale)}
      </a>
      <Phone site={data} />
    </Layout>
  )
}
