import { Radio, Select } from 'antd'
import { useId, useState } from 'react'
import {
  Callout,
  DateField,
  GoLink,
  localTime,
  PageFrame,
  ProblemAlert,
  RunningText,
  UploadBox,
  useAct,
  useCall,
  useFilters,
  useLocale,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import '../history/history.css'
import { importProvinceFile, type ProvinceFileAnswer, provinceSchemes } from './contract.ts'
import { pageWords } from './page-words.ts'
import { ProvinceMappingForm } from './ProvinceMappingForm.tsx'

/** The province's export comes in: of which scheme and day, whether it is everything, then the file. */
export default function ImportProvinceFilePage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const id = useId()
  const { businessDate } = useViewer()
  const schemes = useCall(provinceSchemes)
  const importing = useAct(importProvinceFile)
  const { filters, set } = useFilters({ scheme: '' })
  const [asOf, setAsOf] = useState('')
  const [whole, setWhole] = useState<'yes' | 'no'>('yes')
  const [file, setFile] = useState<File | null>(null)
  const [answer, setAnswer] = useState<ProvinceFileAnswer | null>(null)
  const scheme = filters.scheme || (schemes.data?.items.length === 1 ? (schemes.data.items[0]?.scheme ?? '') : '')
  const ready = scheme !== '' && asOf !== ''

  async function take(chosen: File) {
    setFile(chosen)
    const done = await importing.act({ query: { fileName: chosen.name, scheme, asOf, whole }, file: chosen })
    setAnswer(done.ok ? done.answer : null)
  }

  return (
    <PageFrame
      title={say.upload.title}
      meta={say.upload.meta}
      crumbs={[{ label: say.reconciliation, to: '/province/reconciliation' }]}
    >
      <ProblemAlert problem={schemes.problem} onRetry={schemes.retry} />
      <div className="hist-form">
        <div>
          <label htmlFor={`${id}-scheme`}>{say.scheme}</label>
          <Select<string>
            id={`${id}-scheme`}
            style={{ width: '100%' }}
            value={scheme === '' ? null : scheme}
            placeholder={say.mapping.choose}
            options={(schemes.data?.items ?? []).map((each) => ({ value: each.scheme, label: each.title[locale] }))}
            onChange={(chosen) => set({ scheme: chosen })}
          />
        </div>
        <div>
          <span className="hist-label">{say.upload.asOf}</span>
          <DateField aria-label={say.upload.asOf} value={asOf} max={businessDate} onChange={setAsOf} />
          <small className="sj-meta"> {say.upload.asOfHint}</small>
        </div>
        <div>
          <span className="hist-label">{say.upload.whole}</span>
          <Radio.Group
            aria-label={say.upload.whole}
            vertical
            value={whole}
            onChange={(event) => setWhole(event.target.value as 'yes' | 'no')}
            options={[
              { value: 'yes', label: say.upload.wholeLabel },
              { value: 'no', label: say.upload.partLabel },
            ]}
          />
        </div>
      </div>
      <UploadBox
        label={say.upload.file}
        accept=".xlsx,.xls,.csv"
        hint={ready ? undefined : say.upload.first}
        busy={importing.busy}
        progress={importing.sent}
        disabled={!ready}
        answer={importing.problem ? { ok: false, problem: importing.problem } : null}
        onFile={(chosen) => void take(chosen)}
      />
      {importing.busy || !answer ? null : answer.outcome === 'columns' ? (
        <ProvinceMappingForm key={file?.name} columns={answer.columns} onRemembered={() => file && void take(file)} />
      ) : (
        <Imported answer={answer} />
      )}
    </PageFrame>
  )
}

function Imported({ answer: { file, before } }: { answer: Extract<ProvinceFileAnswer, { outcome: 'imported' }> }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  return (
    <div role="status">
      <Callout
        tone="good"
        title={say.upload.imported(file.rowCount, file.paidCount)}
        evidence={
          <GoLink to="/province/reconciliation" query={{ scheme: file.scheme }}>
            {say.upload.open}
          </GoLink>
        }
      >
        {before ? (
          <p>
            <RunningText>{say.upload.before(file.by.post[locale], localTime(file.by.at))}</RunningText>
          </p>
        ) : null}
      </Callout>
    </div>
  )
}
