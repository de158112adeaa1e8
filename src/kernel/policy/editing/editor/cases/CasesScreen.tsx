import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { StateTag, useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { factsOf, playedBy, runCases } from '../../../packs/cases.ts'
import type { Program } from '../../../deciding/compile.ts'
import type { Answer } from '../../../deciding/decide.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { originOf } from '../document/origins.ts'
import { withAdded, withValue } from '../document/paths.ts'
import { Notes, Origin, useEditing } from '../editing.tsx'
import { ChoiceField, DayField, TextField } from '../fields.tsx'
import { ExpectFields } from './ExpectFields.tsx'
import { sayExpect } from './say-expect.ts'
import { asMembers, expectOf, type Given, wholeGiven, withCaseNamed, withoutCase, type WrittenCase } from './given.ts'
import { GivenFields } from './GivenFields.tsx'
import { StandingFields } from './StandingFields.tsx'
import { words } from './words.ts'

/** The golden cases, each played as soon as anything changes. */
export function CasesScreen({ onTry }: { onTry: (given: Given) => void }) {
  const { document, program, readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const [open, setOpen] = useState<number | null>(null)
  const [onlyRed, setOnlyRed] = useState(false)
  const results = useMemo(() => new Map(program ? runCases(program).map((each) => [each.name, each]) : []), [program])
  const cases = document.cases.map((golden, index) => ({ golden, index, result: results.get(golden.name) }))
  const shown = onlyRed ? cases.filter(({ result, index }) => result?.passed !== true || index === open) : cases
  const green = cases.filter(({ result }) => result?.passed).length
  const add = () => {
    const taken = document.cases.map(({ name }) => name)
    const name = taken.includes(say.newCase) ? `${say.newCase} ${taken.length + 1}` : say.newCase
    change((now) => withAdded(now, ['cases'], { name, given: {}, expect: { notApplicable: true } }))
    setOpen(document.cases.length)
  }
  return (
    <section aria-label={say.count(green, cases.length)}>
      <div className="sj-editor-bar">
        <b>{say.count(green, cases.length)}</b>
        <label className="sj-editor-example">
          <input type="checkbox" checked={onlyRed} onChange={(event) => setOnlyRed(event.target.checked)} />
          {say.onlyRed}
        </label>
        {readOnly ? null : <Button onClick={add}>{say.add}</Button>}
      </div>
      <ul className="sj-editor-cases">
        {shown.map(({ golden, index, result }) => (
          <li key={index}>
            <div className="sj-editor-case">
              <StateTag tone={!result ? 'attention' : result.passed ? 'good' : 'refused'}>
                {!result ? say.open : result.passed ? say.passed : say.failed}
              </StateTag>
              <button
                type="button"
                className="sj-plain"
                aria-expanded={open === index}
                onClick={() => setOpen(open === index ? null : index)}
              >
                {golden.name}
              </button>
              <Origin part={`cases.${golden.name}`} />
              {result && !result.passed ? (
                <small className="sj-field-wrong">
                  {say.expected(sayExpect(golden.expect, document)[locale])};
                  {say.got(sayExpect(expectOf(answerTo(program!, golden, document)), document)[locale])}
                </small>
              ) : (
                <small className="sj-meta">{sayExpect(golden.expect, document)[locale]}</small>
              )}
            </div>
            {open === index ? (
              <CaseForm index={index} golden={golden} onTry={onTry} onClose={() => setOpen(null)} />
            ) : null}
            <Notes at={`cases.${index}`} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a case comes to, played as it is when the scheme is published. */
function answerTo(program: Program, golden: WrittenCase, { cases }: PackDocument): Answer {
  return playedBy(program, golden).decide(factsOf(golden as never, cases as never))
}

function CaseForm({
  index,
  golden,
  onTry,
  onClose,
}: {
  index: number
  golden: WrittenCase
  onTry: (given: Given) => void
  onClose: () => void
}) {
  const { document, program, drawnBy, readOnly, change } = useEditing()
  const say = useWords(words)
  const earlier = document.cases.slice(0, index)
  const like = earlier.find((each) => each.name === golden.like)
  const set = (member: keyof WrittenCase, value: unknown) =>
    change((now) => withValue(now, ['cases', index, member], value))
  const answer = program && answerTo(program, golden, document)
  const inherited = like ? wholeGiven(like, document.cases) : undefined
  return (
    <div className="sj-editor-part">
      <div className="sj-editor-row">
        <TextField
          label={say.name}
          value={golden.name}
          readOnly={readOnly}
          wide
          onChange={(name) => change((now) => ({ ...now, cases: withCaseNamed(now.cases, index, name) }))}
        />
        <ChoiceField
          label={say.like}
          value={golden.like ?? ''}
          readOnly={readOnly}
          choices={[{ value: '', label: say.noLike }, ...earlier.map(({ name }) => ({ value: name, label: name }))]}
          onChange={(name) => set('like', name === '' ? undefined : name)}
        />
        <DayField
          label={say.on}
          value={golden.on ?? like?.on ?? document.inForce.from}
          readOnly={readOnly}
          onChange={(on) => set('on', on === document.inForce.from ? undefined : on)}
        />
      </div>
      <h3>{say.facts}</h3>
      {drawnBy ? (
        <>
          <StandingFields
            program={drawnBy}
            standing={golden}
            inherited={inherited && asMembers(inherited)}
            readOnly={readOnly}
            onChange={({ instalment, beside }) =>
              change((now) =>
                withValue(
                  withValue(now, ['cases', index, 'instalment'], instalment),
                  ['cases', index, 'beside'],
                  beside,
                ),
              )
            }
          />
          <GivenFields
            slots={drawnBy.slots}
            given={golden.given}
            readOnly={readOnly}
            onChange={(given) => set('given', given)}
            {...(inherited ? { inherited } : {})}
          />
        </>
      ) : (
        <p className="sj-meta">{say.notReady}</p>
      )}
      <h3>{say.expect}</h3>
      <ExpectFields
        expect={golden.expect}
        answer={answer}
        readOnly={readOnly}
        onChange={(expect) => set('expect', expect)}
      />
      <div className="sj-editor-bar">
        {answer && !readOnly ? (
          <Button size="small" onClick={() => set('expect', expectOf(answer))}>
            {say.takeAnswer}
          </Button>
        ) : null}
        <Button size="small" onClick={() => onTry(wholeGiven(golden, document.cases))}>
          {say.tryIt}
        </Button>
        {readOnly || document.cases.length < 2 || originOf(document, `cases.${golden.name}`) ? null : (
          <Button
            size="small"
            danger
            onClick={() => {
              change((now) => ({ ...now, cases: withoutCase(now.cases, index) }))
              onClose()
            }}
          >
            {say.remove}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {say.close}
        </Button>
      </div>
    </div>
  )
}
