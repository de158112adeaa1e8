import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { ReasonDialog, useAct, useGo, useTell, useViewer, useWords } from '../../../platform/ui/public.ts'
import { askForClassArchive, askForPersonArchive, askForProviderArchive, FULL } from './contract.ts'
import { words } from './words.ts'

/** Has a class made into an archive, with a reason; only for whoever may. */
export function ClassArchiveButton({ classId }: { classId: string }) {
  const { act, ...asking } = useAct(askForClassArchive)
  return <ArchiveButton of="class" ask={(body) => act({ params: { classId }, body })} {...asking} />
}

export function PersonArchiveButton(params: { claimId: string; decisionId: string }) {
  const { act, ...asking } = useAct(askForPersonArchive)
  return <ArchiveButton of="person" ask={(body) => act({ params, body })} {...asking} />
}

export function ProviderArchiveButton({ organisationId }: { organisationId: string }) {
  const { act, ...asking } = useAct(askForProviderArchive)
  return <ArchiveButton of="provider" ask={(body) => act({ params: { organisationId }, body })} {...asking} />
}

type ArchiveButtonProps = {
  readonly of: keyof typeof words.ask
  readonly ask: (body: { reason: string; full: boolean }) => Promise<{ readonly ok: boolean }>
} & Pick<ReturnType<typeof useAct>, 'busy' | 'problem' | 'forget'>

function ArchiveButton({ of, ask, busy, problem, forget }: ArchiveButtonProps) {
  const say = useWords(words)
  const tell = useTell()
  const go = useGo()
  const { may } = useViewer()
  const [isAsking, setAsking] = useState(false)
  const [isFull, setFull] = useState(false)
  if (!may(askForClassArchive.may)) return null
  async function start(reason: string) {
    if (!(await ask({ reason, full: isFull })).ok) return
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
          cancel={say.back}
          label={say.reason}
          least={4}
          most={200}
          send={say.start}
          busy={busy}
          problem={problem}
          onSend={(reason) => void start(reason)}
          onCancel={() => {
            setAsking(false)
            forget()
          }}
        >
          <p>{say.ask[of]}</p>
          <p>{say.background}</p>
          <p>{isFull ? null : say.masked}</p>
          {may(FULL) && of !== 'provider' ? (
            <Checkbox checked={isFull} onChange={(event) => setFull(event.target.checked)}>
              {say.wantsFull}
            </Checkbox>
          ) : null}
        </ReasonDialog>
      ) : null}
    </>
  )
}
