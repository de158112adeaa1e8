import { ParcelProgress, type ParcelStep, useLocale, useViewer, useWords } from '../../../platform/ui/public.ts'
import { civilDateOf, clockTimeOf } from '../../values/public.ts'
import { BankFileButton } from './BankPanel.tsx'
import './batches.css'
import type { BatchDetail } from './contract.ts'
import { hasBankFile } from './rules.ts'
import { words } from './words.ts'

const instant = (at: string) => `${civilDateOf(new Date(at))} ${clockTimeOf(new Date(at))}`

/** The steps of every batch, by the act that is kept of each; two people sign. */
const STEPS = ['batch.made', 'batch.signed', 'batch.signed', 'batch.exported', 'batch.return-file-applied'] as const

function WhoDidWhat({ detail }: { detail: BatchDetail }) {
  const say = useWords(words)
  const locale = useLocale()
  // What went to the bank when one signature was enough has no second one to wait for.
  const path = hasBankFile(detail.batch.status) && detail.signatures.length === 1 ? STEPS.toSpliced(2, 1) : STEPS
  const nthOf = (at: number) => path.slice(0, at).filter((act) => act === path[at]).length
  const done = (at: number) => detail.done.filter((each) => each.act === path[at])[nthOf(at)]
  const withdrawn = detail.done.find((each) => each.act === 'batch.withdrawn')
  const next = path.findIndex((_, at) => !done(at))
  // What was not done to a batch that was withdrawn will not be.
  const walked = withdrawn ? path.filter((_, at) => done(at)) : path
  const steps = walked.map((act, at): ParcelStep => {
    const by = done(at)
    return {
      key: `${act}-${nthOf(at)}`,
      title: act === 'batch.signed' ? say.signatureOf(nthOf(at) + 1) : (words.acts[act]?.[locale] ?? act),
      note: by ? `${by.post[locale]} ${by.name} · ${instant(by.at)}` : null,
      state: by ? 'done' : at === next ? 'now' : 'next',
    }
  })
  if (withdrawn)
    steps.push({
      key: withdrawn.id,
      title: say.withdraw,
      note: `${withdrawn.post[locale]} ${withdrawn.name} · ${instant(withdrawn.at)}`,
      state: 'stopped',
    })
  const downloads = detail.done.filter((each) => each.act === 'batch.bank-file-downloaded')
  return (
    <>
      <h2>{say.who}</h2>
      <ParcelProgress label={say.who} steps={steps} />
      {downloads.length > 0 ? (
        <details>
          <summary>{say.downloads(downloads.length)}</summary>
          <ul>
            {downloads.map((each) => (
              <li key={each.id} className="sj-meta">
                {each.post[locale]} {each.name} · {instant(each.at)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

function Hashes({ detail }: { detail: BatchDetail }) {
  const say = useWords(words)
  const rows = [
    { key: 'content', name: say.hash, sha256: detail.batch.contentSha256 },
    ...detail.files.map((file) => ({
      key: file.id,
      name: `${file.kind === 'bank-file' ? say.bankFile : say.returnFile} ${file.name}`,
      sha256: file.sha256,
    })),
  ]
  return (
    <>
      <h2>{say.fingerprints}</h2>
      <dl className="batch-hashes">
        {rows.map((row) => (
          <div key={row.key}>
            <dt>{row.name}</dt>
            <dd>
              <code>{row.sha256}</code>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Who did what to the batch and when, beside the fingerprints of what they did it to. */
export function StepsPanel({ detail }: { detail: BatchDetail }) {
  const { may } = useViewer()
  return (
    <div className="batch-about">
      <section>
        <WhoDidWhat detail={detail} />
      </section>
      <section>
        <Hashes detail={detail} />
        {may('batch.export') ? <BankFileButton detail={detail} /> : null}
      </section>
    </div>
  )
}
