import {
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  StateTag,
  useFilters,
  useListing,
  useViewer,
  useWords,
  listed,
} from '../../../platform/ui/public.ts'
import type { LetterRegister } from './columns.ts'
import { type Letter, peopleOfLetter, type PersonOfLetter } from './contract.ts'
import { STANDING_TONE } from './tones.ts'
import { words } from './words.ts'

/** What one hit says, whose word it is, and whether it names somebody else. */
function Hits({ person, register }: { person: PersonOfLetter; register: LetterRegister }) {
  const say = useWords(words)
  const { may } = useViewer()
  return person.hits.map((hit) => {
    const says =
      register === 'deaths'
        ? say.died(hit.from ?? '', hit.office, hit.asOf)
        : say.hitSays(hit.says, hit.from ?? '', hit.to ?? '', hit.office, hit.asOf)
    return (
      <span className="letter-hit" key={hit.id}>
        {says} {hit.otherName ? <StateTag tone="attention">{say.otherName(hit.otherName)}</StateTag> : null}{' '}
        {may('trail.read') ? <GoLink to={`/trail/register-hit/${hit.id}`}>{say.trail}</GoLink> : null}
      </span>
    )
  })
}

/** Everybody a letter asks about, masked, each with what the answers know. */
export function LetterPeople({ letter }: { letter: Letter }) {
  const { id: letterId, register, hitPeople } = letter
  const say = useWords(words)
  const { filters, set } = useFilters({ only: '' })
  const isOnlyHits = filters.only === 'hit'
  const list = useListing(peopleOfLetter, { params: { letterId }, query: isOnlyHits ? { only: 'hit' } : {} })
  const columns: Column<PersonOfLetter>[] = [
    { key: 'position', title: say.position, width: 64, kind: 'number', show: (person) => person.position },
    { key: 'name', title: say.name, width: 90, show: (person) => person.maskedName },
    {
      key: 'standing',
      title: say.result,
      width: 160,
      show: (person) => <StateTag tone={STANDING_TONE[person.standing]}>{say.standing[person.standing]}</StateTag>,
    },
    {
      key: 'hits',
      title: say.hits,
      wraps: true,
      show: (person) => <Hits person={person} register={register} />,
    },
    {
      key: 'identity',
      title: say.identity,
      width: 180,
      show: (person) => <span className="sj-num">{person.maskedIdentity}</span>,
    },
  ]
  const chip = {
    key: 'hit',
    label: say.onlyHits,
    count: hitPeople ?? 0,
    on: isOnlyHits,
    toggle: () => set({ only: isOnlyHits ? '' : 'hit' }),
  }
  return (
    <>
      <h2>{say.peopleOfLetter}</h2>
      <div className="letter-filter">
        <FilterChips chips={[chip]} />
      </div>
      <DenseTable
        {...listed(list)}
        label={say.peopleOfLetter}
        columns={columns}
        rowKey={(person) => person.personId}
        empty={{ sentence: say.noPeople }}
      />
    </>
  )
}
