import {
  CivilDate,
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  PageFrame,
  StateTag,
  useFilters,
  useGo,
  useListing,
  useLocale,
  useViewer,
  useWords,
  listed,
} from '../../../platform/ui/public.ts'
import { LETTER_REGISTERS } from './columns.ts'
import { type ListedLetter, listLetters } from './contract.ts'
import { LETTER_STATES } from './rules.ts'
import { STATE_TONE } from './tones.ts'
import { words } from './words.ts'

function useColumns(): Column<ListedLetter>[] {
  const say = useWords(words)
  const locale = useLocale()
  const classes = ({ groups }: ListedLetter) =>
    `${groups[0]?.title[locale] ?? ''}${groups.length > 1 ? say.andMore(groups.length) : ''}`
  return [
    {
      key: 'number',
      title: say.number,
      width: 118,
      pinned: true,
      show: (letter) => <GoLink to={`/letters/${letter.id}`}>{letter.number}</GoLink>,
    },
    {
      key: 'state',
      title: say.state,
      width: 110,
      show: (letter) => <StateTag tone={STATE_TONE[letter.state]}>{say.states[letter.state]}</StateTag>,
    },
    { key: 'register', title: say.register, width: 96, show: (letter) => say.registers[letter.register] },
    { key: 'office', title: say.office, width: 170, show: (letter) => letter.office },
    { key: 'groups', title: say.groups, show: classes },
    { key: 'people', title: say.people, width: 70, kind: 'number', show: (letter) => letter.personCount },
    {
      key: 'hits',
      title: say.hits,
      width: 80,
      kind: 'number',
      show: ({ hitPeople }) => (hitPeople === null ? '' : say.hitPeople(hitPeople)),
    },
    { key: 'madeOn', title: say.madeOn, width: 104, show: (letter) => <CivilDate date={letter.madeOn} /> },
    { key: 'expiresOn', title: say.expiresOn, width: 110, show: (letter) => <CivilDate date={letter.expiresOn} /> },
  ]
}

/** Which letters are out, and which have been answered? */
export default function LettersPage() {
  const say = useWords(words)
  const locale = useLocale()
  const go = useGo()
  const { may } = useViewer()
  const { filters, set, clear, filtered } = useFilters({ register: '', state: '', group: '' })
  const register = LETTER_REGISTERS.find((each) => each === filters.register)
  const state = LETTER_STATES.find((each) => each === filters.state)
  const list = useListing(listLetters, {
    query: {
      ...(register ? { register } : {}),
      ...(state ? { state } : {}),
      ...(filters.group ? { group: filters.group } : {}),
    },
  })
  const ofClass = list.rows?.flatMap((letter) => letter.groups).find((group) => group.id === filters.group)
  const newLetter = may('letter.write') ? (
    <GoLink className="sj-button" to="/letters/new" query={filters.group ? { groups: filters.group } : {}}>
      {say.newLetter}
    </GoLink>
  ) : null
  const chips = [
    ...LETTER_STATES.map((each) => ({
      key: each,
      label: say.states[each],
      on: state === each,
      toggle: () => set({ state: state === each ? '' : each }),
    })),
    ...LETTER_REGISTERS.map((each) => ({
      key: each,
      label: say.registers[each],
      on: register === each,
      toggle: () => set({ register: register === each ? '' : each }),
    })),
    ...(filters.group
      ? [{ key: 'group', label: say.ofClass(ofClass?.title[locale] ?? ''), remove: () => set({ group: '' }) }]
      : []),
  ]
  return (
    <PageFrame
      title={say.letters}
      meta={say.lettersMeta}
      actions={newLetter}
      filters={<FilterChips chips={chips} onClear={filtered && clear} />}
    >
      <DenseTable
        {...listed(list)}
        label={say.letters}
        columns={useColumns()}
        rowKey={(letter) => letter.id}
        empty={{ sentence: filtered ? say.noneFound : say.none, action: newLetter }}
        onOpen={(letter) => go(`/letters/${letter.id}`)}
      />
    </PageFrame>
  )
}
