import { Select } from 'antd'
import { useId, useState } from 'react'
import { DateField, useAct, useCall, useLocale, useTell, useWords } from '../../../platform/ui/public.ts'
import { listSites } from '../agreements/contract.ts'
import { FieldProblems } from '../agreements/FieldProblems.tsx'
import { FilingDialog, TextField } from '../agreements/FilingDialog.tsx'
import { type DocumentKind, fileDocument } from './contract.ts'
import { pageWords } from './page-words.ts'

type Given = {
  kind: string | null
  siteId: string | null
  number: string
  validFrom: string
  validTo: string
}

/** Files one paper of a provider: kind, site where it is for one, number, dates. */
export function FileDocument(props: { organisationId: string; kinds: readonly DocumentKind[]; onDone: () => void }) {
  const { organisationId, kinds, onDone } = props
  const say = useWords(pageWords)
  const locale = useLocale()
  const tell = useTell()
  const [kindId, siteIdId, fromId, toId] = [useId(), useId(), useId(), useId()]
  const sites = useCall(listSites, { params: { organisationId } })
  const filing = useAct(fileDocument)
  const [given, setGiven] = useState<Given>({ kind: null, siteId: null, number: '', validFrom: '', validTo: '' })
  const set = (change: Partial<Given>) => setGiven((now) => ({ ...now, ...change }))
  const kind = kinds.find((each) => each.code === given.kind)
  const { number, validFrom, validTo, siteId } = given
  const isDated = validFrom !== '' && validTo !== ''
  const ready = kind !== undefined && number.trim() !== '' && isDated && (!kind.ofSite || siteId !== null)
  async function save() {
    if (!kind) return
    const body = { kind: kind.code, siteId: kind.ofSite ? siteId : null, number, validFrom, validTo }
    const done = await filing.act({ params: { organisationId }, body })
    if (!done.ok) return
    tell(pageWords.filed)
    onDone()
  }
  return (
    <FilingDialog
      title={say.file}
      ready={ready}
      busy={filing.busy}
      problem={filing.problem}
      fields={Object.keys(given).map((name) => `body.${name}`)}
      onSave={save}
      onCancel={onDone}
    >
      <div className="ag-field">
        <label htmlFor={kindId}>{say.kind}</label>
        <Select<string>
          id={kindId}
          value={given.kind}
          onChange={(code) => set({ kind: code })}
          options={kinds.map((each) => ({ value: each.code, label: each.label[locale] }))}
        />
        <FieldProblems problem={filing.problem} at="body.kind" />
      </div>
      {kind?.ofSite ? (
        <div className="ag-field">
          <label htmlFor={siteIdId}>{say.site}</label>
          <Select<string>
            id={siteIdId}
            value={siteId}
            onChange={(id) => set({ siteId: id })}
            options={(sites.data?.sites ?? []).map((site) => ({ value: site.id, label: site.name }))}
          />
          <FieldProblems problem={filing.problem} at="body.siteId" />
        </div>
      ) : null}
      <TextField
        label={say.number}
        value={number}
        onChange={(text) => set({ number: text })}
        problem={filing.problem}
        at="body.number"
      />
      <div className="ag-field">
        <label htmlFor={fromId}>{say.validFrom}</label>
        <DateField id={fromId} value={validFrom} onChange={(day) => set({ validFrom: day })} />
        <FieldProblems problem={filing.problem} at="body.validFrom" />
      </div>
      <div className="ag-field">
        <label htmlFor={toId}>{say.validTo}</label>
        <DateField id={toId} value={validTo} onChange={(day) => set({ validTo: day })} />
        <FieldProblems problem={filing.problem} at="body.validTo" />
      </div>
    </FilingDialog>
  )
}
