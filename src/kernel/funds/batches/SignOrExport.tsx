import { Button } from 'antd'
import { useState } from 'react'
import {
  ActionBar,
  ConfirmMoney,
  useAct,
  useLocale,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { type BatchDetail, exportBatch, signBatch } from './contract.ts'
import { BATCH_MAY, type BatchAct, nextBatchStatus } from './rules.ts'
import { WithdrawButton } from './WithdrawButton.tsx'
import { words } from './words.ts'

/** The one thing to be done next, for whoever may do it, and the way back for whoever made the batch. */
export function SignOrExport({ detail }: { detail: BatchDetail }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const { may } = useViewer()
  const [asking, setAsking] = useState<'sign' | 'export' | null>(null)
  const signing = useAct(signBatch)
  const exporting = useAct(exportBatch)
  const { batch, mayNot } = detail
  const can = (act: BatchAct) => nextBatchStatus(batch.status, act) !== undefined && may(BATCH_MAY[act])
  const params = { batchId: batch.id }

  async function confirm() {
    const done =
      asking === 'sign'
        ? await signing.act({ params, body: { contentSha256: batch.contentSha256 } })
        : await exporting.act({ params })
    if (!done.ok) return
    tell(asking === 'export' ? words.exported : batch.status === 'frozen' ? words.signedFirst : words.signed)
    setAsking(null)
  }

  const mayWithdraw = detail.isKeeper && can('withdraw')
  if (!can('sign') && !can('export') && !mayWithdraw) return null
  const note = mayNot ? mayNot[locale] : can('sign') ? say.signNote : null
  return (
    <ActionBar note={note}>
      {can('sign') ? (
        <Button type="primary" disabled={mayNot !== null} onClick={() => setAsking('sign')}>
          {say.sign}
        </Button>
      ) : null}
      {can('export') ? (
        <Button type="primary" disabled={mayNot !== null} onClick={() => setAsking('export')}>
          {say.export}
        </Button>
      ) : null}
      {mayWithdraw ? <WithdrawButton batch={batch} /> : null}
      <ConfirmMoney
        open={asking !== null}
        title={asking === 'export' ? say.export : say.sign}
        count={batch.lineCount}
        of="count"
        fen={batch.amountFen}
        busy={signing.busy || exporting.busy}
        problem={asking === 'export' ? exporting.problem : signing.problem}
        onConfirm={() => void confirm()}
        onCancel={() => {
          setAsking(null)
          signing.forget()
          exporting.forget()
        }}
      >
        <p>
          {batch.number} · {say.fromLine(`${batch.fundName[locale]} · ${batch.lineName} · ${batch.year}`)}
        </p>
      </ConfirmMoney>
    </ActionBar>
  )
}
