import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../../platform/contract/client.ts'
import {
  Callout,
  GoLink,
  ProblemAlert,
  saveFile,
  useAct,
  useDistrict,
  useLocale,
  useTell,
  useViewer,
  UploadBox,
  useWords,
  yuanText,
} from '../../../platform/ui/public.ts'
import { applyReturnFile, type BatchDetail, demonstrationReturnFile, downloadBankFile } from './contract.ts'
import { hasBankFile } from './rules.ts'
import { words } from './words.ts'

/** The list for the bank, again; every download is on record. */
export function BankFileButton({ detail }: { detail: BatchDetail }) {
  const say = useWords(words)
  const download = useAct(downloadBankFile)
  const file = detail.files.find((each) => each.kind === 'bank-file')
  if (!file) return null

  async function save(name: string) {
    const done = await download.act({ params: { batchId: detail.batch.id } })
    if (done.ok) saveFile(done.answer as Blob, name)
  }

  return (
    <>
      <p className="batch-download">
        <Button loading={download.busy} onClick={() => void save(file.name)}>
          {say.download}
        </Button>
        <span className="sj-meta">{say.downloadHint}</span>
      </p>
      <ProblemAlert problem={download.problem} />
    </>
  )
}

/** The bank's part played by a bank made of files: what it read and wrote is a real list and a real return file. */
function Demonstration({ batchId }: { batchId: string }) {
  const say = useWords(words)
  const district = useDistrict()
  const href = (returned?: string) =>
    addressOf(district, demonstrationReturnFile, { params: { batchId }, query: returned ? { returned } : {} })
  return (
    <Callout
      tone="plain"
      title={say.demonstration}
      evidence={
        <>
          <a href={href()} download>
            {say.allSucceed} ▸
          </a>
          <a href={href('1')} download>
            {say.firstFails} ▸
          </a>
        </>
      }
    >
      {say.demonstrationHint}
    </Callout>
  )
}

/** What goes to the bank and what comes back, once the batch is exported. */
export function BankPanel({ detail }: { detail: BatchDetail }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const { may } = useViewer()
  const returning = useAct(applyReturnFile)
  const { batch } = detail
  const [partial, setPartial] = useState(false)
  const isLater = batch.status === 'settled' && batch.paidCount > 0
  const waits = (batch.status === 'exported' || isLater) && may('batch.return-file')

  async function upload(file: File) {
    const done = await returning.act({
      params: { batchId: batch.id },
      query: { fileName: file.name, partial: partial || isLater ? 'yes' : 'no' },
      file,
    })
    if (!done.ok) return
    const { paidCount, paidFen, returnedCount, returnedFen } = done.answer
    tell(words.applied(paidCount, yuanText(paidFen), returnedCount, yuanText(returnedFen))[locale])
  }

  return (
    <>
      {waits ? (
        <>
          {detail.demonstration && !isLater ? <Demonstration batchId={batch.id} /> : null}
          {detail.mayNot ? <Callout tone="attention" title={detail.mayNot[locale]} /> : null}
          <UploadBox
            disabled={detail.mayNot !== null}
            label={say.upload}
            accept=".csv,.xlsx,.xls"
            hint={isLater ? say.laterReturns : say.uploadHint}
            onFile={(file) => void upload(file)}
            busy={returning.busy}
            progress={returning.sent}
            answer={returning.problem ? { ok: false, problem: returning.problem } : null}
          />
          {isLater ? null : (
            <p>
              <Checkbox checked={partial} onChange={(event) => setPartial(event.target.checked)}>
                {say.partial}
              </Checkbox>
            </p>
          )}
        </>
      ) : null}
      {hasBankFile(batch.status) && batch.returnedCount > 0 ? (
        <Callout
          tone="refused"
          title={say.returnedTitle(batch.returnedCount, yuanText(batch.returnedFen))}
          evidence={
            <GoLink key="returned" to="/payees/returned">
              {say.returnedLink}
            </GoLink>
          }
        >
          {say.returnedBody}
        </Callout>
      ) : null}
    </>
  )
}
