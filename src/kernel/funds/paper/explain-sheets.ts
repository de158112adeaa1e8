import type { Sentence } from '../../../platform/contract/public.ts'
import { type Block, type Cell, type GridRow, layOut, type Sheet } from '../../../platform/paper/public.ts'
import type { WordedForm } from '../../policy/public.ts'
import { type Fen, formatYuan } from '../../values/public.ts'
import { EXPLAIN_TITLES, labels, type Reading } from './explain-words.ts'

/** One step of a decision, in a sentence of its own. */
export type StepTold = {
  readonly verdict: 'true' | 'false' | 'unknown' | 'amount'
  readonly label: Sentence
  readonly sentence: Sentence
  readonly clause: string
  readonly placeholder: boolean
}

/** One decision as its paper tells it, whoever reads it; names and numbers masked. */
export type ExplainTold = {
  readonly number: string
  readonly position: number
  readonly maskedName: string
  readonly maskedIdentity: string
  readonly group: string
  readonly scheme: string
  readonly version: string
  readonly outcome: Sentence
  readonly amountFen: Fen
  readonly decidedOn: string
  readonly cause: Sentence
  readonly isManual: boolean
  readonly nth: number
  readonly before: { readonly on: string; readonly fen: Fen; readonly id: string } | null
  /** By which document and two people it was decided anew. */
  readonly by: { readonly proposed: string; readonly confirmed: string; readonly document: string } | null
  readonly references: readonly string[]
  readonly steps: readonly StepTold[]
  /** What stopped it besides: to the person in plain words, to the bureau as the check said. */
  readonly stopped: { readonly plain: readonly Sentence[]; readonly exact: readonly Sentence[] }
  /** What is not known yet, and which paper settles it. */
  readonly missing: readonly Sentence[]
  /** What would have made it yes. */
  readonly wouldBe: readonly Sentence[]
  readonly facts: readonly {
    readonly label: Sentence
    readonly value: Sentence
    readonly source: string
    readonly asOf: string
  }[]
  readonly isExample: boolean
  readonly decisionId: string
  readonly contentSha256: string
  readonly packSha256: string
}

const label = (text: string): Cell => ({ text, head: true })
const left = (text: string, span = 1): Cell => ({ text, span, align: 'left' })
const moved = (fen: bigint) =>
  fen === 0n ? labels.sameAmount : fen < 0n ? labels.less(formatYuan(-fen)) : labels.more(formatYuan(fen))

/** How much of it stands on the sheet, where all of it would be more than a page. */
type Room = {
  /** Every step in English below the Chinese ones; or of what is met only the names; or none. */
  readonly english: 'all' | 'short' | 'none'
  /** All steps in a table; or what is met in lines after it; or everything in lines. */
  readonly steps: 'table' | 'brief' | 'lines'
  readonly facts: 'table' | 'lines'
}
const ROOMS: readonly Room[] = [
  { english: 'all', steps: 'table', facts: 'table' },
  { english: 'short', steps: 'table', facts: 'table' },
  { english: 'short', steps: 'table', facts: 'lines' },
  { english: 'short', steps: 'brief', facts: 'lines' },
  { english: 'none', steps: 'brief', facts: 'lines' },
  { english: 'none', steps: 'lines', facts: 'lines' },
]

/** One decision on one A4 page: the same trace, for the person plainly, for a clerk with clauses, for an auditor with facts and hashes. */
export function explainSheet(reading: Reading, of: ExplainTold, worded: WordedForm): Sheet {
  const tries = ROOMS.map((room) => sheetIn(room, reading, of, worded))
  return tries.find((sheet) => layOut(sheet).length === 1) ?? tries.at(-1)!
}

function sheetIn(room: Room, reading: Reading, of: ExplainTold, worded: WordedForm): Sheet {
  const closing = [...(reading === 'auditor' ? [] : worded.notes), ...(of.isExample ? [labels.exampleNote] : [])]
  return {
    orientation: 'portrait',
    title: worded.title,
    number: worded.number,
    english: EXPLAIN_TITLES[reading].en,
    lead: [labels.number(of.number, of.position), labels.decidedOn(of.decidedOn)],
    blocks: [
      headGrid(reading, of),
      ...stepBlocks(room, reading, of),
      ...stoppedBlocks(room, reading, of),
      ...englishBlocks(room, reading, of),
      ...(reading === 'auditor' ? auditBlocks(room, of) : []),
      ...(closing.length === 0 ? [] : [note(closing)]),
    ],
  }
}

const note = (lines: readonly string[]): Block => ({ kind: 'text', style: 'note', lines })

function headGrid(reading: Reading, of: ExplainTold): Block {
  const pair = (a: string, b: string, c: string, d: string): GridRow => ({
    cells: [label(a), left(b), label(c), left(d)],
  })
  const whole = (a: string, b: string): GridRow => ({ cells: [label(a), left(b, 3)] })
  const { before, by } = of
  const said = [
    ...(before ? [labels.follows(before.on, formatYuan(before.fen), moved(of.amountFen - before.fen))] : []),
    ...(of.isManual ? [labels.manual] : []),
    ...(by && reading !== 'resident' ? [labels.people(by.proposed, by.confirmed, by.document)] : []),
  ]
  return {
    kind: 'grid',
    widthsMm: [28, 54.5, 28, 54.5],
    head: [],
    small: true,
    rows: [
      pair(labels.name, of.maskedName, labels.identity, of.maskedIdentity),
      pair(labels.group, of.group, labels.scheme, `${of.scheme} ${of.version}`),
      pair(labels.outcome, `${of.outcome.zh} ${of.outcome.en}`, labels.amount, labels.yuan(formatYuan(of.amountFen))),
      pair(
        labels.how,
        labels.nth(of.nth, of.cause),
        labels.reference,
        of.references.length > 0 ? of.references.join('、') : labels.none,
      ),
      ...(said.length > 0 ? [whole(labels.besides, said.join('\n'))] : []),
    ],
  }
}

/** What decided it stands first: what is not met, then what is not known, then what is met, then the amount. */
const ORDER = ['false', 'unknown', 'true', 'amount'] as const
const inOrder = (steps: readonly StepTold[]) => ORDER.flatMap((of) => steps.filter(({ verdict }) => verdict === of))

/** Every step in its sentence; a clause stands once below, under the number that the steps name. */
function stepBlocks(room: Room, reading: Reading, of: ExplainTold): Block[] {
  const withClause = reading !== 'resident'
  const steps = inOrder(of.steps)
  const clauses = [...new Set(steps.map(clauseOf))]
  const numberOf = (step: StepTold) => `[${clauses.indexOf(clauseOf(step)) + 1}]`
  const isListed = ({ verdict }: StepTold) => room.steps === 'lines' || (room.steps === 'brief' && verdict === 'true')
  const inTable = steps.filter((step) => !isListed(step))
  const inLines = steps.filter(isListed).map((step) => {
    const number = withClause ? ` ${numberOf(step)}` : ''
    return labels.step(step.label.zh, labels.verdicts[step.verdict], step.sentence.zh + number)
  })
  const numbered = clauses.map((clause, at) => `[${at + 1}] ${clause}`)
  return [
    ...(inTable.length > 0 ? [stepTable(inTable, withClause ? numberOf : null)] : []),
    ...(inLines.length > 0 ? [note(room.steps === 'lines' ? [inLines.join(' / ')] : inLines)] : []),
    ...(withClause ? [note(room.facts === 'lines' ? [numbered.join(' ')] : numbered)] : []),
  ]
}

function stepTable(steps: readonly StepTold[], numberOf: ((step: StepTold) => string) | null): Block {
  return {
    kind: 'grid',
    widthsMm: numberOf ? [30, 13, 111, 11] : [30, 13, 122],
    head: [{ cells: [...(numberOf ? labels.stepColumnsWithClause : labels.stepColumns)] }],
    small: true,
    rows: steps.map((step) => ({
      cells: [
        left(step.label.zh),
        labels.verdicts[step.verdict],
        left(step.sentence.zh),
        ...(numberOf ? [numberOf(step)] : []),
      ],
    })),
  }
}

const clauseOf = ({ clause, placeholder }: StepTold): string => (placeholder ? `${clause}${labels.example}` : clause)

const stops = (reading: Reading, { stopped }: ExplainTold) => (reading === 'resident' ? stopped.plain : stopped.exact)

/** What stopped it besides, what is missing, and what would have made it yes. */
function stoppedBlocks(room: Room, reading: Reading, of: ExplainTold): Block[] {
  const lines = [
    ...stops(reading, of).map(({ zh }) => labels.stopped(zh)),
    ...of.missing.map(({ zh }) => labels.missing(zh)),
    ...of.wouldBe.map(({ zh }) => zh),
  ]
  if (lines.length === 0) return []
  return [note(room.steps === 'lines' ? [lines.join(' / ')] : lines)]
}

/** The same in English, for whoever reads that: apart, so that the Chinese page reads as one. */
function englishBlocks({ english }: Room, reading: Reading, of: ExplainTold): Block[] {
  if (english === 'none') return []
  const told = inOrder(of.steps).filter(({ verdict }) => english === 'all' || verdict !== 'true')
  const met = of.steps.filter((step) => !told.includes(step))
  const sentences = [
    ...told.map(({ label: name, verdict, sentence }) => `${name.en} (${labels.english[verdict]}): ${sentence.en}`),
    ...(met.length > 0 ? [`${labels.metBesides}: ${met.map(({ label: name }) => name.en).join(', ')}`] : []),
    ...stops(reading, of).map(({ en }) => en),
    ...of.missing.map(({ en }) => en),
    ...of.wouldBe.map(({ en }) => en),
  ]
  return [
    note([
      sentences
        .map((sentence) => sentence.replace(/[.。]$/, ''))
        .join('. ')
        .concat('.'),
    ]),
  ]
}

/** The facts with their sources and as-of times, and what the decision is known by. */
function auditBlocks(room: Room, of: ExplainTold): Block[] {
  return [
    factsBlock(room, of),
    note([
      of.before ? labels.decisions(of.decisionId, of.before.id) : labels.decision(of.decisionId),
      ...labels.hashes(of.contentSha256, of.packSha256),
    ]),
  ]
}

/** A record by its id; where there is little room, by how it begins and ends. */
const UUID = /([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

function factsBlock(room: Room, { facts }: ExplainTold): Block {
  const from = (source: string, asOf: string) =>
    `${source.replace(UUID, room.facts === 'table' ? '$&' : '$1…')} · ${asOf.slice(0, room.facts === 'table' ? 16 : 10).replace('T', ' ')}`
  if (room.facts === 'lines')
    return note([
      labels.facts(
        facts.map(({ label: name, value, source, asOf }) => `${name.zh}: ${value.zh}(${from(source, asOf)})`).join(';'),
      ),
    ])
  const both = ({ zh, en }: Sentence) => (room.english === 'all' && zh !== en ? `${zh} ${en}` : zh)
  return {
    kind: 'grid',
    widthsMm: [88, 77],
    head: [{ cells: [...labels.factColumns] }],
    small: true,
    rows: facts.map(({ label: name, value, source, asOf }) => ({
      cells: [left(`${both(name)}: ${value.zh}`), left(from(source, asOf))],
    })),
  }
}
