import type { Sentence } from '../../../platform/contract/public.ts'
import { type GridCell, type GridRow, cellAt, isFooter } from '../../../platform/office/public.ts'
import type { ParameterValue } from '../../policy/public.ts'
import {
  accepted,
  type Checked,
  checkIdentityNumber,
  type CivilDate,
  compactText,
  type IdentityNumber,
  maskIdentity,
  maskName,
  parseCertificateNumber,
  parseCivilDate,
  parseLevel,
  parseYuan,
  plainText,
  quotable,
  refused,
  type SkillLevel,
  withoutLongNumbers,
} from '../../values/public.ts'
import type { ProvinceColumn } from './meanings.ts'
import { PROVINCE_STATES, type ProvinceState } from './rules.ts'
import { rowWords as words } from './row-words.ts'

/** One line as the province has it; the number is still there, to be hashed by whoever stores it. */
export type ProvinceLine = {
  readonly row: number
  readonly identityNumber: IdentityNumber
  readonly reference: string
  readonly ourReference: string | null
  readonly maskedName: string
  readonly maskedIdentity: string
  readonly level: SkillLevel | null
  readonly certificateNo: string | null
  readonly amountFen: bigint
  readonly state: ProvinceState
  readonly reason: string
  readonly paidOn: CivilDate | null
  readonly paidFen: bigint | null
}

export type LineReading = { readonly line: ProvinceLine } | { readonly problems: readonly Sentence[] } | undefined

export type LineTerms = {
  readonly columns: ReadonlyMap<ProvinceColumn, number>
  readonly stateWords: ParameterValue<'province.stateWords'>
  /** The last day the file can speak of. */
  readonly asOf: CivilDate
}

const REFERENCE = /^[\p{Script=Han}A-Za-z0-9][\p{Script=Han}A-Za-z0-9()/_.-]{2,63}$/u
const TOTAL = /^(合计|小计|总计|共计|累计)/
const IS_PERSON = /^\d{17}[\dXx]$|^1\d{10}$/

/** Reads the lines of one file in order; the same number twice is a fault of the second. */
export class ProvinceReader {
  readonly #terms: LineTerms
  readonly #states: ReadonlyMap<string, ProvinceState>
  readonly #seen = new Map<string, number>()

  constructor(terms: LineTerms) {
    this.#terms = terms
    this.#states = new Map(
      PROVINCE_STATES.flatMap((state) => terms.stateWords[state].map((word) => [compactText(word), state] as const)),
    )
  }

  read(row: GridRow): LineReading {
    return this.#isNoEntry(row) ? undefined : this.#entry(row)
  }

  #at(row: GridRow, key: ProvinceColumn): GridCell | undefined {
    const column = this.#terms.columns.get(key)
    return column === undefined ? undefined : cellAt(row, column)
  }

  #text(row: GridRow, key: ProvinceColumn): string {
    return plainText(this.#at(row, key)?.text)
  }

  /** An empty line, a total, or the form's foot. */
  #isNoEntry(row: GridRow): boolean {
    const own = [...this.#terms.columns.keys()].filter((key) => this.#text(row, key) !== '')
    if (own.length === 0) return true
    if (this.#text(row, 'identityNumber') !== '' && !TOTAL.test(this.#text(row, 'identityNumber'))) return false
    if (row.cells.some((cell) => TOTAL.test(compactText(cell.text)))) return true
    return isFooter(row, { sequence: -1, identity: [...this.#terms.columns.values()] })
  }

  #entry(row: GridRow): LineReading {
    const identity = this.#identity(row)
    const reference = this.#reference(row)
    const amount = yuan(this.#text(row, 'amount'), words.amount)
    const state = this.#state(row)
    const level = this.#level(row)
    const paid = state.ok ? this.#paid(row, state.value, amount) : accepted({ on: null, fen: null })
    const ours = this.#text(row, 'ourReference')
    const problems = [identity, reference, amount, state, level, paid].flatMap((each) => (each.ok ? [] : each.problems))
    if (!identity.ok || !reference.ok || !amount.ok || !state.ok || !level.ok || !paid.ok) return { problems }
    const certificate = parseCertificateNumber(this.#text(row, 'certificateNo'))
    this.#seen.set(reference.value, row.row)
    return {
      line: {
        row: row.row,
        identityNumber: identity.value,
        reference: reference.value,
        ourReference: REFERENCE.test(ours) && !IS_PERSON.test(ours) ? ours : null,
        maskedName: maskName(this.#text(row, 'name')),
        maskedIdentity: maskIdentity(identity.value),
        level: level.value,
        certificateNo: certificate.ok ? certificate.value.text : null,
        amountFen: amount.value,
        state: state.value,
        reason: withoutLongNumbers(this.#text(row, 'reason')).replace(/\s+/g, ' ').slice(0, 200),
        paidOn: paid.value.on,
        paidFen: paid.value.fen,
      },
    }
  }

  #identity(row: GridRow): Checked<IdentityNumber> {
    const cell = this.#at(row, 'identityNumber')
    if (cell?.raw === 'number' || cell?.raw === 'date') return refused(words.identityAsNumber)
    return checkIdentityNumber(cell?.text ?? '', { today: this.#terms.asOf })
  }

  #reference(row: GridRow): Checked<string> {
    const text = this.#text(row, 'reference')
    if (text === '') return refused(words.referenceEmpty)
    if (IS_PERSON.test(text)) return refused(words.referenceIsPerson)
    if (!REFERENCE.test(text)) return refused(words.referenceUnread)
    const before = this.#seen.get(text)
    return before === undefined ? accepted(text) : refused(words.referenceTwice(text, before))
  }

  #state(row: GridRow): Checked<ProvinceState> {
    const text = compactText(this.#at(row, 'state')?.text)
    if (text === '') return refused(words.stateEmpty)
    const state = this.#states.get(text)
    return state ? accepted(state) : refused(words.stateUnknown(quotable(text)))
  }

  #level(row: GridRow): Checked<SkillLevel | null> {
    const text = this.#text(row, 'level')
    if (text === '') return accepted(null)
    const level = parseLevel(text)
    return level.ok ? level : refused(words.levelUnknown(quotable(text)))
  }

  /** When and how much was paid: only what is paid says so; without a sum of its own it is the amount. */
  #paid(
    row: GridRow,
    state: ProvinceState,
    amount: Checked<bigint>,
  ): Checked<{ on: CivilDate | null; fen: bigint | null }> {
    const [day, sum] = [this.#text(row, 'paidOn'), this.#text(row, 'paidAmount')]
    if (state !== 'paid') return accepted({ on: null, fen: null })
    const on: Checked<CivilDate> = day === '' ? refused(words.paidOnEmpty) : parseCivilDate(day)
    const fen = sum === '' ? amount : yuan(sum, words.paidAmount)
    if (!on.ok)
      return refused(day === '' ? words.paidOnEmpty : words.paidOnUnread, ...(fen.ok || sum === '' ? [] : fen.problems))
    if (on.value > this.#terms.asOf) return refused(words.paidLater(on.value, this.#terms.asOf))
    if (!fen.ok) return sum === '' ? accepted({ on: on.value, fen: null }) : fen
    return accepted({ on: on.value, fen: fen.value })
  }
}

function yuan(text: string, say: { readonly empty: Sentence; readonly unread: Sentence }): Checked<bigint> {
  if (text === '') return refused(say.empty)
  const read = parseYuan(text)
  return read.ok && read.value > 0n ? read : refused(say.unread)
}
