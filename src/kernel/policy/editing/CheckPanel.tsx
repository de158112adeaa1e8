import type { ProblemDocument } from '../../../platform/contract/public.ts'
import { Callout, ProblemAlert, SentenceText, StateTag, useWords, Waiting } from '../../../platform/ui/public.ts'
import type { Draft, DraftCheck } from './contract.ts'
import { PART_WORDS } from './editor/difference/words.ts'
import { pageWords } from './page-words.ts'

type CheckPanelProps = {
  draft: Draft
  check: DraftCheck | undefined
  problem: ProblemDocument | null
  /** Whether something is not saved yet: the check is of what was. */
  isBehind: boolean
}

/** Whether the draft may be published, and everything that stands against it. */
export function CheckPanel({ draft, check, problem, isBehind }: CheckPanelProps) {
  const say = useWords(pageWords)
  if (problem) return <ProblemAlert problem={problem} />
  if (!check) return <Waiting rows={4} />
  const isOld = check.revision !== draft.revision
  const { blocked, told, cases, findings, uncovered, differences } = check
  const red = cases.filter(({ passed }) => !passed)
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  return (
    <section aria-label={say.check}>
      <Callout
        tone={blocked.length === 0 ? 'good' : 'refused'}
        title={blocked.length === 0 ? say.ready : say.notReady(blocked.length)}
      >
        {isOld || isBehind ? (
          <p role="status">
            <StateTag tone="attention">
              {isOld && !isBehind ? say.checkingAgain : say.asOfSaved(check.revision)}
            </StateTag>
          </p>
        ) : null}
        {blocked.length > 0 ? (
          <ul>
            {blocked.map(({ at, sentence }, index) => (
              <li key={`${at} ${index}`}>
                <SentenceText sentence={sentence} />
              </li>
            ))}
          </ul>
        ) : null}
        <p>
          <StateTag tone={red.length === 0 ? 'good' : 'refused'}>
            {say.casesGreen(cases.length - red.length, cases.length)}
          </StateTag>{' '}
          <StateTag tone={uncovered === 0 ? 'good' : 'refused'}>
            {uncovered === 0 ? say.covered : say.uncovered(uncovered)}
          </StateTag>
        </p>
        {red.map(({ name, expected, got }) => (
          <p key={name}>
            <b>{name}</b>:{say.expected} <SentenceText sentence={expected} />;{say.got} <SentenceText sentence={got} />
          </p>
        ))}
      </Callout>
      {told.map(({ at, sentence }) => (
        <Callout key={at} tone="attention" title={<SentenceText sentence={sentence} />} />
      ))}
      {warnings.length > 0 ? (
        <Callout tone="attention" title={say.warnings}>
          <ul>
            {warnings.map(({ at, rule, sentence }) => (
              <li key={`${at} ${rule}`}>
                <SentenceText sentence={sentence} />
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {draft.before && differences.length > 0 ? (
        <details>
          <summary>
            {say.differences(draft.before.version)} ({differences.length})
          </summary>
          <ul>
            {differences.map(({ at, label, before, after }) => (
              <li key={at}>
                <b>
                  <SentenceText sentence={PART_WORDS[label.zh] ?? label} />
                </b>
                :{say.was} {before ? <SentenceText sentence={before} /> : say.nowhere},{say.now}{' '}
                {after ? <SentenceText sentence={after} /> : say.nowhere}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
