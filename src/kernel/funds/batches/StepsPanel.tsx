import { ParcelProgress, type ParcelStep, useLocale, useViewer, useWords } from '../../../platform/ui/public.ts'
import { civilDateOf, clockTimeOf } from '../../values/public.ts'
import { BankFileButton } from './BankPanel.tsx'
import './batches.css'
import type { BatchDetail } from './contract.ts'
import { words } from './words.ts'

const instant = (at: string) => `${civilDateOf(new Date(at))} ${clockTimeOf(new Date(at))}`

/** The four steps of every batch, by the act that is kept of each. */
const STEPS = ['batch.made', 'batch.signed', 'batch.exported', 'batch.return-file-applied'] as const

function WhoDidWhat({ detail }: { detail: BatchDetail }) {
  const say = useWords(words)
  const locale = useLocale()
  const done = (act: string) => detail.done.find((each) => each.act === act)
  const next = STEPS.find((act) => !done(act))
  const steps = STEPS.map((act): ParcelStep => {
    const by = done(act)
    return {
      key: act,
      title: words.acts[act]?.[locale] ?? act,
      note: by ? `${by.post[locale]} ${by.name} · ${instant(by.at)}` : null,
      state: by ? 'done' : act === next ? 'now' : 'next',
    }
  })
  const downloads = detail.done.filter((each) => !STEPS.some((act) => act === each.act))
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
