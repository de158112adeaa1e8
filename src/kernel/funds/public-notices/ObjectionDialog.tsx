import { Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { DateField, Modal, ProblemAlert, useAct, useTell, useViewer, useWords } from '../../../platform/ui/public.ts'
import { type NoticeDetail, takeObjection } from './contract.ts'
import { CHANNELS, type Channel } from './rules.ts'
import { words } from './words.ts'

type ObjectionDialogProps = {
  notice: NoticeDetail
  row: NoticeDetail['rows'][number]
  onDone: () => void
}

/** What somebody said against one person of the list; only that person is held. */
export function ObjectionDialog({ notice, row, onDone }: ObjectionDialogProps) {
  const say = useWords(words)
  const id = useId()
  const tell = useTell()
  const { businessDate } = useViewer()
  const taking = useAct(takeObjection)
  const [receivedOn, setReceivedOn] = useState<string>(businessDate)
  const [channel, setChannel] = useState<Channel>('phone')
  const [said, setSaid] = useState('')
  const [objector, setObjector] = useState('')

  async function take() {
    const done = await taking.act({
      params: { noticeId: notice.id },
      body: { claimLineId: row.claimLineId, receivedOn, channel, said, objector },
    })
    if (!done.ok) return
    tell(words.objected)
    onDone()
  }

  return (
    <Modal
      open
      title={say.objectTitle(row.position, row.maskedName)}
      okText={say.object}
      okButtonProps={{ disabled: said.trim().length < 2 }}
      cancelText={say.cancel}
      confirmLoading={taking.busy}
      mask={{ closable: false }}
      onOk={() => void take()}
      onCancel={onDone}
    >
      <p>{say.objectNote}</p>
      <div className="notice-field">
        <label htmlFor={`${id}-day`}>{say.receivedOn}</label>
        <DateField id={`${id}-day`} value={receivedOn} onChange={(day) => setReceivedOn(day ?? '')} />
      </div>
      <div className="notice-field">
        <span id={`${id}-how`}>{say.channelLabel}</span>
        <Radio.Group
          aria-labelledby={`${id}-how`}
          value={channel}
          onChange={(event) => setChannel(event.target.value as Channel)}
          options={CHANNELS.map((each) => ({ value: each, label: say.channel[each] }))}
        />
      </div>
      <div className="notice-field">
        <label htmlFor={`${id}-said`}>{say.said}</label>
        <Input.TextArea
          id={`${id}-said`}
          rows={4}
          maxLength={1000}
          value={said}
          onChange={(event) => setSaid(event.target.value)}
        />
      </div>
      <div className="notice-field">
        <label htmlFor={`${id}-who`}>{say.objector}</label>
        <Input
          id={`${id}-who`}
          maxLength={200}
          autoComplete="off"
          value={objector}
          onChange={(event) => setObjector(event.target.value)}
        />
      </div>
      <ProblemAlert problem={taking.problem} takesFocus />
    </Modal>
  )
}
