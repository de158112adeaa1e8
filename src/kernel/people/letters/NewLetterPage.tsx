import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import {
  type Column,
  DenseTable,
  PageFrame,
  ProblemAlert,
  SearchBox,
  useAct,
  useCall,
  useFilters,
  useGo,
  useListing,
  useLocale,
  useTell,
  useWords,
  Waiting,
  listed,
} from '../../../platform/ui/public.ts'
import { LETTER_REGISTERS, type LetterRegister } from './columns.ts'
import { type GroupChoice, letterDefaults, lettersOfGroup, listLetterGroups, makeLetters } from './contract.ts'
import './letters.css'
import { words } from './words.ts'

function useColumns(): Column<GroupChoice>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    { key: 'title', title: say.groups, show: (group) => group.title[locale] },
    { key: 'provider', title: say.provider, width: 210, show: (group) => group.organisationName },
    {
      key: 'dates',
      title: say.dates,
      width: 206,
      show: (group) => <span className="sj-num">{`${group.from} – ${group.to ?? ''}`}</span>,
    },
    { key: 'people', title: say.people, width: 70, kind: 'number', show: (group) => group.people },
    {
      key: 'asked',
      title: say.askedAlready,
      width: 260,
      wraps: true,
      show: (group) => group.asked.map((register) => say.registers[register]).join(locale === 'zh' ? '、' : ', '),
    },
  ]
}

type OfficesProps = {
  offices: Readonly<Record<LetterRegister, string>>
  wanted: readonly LetterRegister[]
  onOffice: (register: LetterRegister, office: string) => void
  onWant: (register: LetterRegister, isWanted: boolean) => void
}

/** Which registers are asked, each at which office. */
function Offices({ offices, wanted, onOffice, onWant }: OfficesProps) {
  const say = useWords(words)
  return (
    <div className="letter-offices">
      {LETTER_REGISTERS.map((register) => (
        <div className="letter-office" key={register}>
          <Checkbox checked={wanted.includes(register)} onChange={(event) => onWant(register, event.target.checked)}>
            {say.registerName[register]}
          </Checkbox>
          <Input
            aria-label={say.toOffice(say.registers[register])}
            value={offices[register]}
            maxLength={100}
            disabled={!wanted.includes(register)}
            onChange={(event) => onOffice(register, event.target.value)}
          />
        </div>
      ))}
    </div>
  )
}

type Defaults = { offices: readonly { register: LetterRegister; office: string }[]; purpose: string; validDays: number }

function NewLetterForm({ defaults }: { defaults: Defaults }) {
  const say = useWords(words)
  const go = useGo()
  const tell = useTell()
  const id = useId()
  const { filters, set } = useFilters({
    groups: [] as readonly string[],
    registers: [] as readonly string[],
    search: '',
  })
  const making = useAct(makeLetters)
  const asked = LETTER_REGISTERS.filter((each) => filters.registers.includes(each))
  const [wanted, setWanted] = useState<readonly LetterRegister[]>(asked.length > 0 ? asked : LETTER_REGISTERS)
  const [purpose, setPurpose] = useState(defaults.purpose)
  const [offices, setOffices] = useState(
    () =>
      Object.fromEntries(defaults.offices.map(({ register, office }) => [register, office])) as Record<
        LetterRegister,
        string
      >,
  )
  const list = useListing(listLetterGroups, { query: filters.search ? { search: filters.search } : {} })
  const columns = useColumns()
  // A class that was chosen elsewhere may be beyond the page of the list that is shown.
  const [first] = filters.groups
  const linked = useCall(lettersOfGroup, { params: { groupId: first ?? '' } }, { enabled: first !== undefined })
  const chosen = list.rows?.filter((group) => filters.groups.includes(group.id)) ?? []
  const isAllSeen = chosen.length === filters.groups.length
  const people = isAllSeen
    ? chosen.reduce((sum, group) => sum + group.people, 0)
    : filters.groups.length === 1
      ? (linked.data?.people ?? 0)
      : null
  const isReady =
    filters.groups.length > 0 &&
    wanted.length > 0 &&
    purpose.trim() !== '' &&
    wanted.every((each) => offices[each].trim() !== '')

  async function make() {
    const letters = LETTER_REGISTERS.filter((each) => wanted.includes(each)).map((register) => ({
      register,
      office: offices[register],
    }))
    const done = await making.act({ body: { letters, groupIds: [...filters.groups], purpose } })
    if (!done.ok) return
    const numbers = done.answer.letters.map((letter) => letter.number)
    tell(words.made(numbers.join('、')))
    const [only] = done.answer.letters
    if (done.answer.letters.length === 1 && only) go(`/letters/${only.id}`)
    else go('/letters', { query: filters.groups.length === 1 && first ? { group: first } : {} })
  }

  return (
    <>
      <h2>{say.chooseRegisters}</h2>
      <Offices
        offices={offices}
        wanted={wanted}
        onOffice={(register, office) => setOffices((now) => ({ ...now, [register]: office }))}
        onWant={(register, isWanted) =>
          setWanted((now) => (isWanted ? [...now, register] : now.filter((each) => each !== register)))
        }
      />
      <div className="letter-purpose">
        <label htmlFor={`${id}-purpose`}>{say.purpose}</label>
        <Input
          id={`${id}-purpose`}
          value={purpose}
          maxLength={200}
          onChange={(event) => setPurpose(event.target.value)}
        />
      </div>
      <h2>{say.chooseGroups}</h2>
      <DenseTable
        {...listed(list)}
        label={say.chooseGroups}
        columns={columns}
        rowKey={(group) => group.id}
        empty={{ sentence: filters.search ? say.noGroupsFound : say.noGroups }}
        selection={{ keys: filters.groups, onChange: (groups) => set({ groups }) }}
      />
      <p className="sj-meta">{say.validFor(defaults.validDays)}</p>
      <ProblemAlert problem={making.problem} takesFocus />
      <p>
        <Button type="primary" disabled={!isReady} loading={making.busy} onClick={() => void make()}>
          {say.make(wanted.length)}
        </Button>{' '}
        {filters.groups.length > 0 && people !== null ? (
          <span className="sj-meta">{say.chosen(filters.groups.length, people)}</span>
        ) : null}
      </p>
    </>
  )
}

/** Which offices shall be asked about which classes? */
export default function NewLetterPage() {
  const say = useWords(words)
  const defaults = useCall(letterDefaults)
  const { filters, set } = useFilters({ search: '' })
  return (
    <PageFrame
      title={say.newLetter}
      meta={say.newLetterMeta}
      crumbs={[{ label: say.letters, to: '/letters' }]}
      search={<SearchBox value={filters.search} onSearch={(search) => set({ search })} hint={say.searchHint} />}
    >
      <ProblemAlert problem={defaults.problem} onRetry={defaults.retry} />
      {defaults.data ? <NewLetterForm defaults={defaults.data} /> : defaults.problem ? null : <Waiting rows={8} />}
    </PageFrame>
  )
}
