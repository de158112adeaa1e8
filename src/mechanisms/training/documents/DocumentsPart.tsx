import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  ReasonDialog,
  StateTag,
  type Tone,
  useAct,
  useCall,
  useLocale,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { type DocumentState, listDocuments, type ProviderDocument, withdrawDocument } from './contract.ts'
import { FileDocument } from './FileDocument.tsx'
import { pageWords } from './page-words.ts'
import { STATE_WORDS } from './words.ts'

const TONES: Record<DocumentState, Tone> = {
  valid: 'good',
  expiring: 'attention',
  expired: 'refused',
  'not-yet': 'plain',
  withdrawn: 'plain',
}

/** A provider's papers that expire: what is on file, what ends soon, what is missing; the bureau files them here. */
export function DocumentsPart({ organisationId }: { organisationId: string }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const mayFile = useViewer().may('agreement.write')
  const reading = useCall(listDocuments, { params: { organisationId } })
  const [filing, setFiling] = useState(false)
  const [withdrawing, setWithdrawing] = useState<ProviderDocument | null>(null)
  const columns: Column<ProviderDocument>[] = [
    { key: 'kind', title: say.kind, width: 210, show: (each) => each.kind.label[locale] },
    { key: 'site', title: say.site, show: (each) => each.site?.name ?? say.wholeProvider },
    { key: 'number', title: say.number, show: (each) => each.number },
    {
      key: 'dates',
      title: say.dates,
      width: 230,
      show: (each) => <span className="sj-num">{say.fromTo(each.validFrom, each.validTo)}</span>,
    },
    {
      key: 'state',
      title: say.state,
      width: 120,
      show: (each) => <StateTag tone={TONES[each.state]}>{STATE_WORDS[each.state][locale]}</StateTag>,
    },
    ...(mayFile
      ? [
          {
            key: 'withdraw',
            title: '',
            width: 130,
            show: (each: ProviderDocument) =>
              each.state === 'withdrawn' ? null : (
                <Button size="small" onClick={() => setWithdrawing(each)}>
                  {say.withdraw}
                </Button>
              ),
          },
        ]
      : []),
  ]
  const missing = reading.data?.missing ?? []
  return (
    <>
      <h3 className="ag-part">{say.documents}</h3>
      {missing.length > 0 ? (
        <ul className="ag-missing">
          {missing.map((sentence) => (
            <li key={sentence.zh}>{sentence[locale]}</li>
          ))}
        </ul>
      ) : null}
      <DenseTable
        label={say.documents}
        columns={columns}
        rows={reading.data?.documents}
        rowKey={(each) => each.id}
        empty={{ sentence: say.noDocuments }}
        problem={reading.problem}
        onRetry={reading.retry}
      />
      {mayFile ? (
        <div className="ag-tools">
          <Button onClick={() => setFiling(true)}>{say.file}</Button>
        </div>
      ) : null}
      {filing && reading.data ? (
        <FileDocument organisationId={organisationId} kinds={reading.data.kinds} onDone={() => setFiling(false)} />
      ) : null}
      {withdrawing ? <Withdraw document={withdrawing} onDone={() => setWithdrawing(null)} /> : null}
    </>
  )
}

function Withdraw({ document, onDone }: { document: ProviderDocument; onDone: () => void }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const withdrawing = useAct(withdrawDocument)
  async function save(reason: string) {
    const done = await withdrawing.act({ params: { documentId: document.id }, body: { reason } })
    if (!done.ok) return
    tell(pageWords.withdrawn)
    onDone()
  }
  return (
    <ReasonDialog
      title={say.withdrawTitle(document.number)}
      send={say.withdraw}
      cancel={say.cancel}
      label={say.withdrawReason}
      least={1}
      lines={1}
      most={200}
      busy={withdrawing.busy}
      problem={withdrawing.problem}
      onSend={(reason) => void save(reason)}
      onCancel={onDone}
    />
  )
}
