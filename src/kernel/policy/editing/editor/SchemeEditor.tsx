import './editor.css'
import { Button, Tabs } from 'antd'
import { type ReactNode, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { ProblemItem } from '../../../../platform/contract/public.ts'
import { GoLink, StateTag, useLocale, useWords } from '../../../../platform/ui/public.ts'
import { runCases } from '../../packs/cases.ts'
import { withOwnFacts } from '../../packs/own-facts.ts'
import type { PackDocument } from '../../packs/pack.ts'
import { FACT_DICTIONARY } from '../../facts/dictionary.ts'
import { ClausesScreen } from './clauses/ClausesScreen.tsx'
import { ConditionsScreen } from './conditions/ConditionsScreen.tsx'
import type { CountyValue } from './county-values.ts'
import { compiledOn, isProgram } from './document/compiled.ts'
import { findingsNow } from './document/as-saved.ts'
import { typedFaults, withoutRepeats } from './document/faults.ts'
import { programsOf, withCoverage, withFunds } from './document/coverage.ts'
import { ownedWhereChanged } from './document/origins.ts'
import { sameContent } from './document/paths.ts'
import { sayPlace, type Screen, screenOf, SCREENS } from './document/places.ts'
import { begun, changed, redone, type Undoable, undone } from './document/undo.ts'
import { type Editing, EditingProvider, type Finding, type Fund, type NamedScheme } from './editing.tsx'
import { AmountScreen } from './amount/AmountScreen.tsx'
import { futureFindings } from './cases/case-faults.ts'
import { CasesScreen } from './cases/CasesScreen.tsx'
import type { Given } from './cases/given.ts'
import { TryScreen } from './cases/TryScreen.tsx'
import { DifferenceScreen } from './difference/DifferenceScreen.tsx'
import { FactsScreen } from './facts/FactsScreen.tsx'
import { RatesScreen } from './rates/RatesScreen.tsx'
import { RestScreen } from './rest/RestScreen.tsx'
import { words } from './words.ts'

type SchemeEditorProps = {
  document: PackDocument
  /** The version in force, against which what changed is told. */
  before?: PackDocument | undefined
  /** What the server found wrong with what was last saved. */
  problems?: readonly ProblemItem[]
  findings?: readonly Finding[]
  /** The document in which they were found, where it is another one than now. */
  foundIn?: PackDocument | undefined
  /** The county's parameters that the scheme may name, the strongest region first. */
  countyValues?: readonly CountyValue[]
  /** The funds there are, and the other schemes of the county, by name. */
  funds?: readonly Fund[]
  schemes?: readonly NamedScheme[]
  versions?: readonly string[]
  /** Where the draft is tried over last year's facts. */
  tryOutAt?: string | undefined
  readOnly?: boolean
  onChange: (document: PackDocument) => void
}

const NONE: readonly never[] = []

/** What every part of the editor counts on; a document without it can only be told what is wrong with it. */
function isDrawable(document: PackDocument): boolean {
  const { clauses, conditions, amount, cases, inForce, title, authority, funds, checks }: Partial<PackDocument> =
    document
  const isObject = (held: unknown) => typeof held === 'object' && held !== null
  return (
    [clauses, amount, inForce, title, authority, checks].every(isObject) &&
    [conditions, cases, funds].every(Array.isArray)
  )
}

/** The editor of one scheme; of a document that lacks its main parts it only says what is missing. */
export function SchemeEditor(props: SchemeEditorProps) {
  if (isDrawable(props.document)) return <WholeEditor {...props} />
  const compiled = compiledOn(props.document, NONE, '2000-01-01')
  return <Wrong problems={isProgram(compiled) ? (props.problems ?? NONE) : compiled} document={props.document} />
}

/** Edits one whole scheme. What is typed wrong stays where it was typed, and says what is wrong; every step can be taken back. */
function WholeEditor(props: SchemeEditorProps) {
  const { document: given, before, readOnly = false, onChange } = props
  const problems = useSame(props.problems ?? NONE)
  const findings = useSame(props.findings ?? NONE)
  const countyValues = useSame(props.countyValues ?? NONE)
  const funds = useSame(props.funds ?? NONE)
  const say = useWords(words)
  const [screen, setScreen] = useState<Screen>('rates')
  const [tried, setTried] = useState<Given>({})
  const [kept, setKept] = useState(() => begun(given))
  // What comes from outside and says something else begins anew; what we handed out ourselves comes back as it was.
  const state = kept.now === given || sameContent(kept.now, given) ? kept : begun(given)
  if (state !== kept) setKept(state)
  const document = state.now
  // Two changes may come before the next drawing: the second is made to what the first left.
  const latest = useRef(state)
  latest.current = state
  const go = (next: Undoable<PackDocument>) => {
    if (next.now === latest.current.now || readOnly) return
    latest.current = next
    setKept(next)
    onChange(next.now)
  }
  const box = useRef<HTMLDivElement>(null)
  useUndoKeys(
    box,
    () => go(undone(state)),
    () => go(redone(state)),
  )
  const settled = useDeferredValue(document)
  const dictionary = useMemo(() => withOwnFacts(FACT_DICTIONARY, settled.facts), [settled.facts])
  const compiled = useMemo(() => compiledOn(settled, countyValues, settled.inForce.from), [settled, countyValues])
  const program = isProgram(compiled) ? compiled : undefined
  const lastProgram = useRef(program)
  if (program) lastProgram.current = program
  const wrong = useMemo(
    () => withoutRepeats(typedFaults(settled, dictionary), isProgram(compiled) ? problems : [...compiled, ...problems]),
    [settled, dictionary, compiled, problems],
  )
  const found = useMemo(() => {
    const names = new Map(funds.map(({ code, name }) => [code, name]))
    const known = withFunds(findingsNow(findings, props.foundIn, settled), settled, { countyValues, names })
    if (!program) return known
    const programs = programsOf(program, (day) => compiledOn(settled, countyValues, day))
    return [...withCoverage(known, programs), ...futureFindings(settled, dictionary)]
  }, [findings, props.foundIn, program, settled, dictionary, countyValues, funds])
  const editing: Editing = {
    document,
    before,
    readOnly,
    countyValues,
    findings: found,
    problems: wrong,
    program,
    drawnBy: lastProgram.current,
    funds,
    schemes: props.schemes ?? NONE,
    versions: props.versions ?? NONE,
    change: (by) => {
      const { now } = latest.current
      const next = by(now)
      if (!sameContent(next, now)) go(changed(latest.current, ownedWhereChanged(now, next)))
    },
    programOn: (day) => compiledOn(document, countyValues, day),
  }
  const tryWith = (given: Given) => {
    setTried(given)
    setScreen('try')
  }
  const screens: Record<Screen, ReactNode> = {
    rates: <RatesScreen />,
    conditions: <ConditionsScreen />,
    amount: <AmountScreen />,
    clauses: <ClausesScreen />,
    cases: <CasesScreen onTry={tryWith} />,
    try: <TryScreen given={tried} onGiven={setTried} />,
    difference: <DifferenceScreen />,
    facts: <FactsScreen />,
    rest: <RestScreen />,
  }
  return (
    <EditingProvider value={editing}>
      <div className="sj-editor" ref={box}>
        <div className="sj-editor-bar">
          {readOnly ? null : (
            <>
              <Button disabled={state.past.length === 0} onClick={() => go(undone(state))}>
                {say.undo}
              </Button>
              <Button disabled={state.taken.length === 0} onClick={() => go(redone(state))}>
                {say.redo}
              </Button>
            </>
          )}
          <Button onClick={() => setScreen('try')}>{say.tryCase}</Button>
          {props.tryOutAt ? (
            <GoLink {...wayTo(props.tryOutAt)} className="sj-button">
              {say.tryOut}
            </GoLink>
          ) : null}
          <CasesTag editing={editing} />
        </div>
        <Wrong problems={wrong} document={document} onShow={setScreen} />
        <Found findings={editing.findings} document={document} onShow={setScreen} />
        <Tabs
          activeKey={screen}
          onChange={(key) => setScreen(key as Screen)}
          items={SCREENS.map((key) => ({
            key,
            label: say.screens[key],
            children: screen === key ? screens[key] : null,
          }))}
        />
      </div>
    </EditingProvider>
  )
}

/** Ctrl+Z and Ctrl+Y of the whole editor; a field in which something is not committed yet takes back its own. */
function useUndoKeys(box: RefObject<HTMLElement | null>, undo: () => void, redo: () => void): void {
  useEffect(() => {
    const editor = box.current
    const pressed = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
      if (event.target instanceof HTMLElement && event.target.dataset['uncommitted']) return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    editor?.addEventListener('keydown', pressed)
    return () => editor?.removeEventListener('keydown', pressed)
  })
}

function CasesTag({ editing: { program } }: { editing: Editing }) {
  const say = useWords(words)
  const results = useMemo(() => (program ? runCases(program) : undefined), [program])
  if (!results) return <StateTag tone="attention">{say.casesOpen}</StateTag>
  const green = results.filter(({ passed }) => passed).length
  return (
    <StateTag tone={green === results.length ? 'good' : 'refused'}>{say.casesGreen(green, results.length)}</StateTag>
  )
}

/** An address of the console with its query. */
function wayTo(address: string): { to: string; query: Record<string, string> } {
  const [to = '', search = ''] = address.split('?')
  return { to, query: Object.fromEntries(new URLSearchParams(search)) }
}

/** The same object as long as it says the same: what a page puts together anew at every drawing is not worked out anew. */
function useSame<T>(value: T): T {
  const kept = useRef(value)
  if (!sameContent(kept.current, value)) kept.current = value
  return kept.current
}

/** How many faults are told on top; the rest is told where it is. */
const MOST_TOLD = 8

/** All that has to be put right, at once, each with the way to it. */
function Wrong({
  problems,
  document,
  onShow,
}: {
  problems: readonly ProblemItem[]
  document: PackDocument
  onShow?: (screen: Screen) => void
}) {
  const say = useWords(words)
  const locale = useLocale()
  if (problems.length === 0) return null
  return (
    <section className="sj-callout sj-tone-refused" aria-label={say.faults(problems.length)} role="status">
      <h3>{say.faults(problems.length)}</h3>
      <ul className="sj-editor-wrong">
        {problems.slice(0, MOST_TOLD).map(({ at, sentence }) => (
          <li key={`${at} ${sentence.zh}`}>
            <b>{sayPlace(document, at)[locale]}</b> {sentence[locale]}{' '}
            {onShow ? (
              <button type="button" className="sj-plain" onClick={() => onShow(screenOf(at))}>
                {say.show}
              </button>
            ) : null}
          </li>
        ))}
        {problems.length > MOST_TOLD ? <li>{say.moreOf(problems.length - MOST_TOLD)}</li> : null}
      </ul>
    </section>
  )
}

/** What reading the scheme for faults found, the errors first, folded away until somebody asks. */
function Found({
  findings,
  document,
  onShow,
}: {
  findings: readonly Finding[]
  document: PackDocument
  onShow: (screen: Screen) => void
}) {
  const say = useWords(words)
  const locale = useLocale()
  if (findings.length === 0) return null
  const errors = findings.filter(({ severity }) => severity === 'error')
  const sorted = [...errors, ...findings.filter(({ severity }) => severity === 'warning')]
  return (
    <details className={`sj-callout sj-tone-${errors.length > 0 ? 'refused' : 'attention'}`}>
      <summary>
        {say.findings(errors.length, findings.length - errors.length)}
        {findings.some(({ isEarlier }) => isEarlier) ? ` ${say.asSaved}` : null}
      </summary>
      <ul className="sj-editor-wrong">
        {sorted.map(({ at, sentence, severity, isOfBefore }) => (
          <li key={`${at} ${sentence.zh}`}>
            {say.finding[severity]}
            <b>{sayPlace(document, at)[locale]}</b> {sentence[locale]} {isOfBefore ? say.ofBefore : null}{' '}
            <button type="button" className="sj-plain" onClick={() => onShow(screenOf(at))}>
              {say.show}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
