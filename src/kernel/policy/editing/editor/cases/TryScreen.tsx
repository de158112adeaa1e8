import { Button } from 'antd'
import { type FormEvent, useMemo, useState } from 'react'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { factsOf } from '../../../packs/cases.ts'
import type { GoldenCase } from '../../../packs/pack.ts'
import { isProgram } from '../document/compiled.ts'
import { withAdded } from '../document/paths.ts'
import { useEditing } from '../editing.tsx'
import { ChoiceField, DayField, TextField } from '../fields.tsx'
import { AnswerView } from './AnswerView.tsx'
import { asFacts, asMembers, decidable, expectOf, type Given, wholeGiven } from './given.ts'
import { GivenFields } from './GivenFields.tsx'
import { StandingFields } from './StandingFields.tsx'
import { words } from './words.ts'

/** Facts filled in, the answer beside them, by the program that decides. What was tried can be kept as a case. */
export function TryScreen({ given, onGiven }: { given: Given; onGiven: (given: Given) => void }) {
  const { document, programOn, program: first, drawnBy, readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const [on, setOn] = useState(document.inForce.from)
  const [began, setBegan] = useState('')
  const [name, setName] = useState('')
  const [told, setTold] = useState<{ text: string; wrong: boolean }>()
  const program = useMemo(() => {
    if (on === document.inForce.from) return first
    const compiled = programOn(on)
    return isProgram(compiled) ? compiled : undefined
  }, [on, first, document, programOn])
  const answer = useMemo(() => {
    if (!program) return undefined
    const definitions = new Map(program.slots.map((slot) => [slot.key, slot.definition]))
    return program.decide(factsOf(asCase(decidable(given, (key) => definitions.get(key))), []))
  }, [program, given])
  const drawn = program ?? drawnBy
  const members = asMembers(given)
  const begin = (from: string) => {
    setBegan(from)
    const golden = document.cases.find((each) => each.name === from)
    setOn(golden?.on ?? document.inForce.from)
    onGiven(golden ? wholeGiven(golden, document.cases) : {})
  }
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const called = name.trim()
    if (called === '') return setTold({ text: say.needsName, wrong: true })
    if (document.cases.some((each) => each.name === called)) return setTold({ text: say.taken(called), wrong: true })
    if (!answer) return
    const day = on === document.inForce.from ? {} : { on }
    change((now) => withAdded(now, ['cases'], { name: called, ...day, ...members, expect: expectOf(answer) }))
    setTold({ text: say.keptAs(called), wrong: false })
    setName('')
  }
  return (
    <div className="sj-editor-two sj-editor-try">
      <section aria-labelledby="editor-facts">
        <h2 id="editor-facts">{say.facts}</h2>
        <div className="sj-editor-row">
          <ChoiceField
            label={say.from}
            value={began}
            choices={[
              { value: '', label: say.blank },
              ...document.cases.map((each) => ({ value: each.name, label: each.name })),
            ]}
            onChange={begin}
          />
          <DayField label={say.on} value={on} onChange={setOn} />
        </div>
        <p className="sj-meta">{say.factsMeant}</p>
        {drawn ? (
          <>
            <StandingFields
              program={drawn}
              standing={members}
              onChange={(standing) => onGiven(asFacts({ given: members.given, ...standing }))}
            />
            <GivenFields slots={drawn.slots} given={given} onChange={onGiven} />
          </>
        ) : null}
      </section>
      <section aria-labelledby="editor-answer" className="sj-editor-beside">
        <h2 id="editor-answer">{say.answer}</h2>
        {answer ? <AnswerView answer={answer} /> : <p className="sj-meta">{say.notReady}</p>}
        {answer && !readOnly ? (
          <form className="sj-editor-row" onSubmit={keep}>
            <TextField label={say.name} value={name} onChange={setName} wide />
            <Button htmlType="submit">{say.keep}</Button>
          </form>
        ) : null}
        {told ? (
          <p
            role={told.wrong ? 'alert' : 'status'}
            className={told.wrong ? 'sj-field-wrong' : ''}
            lang={locale === 'zh' ? 'zh-CN' : 'en'}
          >
            {told.text}
          </p>
        ) : null}
      </section>
    </div>
  )
}

const asCase = (given: Given): GoldenCase => ({ name: '', given, expect: { notApplicable: true } }) as GoldenCase
