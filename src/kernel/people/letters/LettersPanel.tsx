import {
  Callout,
  type Column,
  DenseTable,
  GoLink,
  ProblemAlert,
  StateTag,
  useCall,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { type ComparedWith, lettersOfGroup } from './contract.ts'
import { STATE_TONE } from './tones.ts'
import { words } from './words.ts'

/** With which registers the people of a class have been compared, and the way to the letters. */
export function LettersPanel({ classId }: { classId: string }) {
  const say = useWords(words)
  const { may } = useViewer()
  const { data, problem, retry } = useCall(lettersOfGroup, { params: { groupId: classId } })
  if (!data) return problem ? <ProblemAlert problem={problem} onRetry={retry} /> : <Waiting />
  if (data.people === 0) return <p className="sj-empty">{say.panelNone}</p>
  const lacking = data.registers.filter((each) => each.compared < data.people)
  const toAsk = lacking.filter((each) => each.letter?.state !== 'waiting')
  const columns: Column<ComparedWith>[] = [
    { key: 'register', title: say.register, width: 220, pinned: true, show: (each) => say.registerName[each.register] },
    { key: 'compared', title: say.result, width: 190, show: (each) => say.comparedOf(each.compared, data.people) },
    {
      key: 'hits',
      title: say.hits,
      width: 80,
      kind: 'number',
      show: ({ compared, hitPeople }) => (compared === 0 && hitPeople === 0 ? '' : say.hitPeople(hitPeople)),
    },
    {
      key: 'letter',
      title: say.latestLetter,
      show: ({ letter }) =>
        letter ? (
          <>
            <GoLink to={`/letters/${letter.id}`}>{letter.number}</GoLink> {letter.office}{' '}
            <StateTag tone={STATE_TONE[letter.state]}>{say.states[letter.state]}</StateTag>
          </>
        ) : (
          say.noLetterYet
        ),
    },
  ]
  const ask = { groups: classId, registers: toAsk.map((each) => each.register).join(',') }
  return (
    <section aria-label={say.panel}>
      <Callout
        tone={lacking.length > 0 ? 'attention' : 'good'}
        title={lacking.length > 0 ? say.stillToCompare(lacking.length) : say.allCompared}
        evidence={
          <>
            {toAsk.length > 0 && may('letter.write') ? (
              <GoLink to="/letters/new" query={ask}>
                {say.newLetter} ▸
              </GoLink>
            ) : null}
            <GoLink to="/letters" query={{ group: classId }}>
              {say.allLetters}
            </GoLink>
          </>
        }
      />
      <DenseTable
        label={say.panel}
        columns={columns}
        rows={data.registers}
        rowKey={(each) => each.register}
        empty={{ sentence: '' }}
      />
    </section>
  )
}
