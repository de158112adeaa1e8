import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import {
  DateField,
  Modal,
  ProblemAlert,
  UploadBox,
  useAct,
  useLocale,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { levelName, parseYuan, SKILL_LEVELS, type SkillLevel } from '../../values/public.ts'
import { type HistoryMember, keepEvidence, recordLookup } from './contract.ts'
import { FamilyChoice } from './FamilyChoice.tsx'
import { OccupationSelect } from './OccupationSelect.tsx'
import { pageWords } from './page-words.ts'

type Family = { code: string; label: { zh: string; en: string } }

type LookupDialogProps = {
  place: { kind: string; groupId: string }
  families: readonly Family[]
  people: readonly HistoryMember[]
  onRecorded: () => void
  onCancel: () => void
}

type Received = {
  key: number
  personId: string
  family: string
  occupationId: string | null
  level: SkillLevel | null
  certificateNo: string
  yuan: string
  paidOn: string
}

/** What the province’s platform showed on a day about these people: nothing, or payment by payment; and the picture of it. */
export function LookupDialog({ place, families, people, onRecorded, onCancel }: LookupDialogProps) {
  const say = useWords(pageWords)
  const id = useId()
  const { businessDate } = useViewer()
  const keeping = useAct(keepEvidence)
  const recording = useAct(recordLookup)
  const [source, setSource] = useState<string>(say.lookup.defaultSource)
  const [checkedOn, setCheckedOn] = useState(businessDate)
  const [chosen, setChosen] = useState<readonly string[]>(['TRAINING', 'UI_UPGRADE'])
  const [file, setFile] = useState<{ fileId: string; fileName: string } | null>(null)
  const [received, setReceived] = useState<readonly Received[]>([])
  const sumOf = (each: Received) => {
    const read = parseYuan(each.yuan)
    return read.ok && read.value > 0n ? String(read.value) : null
  }
  const isWhole =
    source.trim().length >= 2 &&
    checkedOn !== '' &&
    chosen.length > 0 &&
    file !== null &&
    received.every((each) => sumOf(each) !== null && each.paidOn !== '')

  async function keep(given: File) {
    const done = await keeping.act({ query: { fileName: given.name }, file: given })
    if (done.ok) setFile(done.answer)
  }

  async function record() {
    if (!file) return
    const done = await recording.act({
      params: place,
      body: {
        source: source.trim(),
        checkedOn,
        families: [...chosen],
        fileId: file.fileId,
        people: people.map(({ personId }) => ({
          personId,
          received: received
            .filter((each) => each.personId === personId)
            .map((each) => ({
              family: each.family,
              occupationId: each.occupationId,
              level: each.level,
              certificateNo: each.certificateNo.trim(),
              amountFen: sumOf(each) ?? '0',
              paidOn: each.paidOn,
            })),
        })),
      },
    })
    if (done.ok) onRecorded()
  }

  const change = (key: number, to: Partial<Received>) =>
    setReceived((now) => now.map((each) => (each.key === key ? { ...each, ...to } : each)))
  const add = (personId: string) =>
    setReceived((now) => [
      ...now,
      {
        key: Math.max(0, ...now.map((each) => each.key)) + 1,
        personId,
        family: chosen[0] ?? 'TRAINING',
        occupationId: null,
        level: null,
        certificateNo: '',
        yuan: '',
        paidOn: '',
      },
    ])

  return (
    <Modal
      open
      width={860}
      title={say.lookup.record(people.length)}
      okText={say.lookup.save}
      cancelText={say.lookup.cancel}
      okButtonProps={{ disabled: !isWhole, loading: recording.busy }}
      onOk={() => void record()}
      onCancel={onCancel}
    >
      <div className="hist-form">
        <div>
          <label htmlFor={`${id}-source`}>{say.lookup.source}</label>
          <Input
            id={`${id}-source`}
            maxLength={100}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        </div>
        <div>
          <span className="hist-label">{say.lookup.checkedOn}</span>
          <DateField aria-label={say.lookup.checkedOn} value={checkedOn} max={businessDate} onChange={setCheckedOn} />
        </div>
        <div>
          <FamilyChoice label={say.lookup.families} families={families} value={chosen} onChange={setChosen} />
        </div>
      </div>
      <UploadBox
        label={say.lookup.evidence}
        accept=".png,.jpg,.jpeg,.pdf,.xlsx,.xls,.csv"
        hint={say.lookup.evidenceHint}
        busy={keeping.busy}
        progress={keeping.sent}
        answer={
          keeping.problem
            ? { ok: false, problem: keeping.problem }
            : file
              ? { ok: true, sentence: say.lookup.evidenceKept(file.fileName) }
              : null
        }
        onFile={(given) => void keep(given)}
      />
      <h3>{say.lookup.perPerson}</h3>
      {people.map((person) => {
        const own = received.filter((each) => each.personId === person.personId)
        return (
          <div key={person.personId}>
            <div className="hist-person">
              <span>
                {person.position} · {person.maskedName} <span className="sj-num">{person.maskedIdentity}</span>
              </span>
              {own.length === 0 ? <span className="sj-meta">{say.lookup.nothing}</span> : null}
              <Button size="small" onClick={() => add(person.personId)}>
                {say.lookup.addReceived}
              </Button>
            </div>
            {own.map((each) => (
              <ReceivedFields
                key={each.key}
                given={each}
                families={families}
                onChange={(to) => change(each.key, to)}
                onRemove={() => setReceived((now) => now.filter((other) => other.key !== each.key))}
              />
            ))}
          </div>
        )
      })}
      <ProblemAlert problem={recording.problem} takesFocus />
    </Modal>
  )
}

type ReceivedFieldsProps = {
  given: Received
  families: readonly Family[]
  onChange: (to: Partial<Received>) => void
  onRemove: () => void
}

/** One payment the province showed. */
function ReceivedFields({ given, families, onChange, onRemove }: ReceivedFieldsProps) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { businessDate } = useViewer()
  return (
    <div className="hist-received">
      <div className="hist-received-fields">
        <Select
          aria-label={say.lookup.family}
          value={given.family}
          options={families.map((family) => ({ value: family.code, label: family.label[locale] }))}
          onChange={(family) => onChange({ family })}
        />
        <OccupationSelect
          label={say.lookup.occupation}
          placeholder={say.lookup.occupation}
          value={given.occupationId}
          onChange={(occupationId) => onChange({ occupationId })}
        />
        <Select<SkillLevel>
          aria-label={say.lookup.level}
          allowClear
          placeholder={say.lookup.level}
          value={given.level}
          options={SKILL_LEVELS.map((level) => ({ value: level, label: levelName(level)[locale] }))}
          onChange={(level: SkillLevel | undefined) => onChange({ level: level ?? null })}
        />
        <Input
          aria-label={say.lookup.amount}
          placeholder={say.lookup.amount}
          inputMode="decimal"
          value={given.yuan}
          onChange={(event) => onChange({ yuan: event.target.value })}
        />
        <DateField
          aria-label={say.lookup.paidOn}
          value={given.paidOn}
          max={businessDate}
          onChange={(paidOn) => onChange({ paidOn })}
        />
        <Input
          aria-label={say.lookup.certificate}
          placeholder={say.lookup.certificate}
          maxLength={40}
          value={given.certificateNo}
          onChange={(event) => onChange({ certificateNo: event.target.value })}
        />
      </div>
      <button type="button" className="sj-plain" onClick={onRemove}>
        {say.lookup.remove}
      </button>
    </div>
  )
}
