import {
  type Decided,
  DecideDialog,
  ReasonDialog,
  RunningText,
  SentenceText,
  useAct,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import { decideOverride, type Override, withdrawOverride } from './contract.ts'
import { pageWords } from './page-words.ts'

type DialogProps = { override: Override; onDone: () => void }

/** What it is about, before somebody decides. */
function Summary({ override }: { override: Override }) {
  const say = useWords(pageWords)
  const { check, who, group, found, document, reason, evidence, expiresOn } = override
  return (
    <div className="ov-summary">
      <p>
        <b>{who ? <SentenceText sentence={who} /> : say.wholeClass}</b> · <SentenceText sentence={group.title} />
      </p>
      <p>
        {check.id} <SentenceText sentence={check.title} />: <SentenceText sentence={found} />
      </p>
      <p>
        {document} · <RunningText>{say.until(expiresOn)}</RunningText>
      </p>
      <p className="sj-meta">{reason}</p>
      {evidence ? <p className="sj-meta">{evidence}</p> : null}
    </div>
  )
}

/** Another person confirms or declines. */
export function DecideOverride({ override, onDone }: DialogProps) {
  const say = useWords(pageWords)
  const tell = useTell()
  const deciding = useAct(decideOverride)

  async function decide(outcome: Decided, reason: string) {
    const done = await deciding.act({ params: { overrideId: override.id }, body: { outcome, reason } })
    if (!done.ok) return
    tell(pageWords.done)
    onDone()
  }

  return (
    <DecideDialog
      title={say.decideTitle}
      say={say}
      busy={deciding.busy}
      problem={deciding.problem}
      onDecide={(outcome, reason) => void decide(outcome, reason)}
      onCancel={onDone}
    >
      <Summary override={override} />
      <p>{say.decideMeans}</p>
    </DecideDialog>
  )
}

/** One of its two people takes it back. */
export function WithdrawDialog({ override, onDone }: DialogProps) {
  const say = useWords(pageWords)
  const tell = useTell()
  const withdrawing = useAct(withdrawOverride)

  async function withdraw(reason: string) {
    const done = await withdrawing.act({ params: { overrideId: override.id }, body: { reason } })
    if (!done.ok) return
    tell(pageWords.done)
    onDone()
  }

  return (
    <ReasonDialog
      title={say.withdrawTitle}
      send={say.withdraw}
      cancel={say.cancel}
      label={say.reason}
      busy={withdrawing.busy}
      problem={withdrawing.problem}
      onSend={(reason) => void withdraw(reason)}
      onCancel={onDone}
    >
      <Summary override={override} />
      <p>{say.withdrawMeans}</p>
    </ReasonDialog>
  )
}
