import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useGo, useTell, useViewer, useWords } from '../../../platform/ui/public.ts'
import { askForClassArchive } from './contract.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { words } from './words.ts'

/** Has a class made into an archive, with a reason; only for whoever may. */
export function ClassArchiveButton({ classId }: { classId: string }) {
  const asking = useAct(askForClassArchive)
  return (
    <ArchiveButton
      of="class"
      ask={(reason) => asking.act({ params: { classId }, body: { reason } })}
      busy={asking.busy}
      problem={asking.problem}
      forget={asking.forget}
    />
  )
}

type ArchiveButtonProps = {
  readonly of: keyof typeof words.ask
  readonly ask: (reason: string) => Promise<{ readonly ok: boolean }>
} & Pick<ReturnType<typeof useAct>, 'busy' | 'problem' | 'forget'>

function ArchiveButton({ of, ask, busy, problem, forget }: ArchiveButtonProps) {
  const say = useWords(words)
  const tell = useTell()
  const go = useGo()
  const { may } = useViewer()
  const [isAsking, setAsking] = useState(false)
  if (!may(askForClassArchive.may)) return null
  async function start(reason: string) {
    if (!(await ask(reason)).ok) return
    setAsking(false)
    tell(words.started)
    go('/record/archives')
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say.button}</Button>
      {isAsking ? (
        <ReasonDialog
          title={say.button}
          confirm={say.start}
          busy={busy}
          problem={problem}
          onConfirm={(reason) => void start(reason)}
          onCancel={() => {
            setAsking(false)
            forget()
          }}
        >
          <p>{say.ask[of]}</p>
          <p>{say.background}</p>
          <p>{say.masked}</p>
        </ReasonDialog>
      ) : null}
    </>
  )
}
