import type { Sentence } from '../../../platform/contract/public.ts'
import { Callout, GoLink, SentenceText, useViewer, useWords } from '../../../platform/ui/public.ts'
import { pageWords } from './words.ts'

type Frozen = {
  readonly claimNumber?: string
  readonly caseId: string
  readonly number: string
  readonly sentence: Sentence
}

/** What cannot go on because of which suspicion case; whoever may read the case goes there, the provider to its own. */
export function FrozenCallout({ frozen }: { frozen: readonly Frozen[] }) {
  const say = useWords(pageWords)
  const { may } = useViewer()
  if (frozen.length === 0) return null
  const cases = [...new Map(frozen.map((each) => [each.caseId, each])).values()]
  const way = (caseId: string) => (may('case.read') ? `/cases/${caseId}` : may('case.reply') ? '/cases/own' : null)
  return (
    <Callout
      tone="refused"
      title={say.frozen}
      evidence={cases.flatMap(({ caseId, number }) => {
        const to = way(caseId)
        return to
          ? [
              <GoLink key={caseId} to={to}>
                {say.look(number)} ▸
              </GoLink>,
            ]
          : []
      })}
    >
      <ul className="claim-told">
        {frozen.map(({ claimNumber, caseId, sentence }) => (
          <li key={`${claimNumber ?? ''}${caseId}`}>
            {claimNumber ? `${claimNumber}: ` : ''}
            <SentenceText sentence={sentence} />
          </li>
        ))}
      </ul>
    </Callout>
  )
}
