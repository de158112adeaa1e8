import { Button } from 'antd'
import type { z } from 'zod'
import {
  GoLink,
  PageFrame,
  ProblemAlert,
  SentenceText,
  useCall,
  useFilters,
  useLocale,
  useViewer,
  usePageParams,
  useWords,
  Waiting,
} from '../../platform/ui/public.ts'
import { PrintButton } from './paper/PaperPanel.tsx'
import { SealedPanel } from './sealing/SealPanel.tsx'
import { type TrailStepShape, walkTrail } from './contract.ts'
import './trail.css'
import { linkTo, type Place, placeText, readWay, type Shown, shownOf, wayTo } from './walked.ts'
import { words } from './words.ts'

type Step = z.infer<typeof TrailStepShape>

/** One place on the way, by the title it has; the address alone tells where one came from. */
function Walked({ place, way }: { place: Place; way: readonly Place[] }) {
  const { data } = useCall(walkTrail, { params: place })
  return (
    <>
      <GoLink {...linkTo(place, way)}>{data ? <SentenceText sentence={data.title} /> : place.kind}</GoLink>
      {data ? <Says step={data} /> : null}
    </>
  )
}

function Way({ way, step }: { way: readonly Place[]; step: Step }) {
  const say = useWords(words)
  if (way.length === 0) return null
  return (
    <nav aria-label={say.walked}>
      <ol className="trail-way">
        {way.map((place, at) => (
          <li key={placeText(place)}>
            <Walked place={place} way={way.slice(0, at)} />
          </li>
        ))}
        <li aria-current="step">
          <SentenceText sentence={step.title} />
        </li>
      </ol>
    </nav>
  )
}

type SideProps = {
  heading: string
  hint: string
  nothing: string
  links: Step['restsOn']
  here: Place
  way: readonly Place[]
}

type Link = Step['restsOn'][number]
type At = Pick<SideProps, 'here' | 'way'>

function OneLink({ link, here, way }: At & { link: Link }) {
  return (
    <GoLink className="trail-step" {...linkTo(link, wayTo(way, here, link))}>
      <SentenceText sentence={link.title} />
    </GoLink>
  )
}

function Links({ links, ...at }: At & { links: readonly Shown<Link>[] }) {
  const say = useWords(words)
  return (
    <ul>
      {links.map(({ first, alike }) => (
        <li key={placeText(first)}>
          <OneLink link={first} {...at} />
          {alike.length > 0 ? (
            <details>
              <summary>{say.alike(alike.length)}</summary>
              <Links links={alike.map((link) => ({ first: link, alike: [] }))} {...at} />
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Side({ heading, hint, nothing, links, here, way }: SideProps) {
  const say = useWords(words)
  const { shown, rest } = shownOf(links)
  return (
    <section className="trail-side" aria-label={heading}>
      <h2>
        {heading} <small>{links.length > 1 ? `${hint} · ${say.links(links.length)}` : hint}</small>
      </h2>
      {links.length === 0 ? <p>{nothing}</p> : null}
      <Links links={shown} here={here} way={way} />
      {rest.length > 0 ? (
        <details>
          <summary>{say.more(rest.length)}</summary>
          <Links links={rest} here={here} way={way} />
        </details>
      ) : null}
    </section>
  )
}

/** What a step says, line by line. */
function Says({ step }: { step: Step }) {
  return (
    <dl className="trail-says">
      {step.says.map(({ label, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a step have no name of their own and never move
        <div key={at}>
          <dt>
            <SentenceText sentence={label} />
          </dt>
          <dd>
            <SentenceText sentence={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Walk({ place, way }: { place: Place; way: readonly Place[] }) {
  const say = useWords(words)
  const locale = useLocale()
  const { may } = useViewer()
  const { data, problem, retry } = useCall(walkTrail, { params: place })
  const step = data?.id === place.id && data.kind === place.kind ? data : undefined
  return (
    <PageFrame
      title={step ? step.title[locale] : say.title}
      crumbs={[{ label: say.start, to: '/' }]}
      meta={say.meta}
      actions={
        <>
          {may('finding.write') ? (
            <GoLink to="/findings/new" query={{ kind: place.kind, subject: place.id }}>
              {say.finding}
            </GoLink>
          ) : null}
          {step?.papers.map(({ title, ...paper }) => (
            <PrintButton key={paper.form} {...paper} size="middle" label={title[locale]} />
          ))}
          <Button onClick={() => window.print()}>{say.print}</Button>
        </>
      }
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!step && !problem ? <Waiting rows={8} /> : null}
      {step ? (
        <>
          <Way way={way} step={step} />
          <div className="trail">
            <Side
              heading={say.restsOn}
              hint={say.restsOnHint}
              nothing={say.first}
              links={step.restsOn}
              here={place}
              way={way}
            />
            <article className="trail-card">
              <Says step={step} />
              {step.sealed ? <SealedPanel kind={step.kind} id={step.id} seal={step.sealed.seal} /> : null}
            </article>
            <Side
              heading={say.leadsTo}
              hint={say.leadsToHint}
              nothing={say.last}
              links={step.leadsTo}
              here={place}
              way={way}
            />
          </div>
        </>
      ) : null}
    </PageFrame>
  )
}

/** Any step of the chain from a yuan to a sign-in; the way walked is kept in the address, so that it can be sent and printed. */
export default function TrailPage() {
  const place = usePageParams<'kind' | 'id'>()
  const { filters } = useFilters({ way: [] as readonly string[] })
  const { kind, id } = place
  // A new place is a new page: the heading is read out and the reader starts at the top.
  return <Walk key={`${kind}.${id}`} place={{ kind, id }} way={readWay(filters.way)} />
}
