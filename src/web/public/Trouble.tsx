import { say } from '../../platform/contract/public.ts'
import { telephone } from './addresses.ts'
import type { TroubleData } from './data.ts'
import { Head } from './Layout.tsx'
import { words } from './words.ts'

/** Something of ours does not work: what to do, and a human's phone. Made without the database, which may be what is away. */
export function Trouble({ locale, elder, districts, sentence, again, number }: TroubleData) {
  const title = say(words.trouble.title, locale)
  return (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'} className={elder ? 'elder' : undefined}>
      <Head title={`${title} · ${say(words.productName, locale)}`} elder={elder} />
      <body>
        <main>
          <h1>{title}</h1>
          <p className="lead">{say(sentence, locale)}</p>
          {number ? <p>{say(words.trouble.number(number), locale)}</p> : null}
          <a className="go first" href={again}>
            <b>{say(words.trouble.again, locale)}</b>
          </a>
          <h2>{say(words.trouble.orCall, locale)}</h2>
          <ul className="links">
            {districts.map(({ code, bureau, phone }) => (
              <li key={code}>
                {say(bureau, locale)} <a href={telephone(phone)}>{phone}</a>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  )
}
