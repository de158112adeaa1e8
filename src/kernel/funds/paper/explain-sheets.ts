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
const signed = (fen: bigint) => (fen < 0n ? `−${formatYuan(-fen)}` : `+${formatYuan(fen)}`)

/** How much of it stands on the sheet, where all of it would be more than a page. */
type Room = {
  readonly english: 'all' | 'steps' | 'none'
  /** What is packed stands one after another in lines, and not in a table. */
  readonly packed: 'nothing' | 'facts' | 'steps' | 'all'
}
const ROOMS: readonly Room[] = [
  { english: 'all', packed: 'nothing' },
  { english: 'steps', packed: 'nothing' },
  { english: 'steps', packed: 'facts' },
  { english: 'steps', packed: 'steps' },
  { english: 'steps', packed: 'all' },
  { english: 'none', packed: 'steps' },
  { english: 'none', packed: 'all' },
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
    ...(before ? [labels.follows(before.on, formatYuan(before.fen), signed(of.amountFen - before.fen))] : []),
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
      ...(said.length > 0 ? [whole('', said.join('\n'))] : []),
    ],
  }
}

/** Every step in its sentence; a clause stands once below, under the number that the steps name. */
function stepBlocks({ english, packed }: Room, reading: Reading, { steps }: ExplainTold): Block[] {
  const withClause = reading !== 'resident'
  const clauses = [...new Set(steps.map(clauseOf))]
  const both = ({ zh, en }: Sentence) => (english === 'none' ? zh : `${zh} ${en}`)
  const numbered = clauses.map((clause, at) => `[${at + 1}] ${clause}`)
  const told = note(packed === 'steps' || packed === 'all' ? [numbered.join(' ')] : numbered)
  if (packed === 'steps' || packed === 'all') {
    const lines = steps.map((step) => {
      const clause = withClause ? ` [${clauses.indexOf(clauseOf(step)) + 1}]` : ''
      return labels.step(step.label.zh, labels.verdicts[step.verdict], both(step.sentence) + clause)
    })
    return [note(packed === 'all' ? [lines.join(' / ')] : lines), ...(withClause ? [told] : [])]
  }
  const grid: Block = {
    kind: 'grid',
    widthsMm:
      english === 'all'
        ? withClause
          ? [26, 13, 115, 11]
          : [26, 13, 126]
        : withClause
          ? [21, 13, 120, 11]
          : [21, 13, 131],
    head: [{ cells: [...(withClause ? labels.stepColumnsWithClause : labels.stepColumns)] }],
    small: true,
    rows: steps.map((step) => ({
      cells: [
        left(english === 'all' ? `${step.label.zh} ${step.label.en}` : step.label.zh),
        labels.verdicts[step.verdict],
        left(both(step.sentence)),
        ...(withClause ? [`[${clauses.indexOf(clauseOf(step)) + 1}]`] : []),
      ],
    })),
  }
  return withClause ? [grid, told] : [grid]
}

const clauseOf = ({ clause, placeholder }: StepTold): string => (placeholder ? `${clause}${labels.example}` : clause)

function stoppedBlocks({ english }: Room, reading: Reading, { stopped }: ExplainTold): Block[] {
  const lines = reading === 'resident' ? stopped.plain : stopped.exact
  if (lines.length === 0) return []
  return [note(lines.map(({ zh, en }) => labels.stopped(english === 'all' ? `${zh} ${en}` : zh)))]
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

function factsBlock({ english, packed }: Room, { facts }: ExplainTold): Block {
  const from = (source: string, asOf: string) =>
    `${source.replace(UUID, packed === 'nothing' ? '$&' : '$1…')} · ${asOf.slice(0, english === 'none' ? 10 : 16).replace('T', ' ')}`
  if (packed !== 'nothing')
    return note([
      labels.facts(
        facts.map(({ label: name, value, source, asOf }) => `${name.zh}: ${value.zh}(${from(source, asOf)})`).join(';'),
      ),
    ])
  const both = ({ zh, en }: Sentence) => (english === 'all' && zh !== en ? `${zh} ${en}` : zh)
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
