import type { Sentence } from '../../../platform/contract/public.ts'
import type { Told } from '../timelines/timelines.ts'
import type { TrailLink, TrailPlace, TrailStep } from '../trails.ts'
import { Both, documentOf } from './Document.html.tsx'
import { FileLines, FileList, FilesLeftOut } from './Files.html.tsx'
import type { ArchivedFile, Files } from './files.ts'
import {
  type ArchiveOf,
  type ArchivePlace,
  byKind,
  isNamedOnly,
  isOwn,
  LISTED_ON_THE_INDEX,
  timeThere,
} from './rules.ts'
import { KIND_NAMES, pageWords as words } from './words.ts'

export type ProofState = 'proved' | 'not-yet' | 'differs' | 'none'

type StepPage = {
  readonly step: TrailStep
  readonly about: ArchivePlace
  /** The page of a step, from here; undefined where it is not in the archive. */
  readonly pageOf: (link: TrailLink) => string | undefined
  readonly files: readonly ArchivedFile[]
  readonly proof: ProofState
  readonly proofFile: string
}

type LinksShown = {
  readonly title: Sentence
  readonly links: readonly TrailLink[]
  /** Whether what is only named is: of a step that others have part in, it may be about them. */
  readonly isOwn: boolean
  readonly pageOf: StepPage['pageOf']
}

function Links({ title, links, isOwn: own, pageOf }: LinksShown) {
  const here = links.filter((link) => pageOf(link) !== undefined)
  const named = own ? links.filter(isNamedOnly) : []
  const elsewhere = links.length - here.length - named.length
  if (links.length === 0) return null
  return (
    <>
      <h2>
        <Both of={title} />
      </h2>
      <ul>
        {here.map((link) => (
          <li key={`${link.kind}.${link.id}`}>
            <a href={pageOf(link)}>
              <Both of={link.title} />
            </a>
          </li>
        ))}
        {[...counted(named)].map(([title, { link, times }]) => (
          <li key={title}>
            <Both of={link.title} />
            {times > 1 ? ` ×${times}` : ''}
          </li>
        ))}
        {elsewhere > 0 ? (
          <li>
            <Both of={words.elsewhere(elsewhere)} />
          </li>
        ) : null}
      </ul>
    </>
  )
}

/** Links that read alike, once, and how often. */
function counted(links: readonly TrailLink[]): Map<string, { link: TrailLink; times: number }> {
  const known = new Map<string, { link: TrailLink; times: number }>()
  for (const link of links) known.set(link.title.zh, { link, times: (known.get(link.title.zh)?.times ?? 0) + 1 })
  return known
}

function Rows({ rows }: { rows: TrailStep['says'] }) {
  return (
    <table>
      <tbody>
        {rows.map(({ label, value }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed row never moves
          <tr key={at}>
            <th scope="row">
              <Both of={label} />
            </th>
            <td>
              <Both of={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What happened, newest first, each leading to its record. */
export function timelinePage(
  entries: readonly Told[],
  pageOf: (place: TrailPlace | null) => string | undefined,
): string {
  return documentOf(
    words.timeline,
    <>
      <p>
        <a href="index.html">
          <Both of={words.back} />
        </a>
      </p>
      <h1>
        <Both of={words.timeline} />
      </h1>
      <ol className="timeline">
        {entries.map(({ id, kind, at, title, says, opens }) => (
          <li key={`${kind}.${id}`}>
            <small>{timeThere(at)}</small>{' '}
            {pageOf(opens) === undefined ? (
              <Both of={title} />
            ) : (
              <a href={pageOf(opens)}>
                <Both of={title} />
              </a>
            )}
            {says ? (
              <div>
                <Both of={says} />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </>,
  )
}

/** One step of the trail, as it is read on the platform. */
export function stepPage({ step, about, pageOf, files, proof, proofFile }: StepPage): string {
  const own = isOwn(about, step.kind)
  return documentOf(
    step.title,
    <>
      <p>
        <a href="../index.html">
          <Both of={words.back} />
        </a>
      </p>
      <h1>
        <Both of={step.title} />
      </h1>
      <Rows rows={step.says} />
      {files.length > 0 ? (
        <>
          <h2>
            <Both of={words.files} />
          </h2>
          <FileLines files={files} up="../" />
        </>
      ) : null}
      <Links title={words.restsOn} links={step.restsOn} isOwn={own} pageOf={pageOf} />
      <Links title={words.leadsTo} links={step.leadsTo} isOwn={own} pageOf={pageOf} />
      <h2>
        <Both of={words.proof} />
      </h2>
      <p className={proof === 'differs' ? 'wrong' : undefined}>
        {proof === 'proved' ? (
          <a href={`../${proofFile}`}>{proofFile}</a>
        ) : (
          <Both of={proof === 'not-yet' ? words.notYet : proof === 'differs' ? words.differs : words.noProof} />
        )}
      </p>
      <p>
        <small>
          {step.kind} {step.id}
        </small>
      </p>
    </>,
  )
}

/** A paper of the file: where it is in the archive, or what is said of one that is not. */
export type ArchivedPaper = { readonly title: string; readonly file: string | null; readonly remark: Sentence | null }

/** All steps of a kind, where the index does not name them one by one. */
export function listPage(kind: string, steps: readonly TrailStep[], pageOf: (step: TrailStep) => string): string {
  const title = kindName(kind)
  return documentOf(
    title,
    <>
      <p>
        <a href="../index.html">
          <Both of={words.back} />
        </a>
      </p>
      <h1>
        <Both of={title} /> <small>{steps.length}</small>
      </h1>
      <Steps steps={steps} pageOf={(step) => `../${pageOf(step)}`} />
    </>,
  )
}

const kindName = (kind: string): Sentence => KIND_NAMES[kind] ?? { zh: kind, en: kind }

function Steps({ steps, pageOf }: { steps: readonly TrailStep[]; pageOf: (step: TrailStep) => string }) {
  return (
    <ul>
      {steps.map((step) => (
        <li key={step.id}>
          <a href={pageOf(step)}>
            <Both of={step.title} />
          </a>
        </li>
      ))}
    </ul>
  )
}

export type Index = {
  readonly title: Sentence
  readonly of: ArchiveOf
  readonly inFull: boolean
  /** What is held of the subject itself. */
  readonly says: TrailStep['says']
  /** How many entries its timeline has; none: it has no timeline. */
  readonly entries: number
  readonly about: readonly { readonly label: Sentence; readonly value: Sentence }[]
  readonly isCut: number | null
  readonly papers: readonly ArchivedPaper[]
  readonly files: Pick<Files, 'listed' | 'ofOthers'>
  /** Scans and files that are not in it because it would hold too many bytes. */
  readonly tooMuch: { readonly count: number; readonly bytes: number }
  readonly tables: readonly string[]
  readonly steps: readonly TrailStep[]
  readonly pageOf: (step: TrailStep) => string
}

const TABLES: Readonly<Record<string, Sentence>> = {
  files: words.files,
  links: words.links,
  named: words.named,
  timeline: words.timeline,
}

/** The first page: what this is, how it is checked, and the way to everything in it. */
export function indexPage(index: Index): string {
  const kinds = [...byKind(index.steps)]
  return documentOf(
    index.title,
    <>
      <h1>
        <Both of={words.archive} />: <Both of={index.title} />
      </h1>
      {[words.opens, index.inFull ? words.inFull : words.masked, words.shared[index.of], words.onlyNamed].map(
        (each) => (
          <p key={each.en}>
            <Both of={each} />
          </p>
        ),
      )}
      {index.isCut === null ? null : (
        <p className="wrong">
          <Both of={words.cut(index.isCut)} />
        </p>
      )}
      <FilesLeftOut tooMuch={index.tooMuch} />
      {index.says.length > 0 ? <Rows rows={index.says} /> : null}
      <Rows rows={index.about} />
      {index.entries > 0 ? (
        <p>
          <a href="timeline.html">
            <Both of={words.timelineOf(index.entries)} />
          </a>
        </p>
      ) : null}
      <h2>
        <Both of={words.check} />
      </h2>
      <p>
        <Both of={words.checkManifest} /> <a href="manifest.json">manifest.json</a>
      </p>
      <p>
        <Both of={words.checkAll} />
      </p>
      <p>
        <code>node check/check-archive.mjs</code>
      </p>
      <p>
        <Both of={words.checkByHand} />
      </p>
      <p>
        <Both of={words.checkpoints} /> <a href="proofs/checkpoints.txt">checkpoints.txt</a>{' '}
        <a href="proofs/public-keys.txt">public-keys.txt</a> <a href="check/check-archive.mjs">check-archive.mjs</a>{' '}
        <a href="check/check-proof.mjs">check-proof.mjs</a>
      </p>
      {index.papers.length > 0 ? (
        <h2>
          <Both of={words.papers} />
        </h2>
      ) : null}
      <ol>
        {index.papers.map(({ title, file, remark }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed row never moves
          <li key={at}>
            {file === null ? title : <a href={file}>{title}</a>} {remark ? <Both of={remark} /> : null}
          </li>
        ))}
      </ol>
      <FileList files={index.files} />
      <h2>
        <Both of={words.tables} />
      </h2>
      <ul>
        {index.tables.map((table) => (
          <li key={table}>
            <Both of={TABLES[table] ?? kindName(table)} />: <a href={`tables/${table}.csv`}>CSV</a>{' '}
            <a href={`tables/${table}.json`}>JSON</a>
          </li>
        ))}
      </ul>
      <h2>
        <Both of={words.steps} />
      </h2>
      {kinds.map(([kind, steps]) => (
        <section key={kind}>
          <h3>
            <Both of={kindName(kind)} /> <small>{steps.length}</small>
          </h3>
          {steps.length > LISTED_ON_THE_INDEX ? (
            <p>
              <a href={`lists/${kind}.html`}>
                <Both of={words.listed(steps.length)} />
              </a>
            </p>
          ) : (
            <Steps steps={steps} pageOf={index.pageOf} />
          )}
        </section>
      ))}
    </>,
  )
}
