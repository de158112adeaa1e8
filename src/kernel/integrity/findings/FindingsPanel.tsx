import { GoLink, StateTag, useListing, useViewer, useWords } from '../../../platform/ui/public.ts'
import { listFindings, writeFinding } from './contract.ts'
import { pageWords } from './page-words.ts'
import { STATE_TONES } from './tones.ts'
import { words } from './words.ts'

type PanelProps = { readonly kind: string; readonly subjectId: string }

/** What the auditor found about this record; absent where there is nothing to say, and for organisations. */
export function FindingsPanel(props: PanelProps) {
  const { may } = useViewer()
  return may(listFindings.may) ? <Findings {...props} /> : null
}

function Findings({ kind, subjectId }: PanelProps) {
  const say = { ...useWords(words), ...useWords(pageWords) }
  const { may } = useViewer()
  const { rows } = useListing(listFindings, { query: { kind, subject: subjectId } })
  const writes = may(writeFinding.may)
  if (!writes && !rows?.length) return null
  return (
    <section aria-label={say.title}>
      <h2>{say.title}</h2>
      <ul>
        {rows?.map((row) => (
          <li key={row.id}>
            <GoLink to={`/findings/${row.id}`}>{row.number}</GoLink>{' '}
            <StateTag tone={STATE_TONES[row.state]}>{say.states[row.state]}</StateTag>{' '}
            {row.overdue ? <StateTag tone="refused">{say.overdue}</StateTag> : null} {row.found}
          </li>
        ))}
      </ul>
      {writes ? (
        <GoLink to="/findings/new" query={{ kind, subject: subjectId }}>
          {say.write}
        </GoLink>
      ) : null}
    </section>
  )
}
