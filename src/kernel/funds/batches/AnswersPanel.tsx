import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import {
  type Column,
  DateField,
  DenseTable,
  localTime,
  Modal,
  ProblemAlert,
  useAct,
  useTell,
  useViewer,
  useWords,
  yuanText,
} from '../../../platform/ui/public.ts'
import { type BatchDetail, type BatchFile, enterVoucher } from './contract.ts'
import { words } from './words.ts'

/** What each answer of the bank moved, and the accountant's voucher for it. */
export function AnswersPanel({ detail }: { detail: BatchDetail }) {
  const say = useWords(words)
  const { may } = useViewer()
  const [entering, setEntering] = useState<BatchFile | null>(null)
  const rows = detail.files.filter(({ answered }) => answered !== null)
  if (rows.length === 0) return null
  const columns: Column<BatchFile>[] = [
    { key: 'name', title: say.returnFile, show: (file) => file.name },
    { key: 'at', title: say.frozenAt, width: 150, show: (file) => localTime(file.at) },
    {
      key: 'paid',
      title: say.paid,
      width: 150,
      kind: 'number',
      show: ({ answered }) => (answered ? `${answered.paidCount} · ${yuanText(answered.paidFen)}` : ''),
    },
    {
      key: 'returned',
      title: say.returned,
      width: 150,
      kind: 'number',
      show: ({ answered }) =>
        answered && answered.returnedCount > 0 ? `${answered.returnedCount} · ${yuanText(answered.returnedFen)}` : '',
    },
    {
      key: 'voucher',
      title: say.voucher,
      width: 220,
      show: (file) =>
        file.answered?.voucher ? (
          `${file.answered.voucher.number} · ${file.answered.voucher.issuedOn}`
        ) : may(enterVoucher.may) ? (
          <Button size="small" onClick={() => setEntering(file)}>
            {say.enterVoucher}
          </Button>
        ) : (
          say.noVoucher
        ),
    },
  ]
  return (
    <>
      <h2>{say.answers}</h2>
      <DenseTable
        label={say.answers}
        columns={columns}
        rows={rows}
        rowKey={(file) => file.id}
        empty={{ sentence: say.noVoucher }}
      />
      {entering ? <EnterVoucher batchId={detail.batch.id} file={entering} onDone={() => setEntering(null)} /> : null}
    </>
  )
}

function EnterVoucher({ batchId, file, onDone }: { batchId: string; file: BatchFile; onDone: () => void }) {
  const say = useWords(words)
  const tell = useTell()
  const id = useId()
  const { businessDate } = useViewer()
  const entering = useAct(enterVoucher)
  const [given, setGiven] = useState({ number: '', issuedOn: businessDate })

  async function enter() {
    const done = await entering.act({ params: { batchId, returnFileId: file.id }, body: given })
    if (!done.ok) return
    tell(words.voucherEntered)
    onDone()
  }

  return (
    <Modal
      open
      title={`${say.enterVoucher} · ${file.name}`}
      okText={say.enterVoucher}
      cancelText={say.cancel}
      okButtonProps={{ disabled: given.number.trim() === '' || given.issuedOn === '', loading: entering.busy }}
      onOk={() => void enter()}
      onCancel={onDone}
    >
      <p>
        <label htmlFor={`${id}-number`}>{say.voucher}</label>
        <Input
          id={`${id}-number`}
          maxLength={60}
          value={given.number}
          onChange={(event) => setGiven({ ...given, number: event.target.value })}
        />
      </p>
      <p>
        <label htmlFor={`${id}-on`}>{say.issuedOn}</label>{' '}
        <DateField
          id={`${id}-on`}
          max={businessDate}
          value={given.issuedOn}
          onChange={(issuedOn) => setGiven({ ...given, issuedOn })}
        />
      </p>
      <ProblemAlert problem={entering.problem} takesFocus />
    </Modal>
  )
}
