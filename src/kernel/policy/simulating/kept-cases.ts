import { type BulkRows, Texts } from '../../../platform/db/public.ts'
import { addDays, type CivilDate, civilDate } from '../../values/public.ts'
import { readSlot, type Slot } from '../deciding/slots.ts'
import { NOT_RECORDED } from '../deciding/words.ts'
import { type FactScalar, type Facts, type FactValue, known, notApplicable, unknown } from '../facts/facts.ts'
import { type Columns, NONE, UNKNOWN } from './columns.ts'

/** What stands in the place of a value that there is none of, and of one that is not known: no value begins so. */
export const NO_SUCH = '\u0001'
export const NOT_KNOWN = '\u0002'

/** A fact that the snapshot does not hold at all: it was not read when the case was decided. */
const ABSENT = 2

/** Of many snapshots the source and time of each fact is left out: no answer depends on it. */
const NOWHERE = { source: '', asOf: '' }

/** A slot's values, each once, and which of them each case has. The first three are: not known, none, not read. */
type KeptColumn = { readonly slot: Slot; readonly values: FactValue[]; readonly numbers: Uint32Array }

/** Some thousand cases in the order in which they happened, field by field. */
export type KeptCases = {
  readonly size: number
  /** Sixteen bytes each. */
  readonly factIds: Buffer
  readonly personIds: Buffer
  readonly occurredOn: readonly CivilDate[]
  /** What the recorded fact says of itself. */
  readonly fund: readonly (string | null)[]
  readonly groupCode: readonly (string | null)[]
  readonly organisationId: readonly (string | null)[]
  readonly trainingFrom: readonly (CivilDate | null)[]
  readonly enrolment: readonly (CivilDate | null)[]
  readonly certificate: readonly (CivilDate | null)[]
  /** The scheme's last answer, null where it has given none; what was paid by it, and the business day it was given on. */
  readonly answer: readonly (string | null)[]
  readonly effectiveFen: Float64Array
  readonly claimOn: readonly (CivilDate | null)[]
  readonly columns: ReadonlyMap<string, KeptColumn>
}

export type CasesBuilder = {
  readonly add: (rows: BulkRows) => void
  readonly size: () => number
  /** What was added, and begins anew. */
  readonly take: () => KeptCases
}

/** Gathers rows as `readCases` reads them into blocks of at most `most`. */
export function startCases(slots: readonly Slot[], most: number): CasesBuilder {
  const texts = Array.from({ length: OWN_FIELDS }, () => new Texts())
  const readers = slots.map((slot, nth) => columnReader(slot, OWN_FIELDS + nth))
  let block = newCases(most, readers)
  const add = (rows: BulkRows) => {
    const at = block.occurredOn.length
    rows.copyTo(0, block.factIds, at * 16)
    rows.copyTo(1, block.personIds, at * 16)
    block.occurredOn.push(dayOf(rows.int(2)!))
    for (let nth = 0; nth < TEXT_FIELDS.length; nth += 1)
      block[TEXT_FIELDS[nth]!].push(rows.sameText(nth + 3, texts[nth]!) as CivilDate | null)
    block.effectiveFen[at] = rows.big(10) ?? 0
    const claimOn = rows.int(11)
    block.claimOn.push(claimOn === null ? null : dayOf(claimOn))
    for (const reader of readers) reader.read(rows, at)
  }
  return {
    add,
    size: () => block.occurredOn.length,
    take() {
      const taken = block
      block = newCases(most, readers)
      return { ...taken, size: taken.occurredOn.length }
    },
  }
}

const OWN_FIELDS = 12
/** The fields that are texts, from the fourth on, in their order. */
const TEXT_FIELDS = [
  'fund',
  'groupCode',
  'organisationId',
  'trainingFrom',
  'enrolment',
  'certificate',
  'answer',
] as const

function newCases(most: number, readers: readonly ReturnType<typeof columnReader>[]) {
  const texts = () => [] as (string | null)[]
  const days = () => [] as (CivilDate | null)[]
  return {
    factIds: Buffer.alloc(most * 16),
    personIds: Buffer.alloc(most * 16),
    occurredOn: [] as CivilDate[],
    fund: texts(),
    groupCode: texts(),
    organisationId: texts(),
    trainingFrom: days(),
    enrolment: days(),
    certificate: days(),
    answer: texts(),
    effectiveFen: new Float64Array(most),
    claimOn: days(),
    columns: new Map(readers.map((reader) => [reader.slot.key, reader.begin(most)])),
  }
}

/** Above so many different values of a fact they are forgotten with the block. */
const MOST_REMEMBERED = 65_536

/** One slot's values of many cases: the same text is the same value, looked at once as deciding would. */
function columnReader(slot: Slot, field: number) {
  let numberOf = new Map<string, number>()
  let values: FactValue[] = []
  let numbers = new Uint32Array(0)
  const texts = new Texts()
  const forget = () => {
    numberOf = new Map()
    values = [unknown(NOT_RECORDED, NOWHERE), notApplicable(NOWHERE), unknown(NOT_RECORDED, NOWHERE)]
  }
  forget()
  const isPast = isWhole(slot)
  const numberFor = (text: string): number => {
    if (text === NO_SUCH) return NONE
    if (text === NOT_KNOWN) return UNKNOWN
    const value = isPast ? (JSON.parse(text) as FactValue) : known(scalarOf(slot, text), NOWHERE)
    if (value.state === 'unknown') return UNKNOWN
    readSlot({ [slot.key]: value }, slot)
    return values.push(value) - 1
  }
  return {
    slot,
    begin(most: number): KeptColumn {
      if (isPast || values.length > MOST_REMEMBERED) forget()
      else values = [...values]
      numbers = new Uint32Array(most).fill(ABSENT)
      return { slot, values, numbers }
    },
    read(rows: BulkRows, at: number) {
      const text = rows.sameText(field, texts)
      if (text === null) return
      let number = numberOf.get(text)
      if (number === undefined) numberOf.set(text, (number = numberFor(text)))
      numbers[at] = number
    },
  }
}

/** Of a whole past, and of what stands beside it, all that the snapshot says is kept: the day by which it is known counts. */
export const isWhole = ({ definition }: Slot): boolean => definition.type === 'history' || definition.type === 'beside'

function scalarOf({ definition: { type } }: Slot, text: string): FactScalar {
  if (type === 'boolean') return text === 'true'
  if (type === 'integer' || type === 'money') return Number(text)
  return type === 'ratio' ? (JSON.parse(text) as FactScalar) : text
}

/** Days as the database counts them, by their names. */
const dayNames = new Map<number, CivilDate>()
function dayOf(days: number): CivilDate {
  const had = dayNames.get(days)
  if (had !== undefined) return had
  const day = addDays(civilDate('2000-01-01'), days)
  dayNames.set(days, day)
  return day
}

/** What is known of one of them; a fact that the snapshot does not hold is absent. */
export function factsAt({ columns }: KeptCases, at: number): Facts {
  const facts: Record<string, FactValue> = {}
  for (const [key, { values, numbers }] of columns) if (numbers[at] !== ABSENT) facts[key] = values[numbers[at]!]!
  return facts
}

/** Whether the snapshot of one does not hold a fact. */
export const lacksFact = ({ columns }: KeptCases, at: number, key: string): boolean =>
  columns.get(key)?.numbers[at] === ABSENT

/** Adds what is known of a fact that the snapshot of one does not hold. */
export function putFact({ columns }: KeptCases, at: number, key: string, value: FactValue): void {
  const column = columns.get(key)
  if (column) column.numbers[at] = value.state === 'unknown' ? UNKNOWN : column.values.push(value) - 1
}

/** The columns that a program decides about some of them by; of all of them where no places are named. */
export function columnsOfCases(
  { size, columns }: KeptCases,
  slots: readonly Slot[],
  places: readonly number[] | null,
): Columns {
  const of = slots.map((slot) => {
    const { values, numbers } = columns.get(slot.key)!
    const own = places ? Uint32Array.from(places, (at) => numbers[at]!) : numbers.subarray(0, size)
    return [slot.key, { slot, values, numbers: own }] as const
  })
  return { size: places ? places.length : size, of: new Map(of) }
}
