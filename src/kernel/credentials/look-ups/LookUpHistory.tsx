import { CivilDate, GoLink, useLocale, useWords } from '../../../platform/ui/public.ts'
import { civilDateOf, clockTimeOf } from '../../values/public.ts'
import type { LookUpDone } from './contract.ts'
import { ScreenshotOpener } from './ScreenshotOpener.tsx'
import { words } from './words.ts'

const instant = (at: string) => `${civilDateOf(new Date(at))} ${clockTimeOf(new Date(at))}`

/** Every look-up of the class, the newest first, with its screenshots. */
export function LookUpHistory({ lookUps }: { lookUps: readonly LookUpDone[] }) {
  const say = useWords(words)
  const locale = useLocale()
  return (
    <section aria-label={say.history}>
      <h2>{say.history}</h2>
      {lookUps.length === 0 ? <p className="sj-meta">{say.noHistory}</p> : null}
      <ul className="look-up-history">
        {lookUps.map((lookUp) => (
          <li key={lookUp.id}>
            <b>
              <CivilDate date={lookUp.lookedOn} /> · {lookUp.site[locale]}
            </b>{' '}
            <span className="sj-num">{say.line(lookUp.agreeing, lookUp.differing, lookUp.missing)}</span>{' '}
            <span className="sj-meta">
              {lookUp.post[locale]} {lookUp.by} · {instant(lookUp.at)}
            </span>{' '}
            <GoLink to={`/trail/certificate-look-up/${lookUp.id}`}>{say.trail} ▸</GoLink>
            <div>
              {lookUp.screenshots.map((screenshot) => (
                <ScreenshotOpener key={screenshot.id} screenshot={screenshot} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
