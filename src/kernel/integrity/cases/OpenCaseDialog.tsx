import { Input, Select } from 'antd'
import { useId, useState } from 'react'
import {
  Modal,
  ProblemAlert,
  useAct,
  useCall,
  useGo,
  useLocale,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import './cases.css'
import { findingCaseGroup, openCaseOfFinding } from '../findings/contract.ts'
import { listCaseGroups, openCase } from './contract.ts'
import { pageWords } from './page-words.ts'

/** A doubt that no check has: about which class, and why; on a finding, because of it. */
export function OpenCaseDialog({ finding, onDone }: { finding?: { id: string }; onDone: () => void }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const go = useGo()
  const tell = useTell()
  const id = useId()
  const [search, setSearch] = useState('')
  const [chosen, setGroupId] = useState('')
  const [reason, setReason] = useState('')
  const groups = useCall(listCaseGroups, { query: search.trim() ? { search: search.trim() } : {} })
  const suggested = useCall(
    findingCaseGroup,
    { params: { findingId: finding?.id ?? '' } },
    { enabled: finding !== undefined },
  )
  const own = suggested.data?.group ?? null
  const groupId = chosen || (own?.id ?? '')
  const opening = useAct(openCase)
  const openingOf = useAct(openCaseOfFinding)

  async function open() {
    const body = { groupId, reason }
    const done = finding
      ? await openingOf.act({ params: { findingId: finding.id }, body })
      : await opening.act({ body })
    if (!done.ok) return
    tell(pageWords.opened(done.answer.number))
    onDone()
    go(`/cases/${done.answer.id}`)
  }

  const found = (groups.data?.items ?? []).map((group) => ({
    value: group.id,
    label: `${group.title[locale]} · ${group.organisationName}`,
  }))
  const options =
    own && !found.some(({ value }) => value === own.id)
      ? [{ value: own.id, label: own.title[locale] }, ...found]
      : found

  return (
    <Modal
      open
      title={say.openTitle}
      okText={say.open}
      cancelText={say.cancel}
      okButtonProps={{ disabled: groupId === '' || reason.trim().length < 2, loading: opening.busy || openingOf.busy }}
      onOk={() => void open()}
      onCancel={onDone}
    >
      <p className="sj-meta">{say.openEffect}</p>
      <div className="case-field">
        <label htmlFor={`${id}-group`}>{say.group}</label>
        <Select<string>
          placeholder={say.choose}
          id={`${id}-group`}
          showSearch={{ filterOption: false, onSearch: setSearch }}
          value={groupId || null}
          options={options}
          onChange={setGroupId}
        />
      </div>
      <div className="case-field">
        <label htmlFor={`${id}-reason`}>{say.reason}</label>
        <Input.TextArea
          id={`${id}-reason`}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <ProblemAlert problem={groups.problem ?? suggested.problem ?? opening.problem ?? openingOf.problem} takesFocus />
    </Modal>
  )
}
