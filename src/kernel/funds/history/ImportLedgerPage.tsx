import { Input } from 'antd'
import { useId, useState } from 'react'
import {
  DateField,
  PageFrame,
  ProblemAlert,
  useAct,
  useCall,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { importLedgerFile, listRemembered } from './contract.ts'
import { FamilyChoice } from './FamilyChoice.tsx'
import './history.css'
import { LedgerUpload } from './LedgerUpload.tsx'
import { pageWords } from './page-words.ts'

/** A ledger of past payments comes in: whose it is, for which time and families it is complete, then the file. */
export default function ImportLedgerPage() {
  const say = useWords(pageWords)
  const id = useId()
  const { businessDate } = useViewer()
  const remembered = useCall(listRemembered)
  const importing = useAct(importLedgerFile)
  const [source, setSource] = useState('')
  const [coversFrom, setFrom] = useState('')
  const [coversTo, setTo] = useState('')
  const [families, setFamilies] = useState<readonly string[]>([])
  const ready = source.trim().length >= 2 && coversFrom !== '' && coversTo !== '' && families.length > 0

  const send = (file: File) =>
    importing.act({
      query: { fileName: file.name, source: source.trim(), coversFrom, coversTo, families: families.join(',') },
      file,
    })

  return (
    <PageFrame title={say.upload.title} meta={say.upload.meta} crumbs={[{ label: say.title, to: '/history' }]}>
      <ProblemAlert problem={remembered.problem} onRetry={remembered.retry} />
      <div className="hist-form">
        <div>
          <label htmlFor={`${id}-source`}>{say.upload.source}</label>
          <Input
            id={`${id}-source`}
            maxLength={100}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
          <small className="sj-meta">{say.upload.sourceHint}</small>
        </div>
        <div>
          <span className="hist-label">{say.upload.covers}</span>
          <div className="hist-days">
            <DateField aria-label={say.upload.from} value={coversFrom} max={businessDate} onChange={setFrom} />
            <span aria-hidden>—</span>
            <DateField aria-label={say.upload.to} value={coversTo} max={businessDate} onChange={setTo} />
          </div>
          <small className="sj-meta">{say.upload.coversHint}</small>
        </div>
        <div>
          <FamilyChoice
            label={say.upload.families}
            families={remembered.data?.families ?? []}
            value={families}
            onChange={setFamilies}
          />
        </div>
      </div>
      <LedgerUpload ready={ready} label={say.upload.file} send={send} sending={importing} />
    </PageFrame>
  )
}
