import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { ProblemAlert, saveFile, useAct, useTell, useViewer, useWords } from '../../../platform/ui/public.ts'
import { archiveClass } from './contract.ts'
import { words } from './words.ts'

/** Takes a class out as an archive, with a reason; only for whoever may. */
export function ArchiveButton({ classId, name }: { classId: string; name: string }) {
  const say = useWords(words)
  const tell = useTell()
  const { may } = useViewer()
  const id = useId()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const taking = useAct(archiveClass)
  if (!may(archiveClass.may)) return null
  async function take() {
    const done = await taking.act({ params: { classId }, body: { reason } })
    if (!done.ok) return
    saveFile(done.answer as Blob, `${say.fileName}-${name}.zip`)
    setAsking(false)
    tell(words.done)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say.button}</Button>
      <Modal
        open={asking}
        title={say.title}
        okText={say.button}
        cancelText={say.cancel}
        okButtonProps={{ disabled: [...reason.trim()].length < 4, loading: taking.busy }}
        onOk={() => void take()}
        onCancel={() => {
          setAsking(false)
          taking.forget()
        }}
      >
        <p>{say.ask}</p>
        <div className="sj-remark">
          <label htmlFor={id}>{say.reason}</label>
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <ProblemAlert problem={taking.problem} takesFocus />
      </Modal>
    </>
  )
}
