import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DateField,
  DenseTable,
  Modal,
  PageFrame,
  ProblemAlert,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useListing,
  useLocale,
  usePageParams,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import {
  getHistoryGroup,
  type HistoryMember,
  importProvinceFile,
  listHistorySources,
  recordLookup,
} from './contract.ts'
import { FamilyChoice } from './FamilyChoice.tsx'
import './history.css'
import { LedgerUpload } from './LedgerUpload.tsx'
import { LookupDialog } from './LookupDialog.tsx'
import { pageWords } from './page-words.ts'
import { SourcesTable } from './SourcesTable.tsx'

const TONES = { known: 'good', 'known-until': 'attention', unknown: 'plain' } as const

/** The people of a class: what is known of their past, and what the province showed about them. */
export default function LookupPage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const tell = useTell()
  const { may } = useViewer()
  const { groupId } = usePageParams<'groupId'>()
  const place = { kind: 'class', groupId }
  const group = useCall(getHistoryGroup, { params: place })
  const earlier = useListing(listHistorySources, { query: { group: groupId } })
  const [keys, setKeys] = useState<readonly string[]>([])
  const [dialog, setDialog] = useState<'record' | 'file' | null>(null)
  const mayWrite = may(recordLookup.may)
  const columns = useColumns()
  const crumbs = [
    { label: say.title, to: '/history' },
    { label: say.lookup.title, to: '/history/lookup' },
  ]
  const { data } = group
  if (group.problem || !data) {
    return (
      <PageFrame title={say.lookup.title} crumbs={crumbs}>
        {group.problem ? <ProblemAlert problem={group.problem} onRetry={group.retry} /> : <Waiting />}
      </PageFrame>
    )
  }
  const chosen = data.members.filter((member) => keys.includes(member.personId))

  return (
    <PageFrame
      title={data.title[locale]}
      crumbs={crumbs}
      meta={
        <>
          {data.organisation} · <span className="sj-num">{say.span(data.startsOn, data.endsOn)}</span>
        </>
      }
      actions={
        mayWrite && data.members.length > 0 ? (
          <Button onClick={() => setDialog('file')}>{say.lookup.file}</Button>
        ) : null
      }
    >
      {mayWrite && data.members.length > 0 ? (
        <div className="hist-tools">
          <Button type="primary" disabled={chosen.length === 0} onClick={() => setDialog('record')}>
            {chosen.length === 0 ? say.lookup.select : say.lookup.record(chosen.length)}
          </Button>
        </div>
      ) : null}
      <DenseTable
        label={say.lookup.title}
        columns={columns}
        rows={data.members}
        rowKey={(member) => member.personId}
        empty={{ sentence: say.lookup.noMembers }}
        {...(mayWrite ? { selection: { keys, onChange: setKeys } } : {})}
      />
      <h2>{say.lookup.earlier}</h2>
      <SourcesTable label={say.lookup.earlier} listing={earlier} empty={say.lookup.noEarlier} />
      {dialog === 'record' ? (
        <LookupDialog
          place={place}
          families={data.families}
          people={chosen}
          onCancel={() => setDialog(null)}
          onRecorded={() => {
            setDialog(null)
            setKeys([])
            tell(pageWords.lookup.saved)
          }}
        />
      ) : null}
      {dialog === 'file' ? <FileDialog place={place} families={data.families} onClose={() => setDialog(null)} /> : null}
    </PageFrame>
  )
}

function useColumns(): Column<HistoryMember>[] {
  const say = useWords(pageWords)
  return [
    { key: 'seq', title: say.columns.seq, width: 60, kind: 'number', show: (row) => row.position },
    { key: 'name', title: say.columns.name, width: 96, show: (row) => row.maskedName },
    {
      key: 'state',
      title: say.columns.state,
      width: 104,
      show: (row) => <StateTag tone={TONES[row.known]}>{say.lookup[row.known]}</StateTag>,
    },
    {
      key: 'identity',
      title: say.columns.identity,
      width: 180,
      show: (row) => <span className="sj-num">{row.maskedIdentity}</span>,
    },
    {
      key: 'known',
      title: say.columns.known,
      wraps: true,
      width: 420,
      show: (row) => (
        <>
          <SentenceText sentence={row.sentence} />
          {row.receipts.length > 0 ? (
            <ul className="hist-told">
              {row.receipts.map((receipt, at) => (
                <li key={`${at}${receipt.en}`}>
                  <SentenceText sentence={receipt} />
                </li>
              ))}
            </ul>
          ) : null}
        </>
      ),
    },
  ]
}

type FileDialogProps = {
  place: { kind: string; groupId: string }
  families: readonly { code: string; label: { zh: string; en: string } }[]
  onClose: () => void
}

/** The province’s answer as a file: about everybody of the class, so that who is not in it received nothing. */
function FileDialog({ place, families, onClose }: FileDialogProps) {
  const say = useWords(pageWords)
  const { businessDate } = useViewer()
  const importing = useAct(importProvinceFile)
  const [checkedOn, setCheckedOn] = useState(businessDate)
  const [chosen, setChosen] = useState<readonly string[]>(['TRAINING', 'UI_UPGRADE'])
  const send = (file: File) =>
    importing.act({
      params: place,
      query: { fileName: file.name, source: say.lookup.defaultSource, checkedOn, families: chosen.join(',') },
      file,
    })
  return (
    <Modal open title={say.lookup.file} width={820} footer={null} onCancel={onClose}>
      <p className="sj-meta">{say.lookup.fileLead}</p>
      <div className="hist-form">
        <div>
          <span className="hist-label">{say.lookup.checkedOn}</span>
          <DateField aria-label={say.lookup.checkedOn} value={checkedOn} max={businessDate} onChange={setCheckedOn} />
        </div>
        <div>
          <FamilyChoice label={say.lookup.families} families={families} value={chosen} onChange={setChosen} />
        </div>
      </div>
      <LedgerUpload
        ready={checkedOn !== '' && chosen.length > 0}
        label={say.kinds['province-file']}
        send={send}
        sending={importing}
      />
    </Modal>
  )
}
