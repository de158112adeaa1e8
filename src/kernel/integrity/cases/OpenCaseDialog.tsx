import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { ProblemAlert, useAct, useCall, useGo, useLocale, useTell, useWords } from '../../../platform/ui/public.ts'
import './cases.css'
import { listCaseGroups, openCase } from './contract.ts'
import { pageWords } from './page-words.ts'

/** A doubt that no check has: about which class, and why. */
export function OpenCaseDialog({ onDone }: { onDone: () => void }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const go = useGo()
  const tell = useTell()
  const id = useId()
  const [search, setSearch] = useState('')
  const [groupId, setGroupId] = useState('')
  const [reason, setReason] = useState('')
  const groups = useCall(listCaseGroups, { query: search.trim() ? { search: search.trim() } : {} })
  const opening = useAct(openCase)

  async function open() {
    const done = await opening.act({ body: { groupId, reason } })
    if (!done.ok) return
    tell(pageWords.opened(done.answer.number))
    onDone()
    go(`/cases/${done.answer.id}`)
  }

  return (
    <Modal
      open
      title={say.openTitle}
      okText={say.open}
      cancelText={say.cancel}
      okButtonProps={{ disabled: groupId === '' || reason.trim().length < 2, loading: opening.busy }}
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
          options={(groups.data?.items ?? []).map((group) => ({
            value: group.id,
            label: `${group.title[locale]} · ${group.organisationName}`,
          }))}
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
      <ProblemAlert problem={groups.problem ?? opening.problem} takesFocus />
    </Modal>
  )
}
