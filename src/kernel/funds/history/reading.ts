import type { Sentence } from '../../../platform/contract/public.ts'
import { cellAt, type GridCell, type GridRow, isFooter, type Merge } from '../../../platform/office/public.ts'
import {
  accepted,
  type Checked,
  checkIdentityNumber,
  type CivilDate,
  type ClosedPeriod,
  compactText,
  type IdentityNumber,
  parseCertificateNumber,
  parseYuan,
  plainText,
  refused,
  type SkillLevel,
} from '../../values/public.ts'
import { type LedgerColumn, MERGING_COLUMNS } from './meanings.ts'
import type { Knowledge } from './knowledge.ts'
import { readPaidOn, readYear } from './paid-on.ts'
import { rowWords as words } from './row-words.ts'
import { holdsLongNumber, plainWording, readLevel, readOccupation, remembering } from './wordings.ts'

/** One payment as a ledger has it, everything read; the number is still there, to be hashed by whoever stores it. */
export type LedgerLine = {
  readonly row: number
  readonly identityNumber: IdentityNumber
  readonly family: string
  readonly occupationId: string | null
  readonly occupationText: string
  readonly level: SkillLevel | null
  readonly certificateNo: string | null
  readonly amountFen: bigint
  readonly paid: ClosedPeriod
  readonly payee: 'person' | 'organisation' | 'unknown'
}

export type Doubt = { readonly row: number; readonly sentence: Sentence }

/** What a row came to: a payment, every reason against it, or nothing (a total, a footer, the head again). */
export type RowReading = { readonly line: LedgerLine } | { readonly problems: readonly Sentence[] } | undefined

export type LedgerTerms = {
  readonly columns: ReadonlyMap<LedgerColumn, number>
  readonly merges: readonly Merge[]
  readonly knowledge: Knowledge
  /** The family of rows that do not say theirs. */
  readonly onlyFamily: string | null
  /** When something without a date was paid. */
  readonly covers: ClosedPeriod
  readonly today: CivilDate
}

const TOTAL = /^(?:本页|本表|以上|分项|单位|班级)?(合计|小计|总计|累计|共计)/
const ORGANISATION = /公司|学校|学院|中心|机构|协会|合作社|工厂|厂$|集团|医院|基地|工作室|企业|酒店|[局所社店院部]$/
const SCIENTIFIC = /^\s*\d(?:\.\d+)?e\+?\d+\s*$/i
const MOST_DOUBTS = 50

/** Reads the rows of one ledger in order, carrying what merged cells hold and adding up what totals must say. */
export class LedgerReader {
  readonly #terms: LedgerTerms
  readonly #merges: ReadonlyMap<LedgerColumn, readonly Merge[]>
  /** The merge that the row being read lies in, by column, with the cell it begins with. Rows come in order. */
  readonly #within = new Map<LedgerColumn, { next: number; merge: Merge | undefined; cell: GridCell | undefined }>()
  readonly #sums = { all: 0n, sinceTotal: 0n, sinceGrand: 0n }
  readonly #seen = new Map<string, number>()
  readonly #outside: number[] = []
  readonly #doubts: Doubt[] = []
  readonly #occupation = remembering(readOccupation)
  readonly #levelOf = remembering((text) => this.#level(text))
  readonly #certificate = remembering(parseCertificateNumber)
  readonly #day = remembering((text) => this.#paidOn(text))

  constructor(terms: LedgerTerms) {
    this.#terms = terms
    // Only the column that a merge begins in holds its value.
    const inColumn = (column: number) =>
      terms.merges.filter((merge) => merge.left === column && merge.bottom > merge.top)
    this.#merges = new Map(
      [...terms.columns].map(([key, column]) => [key, inColumn(column).sort((a, b) => a.top - b.top)] as const),
    )
  }

  read(row: GridRow): RowReading {
    this.#carry(row)
    const total = this.#totalIn(row)
    if (total !== undefined) {
      this.#compare(row, total)
      return undefined
    }
    if (this.#isNoEntry(row)) return undefined
    return this.#entry(row)
  }

  /** What is worth a look in the ledger as a whole: totals that differ, dates outside, rows twice. */
  doubts(): Doubt[] {
    const [first] = this.#outside
    const outside = first === undefined ? [] : [{ row: first, sentence: words.outside(this.#outside) }]
    return [...this.#doubts.slice(0, MOST_DOUBTS), ...outside]
  }

  #at(row: GridRow, key: LedgerColumn): GridCell | undefined {
    const column = this.#terms.columns.get(key)
    return column === undefined ? undefined : cellAt(row, column)
  }

  #text(row: GridRow, key: LedgerColumn): string {
    const own = this.#at(row, key)
    if (own && own.text.trim() !== '') return own.text
    if (!MERGING_COLUMNS.includes(key)) return ''
    return this.#within.get(key)?.cell?.text ?? ''
  }

  #carry(row: GridRow): void {
    for (const [key, merges] of this.#merges) {
      const at = this.#within.get(key) ?? { next: 0, merge: undefined, cell: undefined }
      while ((merges[at.next]?.bottom ?? Infinity) < row.row) at.next += 1
      const merge = merges[at.next]
      const inside = merge !== undefined && merge.top <= row.row ? merge : undefined
      if (inside !== at.merge) at.cell = inside?.top === row.row ? this.#at(row, key) : undefined
      at.merge = inside
      this.#within.set(key, at)
    }
  }

  /** The amount a line of totals says, null where it says none; undefined when it is no total. */
  #totalIn(row: GridRow): { word: string; amountFen: bigint | null } | undefined {
    if (
      compactText(this.#at(row, 'identityNumber')?.text) !== '' &&
      !TOTAL.test(compactText(this.#at(row, 'identityNumber')?.text))
    )
      return undefined
    const word = row.cells.map((cell) => TOTAL.exec(compactText(cell.text))?.[1]).find((found) => found !== undefined)
    if (word === undefined) return undefined
    const amount = parseYuan(this.#at(row, 'amount')?.text ?? '')
    return { word, amountFen: amount.ok ? amount.value : null }
  }

  #compare(row: GridRow, { word, amountFen }: { word: string; amountFen: bigint | null }): void {
    const { all, sinceTotal, sinceGrand } = this.#sums
    const isGrand = word !== '小计'
    if (amountFen !== null) {
      const may = isGrand ? [all, sinceGrand, sinceTotal] : [sinceTotal]
      if (!may.includes(amountFen)) {
        const added = isGrand ? all : sinceTotal
        this.#doubts.push({ row: row.row, sentence: words.totalDiffers(word, amountFen, added) })
      }
    }
    this.#sums.sinceTotal = 0n
    if (isGrand) this.#sums.sinceGrand = 0n
  }

  /** Nothing in the columns we read, or a line of the form's foot. */
  #isNoEntry(row: GridRow): boolean {
    const own = [...this.#terms.columns.keys()]
      .map((key) => this.#at(row, key)?.text ?? '')
      .filter((text) => text.trim() !== '')
    if (own.length === 0) return true
    const says = (key: LedgerColumn) => (this.#at(row, key)?.text ?? '').trim() !== ''
    if (says('identityNumber') || says('amount')) return false
    // Some column is filled, so only what the first cell says makes it a line of the form.
    return isFooter(row, { sequence: -1, identity: [...this.#terms.columns.values()] })
  }

  #entry(row: GridRow): RowReading {
    const { knowledge, onlyFamily, today } = this.#terms
    const identity = this.#identity(row)
    const amount = this.#amount(row)
    const family = this.#family(row, onlyFamily)
    const paid = this.#paid(row)
    const occupation = this.#occupation(this.#text(row, 'occupation'))
    const spelled = this.#text(row, 'level')
    const level = this.#levelOf(spelled)
    const long = holdsLongNumber(occupation.text) || occupation.text.length > 60
    const told = long ? refused(words.numberInOccupation) : accepted(occupation)
    if (!identity.ok || !amount.ok || !family.ok || !paid.ok || !level.ok || !told.ok)
      return {
        problems: [identity, amount, family, paid, level, told].flatMap((each) => (each.ok ? [] : each.problems)),
      }
    if (paid.value.from > today) return { problems: [words.paidLater] }
    const certificate = this.#certificate(this.#at(row, 'certificateNo')?.text ?? '')
    const line: LedgerLine = {
      row: row.row,
      identityNumber: identity.value,
      family: family.value,
      occupationId: knowledge.occupationOf(occupation.text) ?? null,
      occupationText: occupation.text,
      level: level.value ?? (plainWording(spelled) === '' ? occupation.level : null),
      certificateNo: certificate.ok ? certificate.value.text : null,
      amountFen: amount.value,
      paid: paid.value,
      payee: payeeOf(this.#text(row, 'payee'), this.#at(row, 'name')?.text ?? ''),
    }
    this.#note(line)
    return { line }
  }

  #note(line: LedgerLine): void {
    this.#sums.all += line.amountFen
    this.#sums.sinceTotal += line.amountFen
    this.#sums.sinceGrand += line.amountFen
    const { covers } = this.#terms
    if (line.paid.to < covers.from || line.paid.from > covers.to) this.#outside.push(line.row)
    const { identityNumber, family, occupationText, level, amountFen, paid } = line
    const alike = [identityNumber, family, occupationText, level, amountFen, paid.from, paid.to].join('\n')
    const before = this.#seen.get(alike)
    if (before !== undefined) this.#doubts.push({ row: line.row, sentence: words.twice(before, line.row) })
    else this.#seen.set(alike, line.row)
  }

  #identity(row: GridRow): Checked<IdentityNumber> {
    const cell = this.#at(row, 'identityNumber')
    if (cell?.raw === 'error' || cell?.raw === 'formula') return refused(words.identityFormula)
    if (cell && (cell.raw === 'number' || cell.raw === 'date' || SCIENTIFIC.test(cell.text)))
      return refused(words.identityAsNumber)
    return checkIdentityNumber(cell?.text ?? '', { today: this.#terms.today })
  }

  #amount(row: GridRow): Checked<bigint> {
    const cell = this.#at(row, 'amount')
    if (cell?.raw === 'error') return refused(words.amountFormula)
    if (compactText(cell?.text) === '')
      return refused(this.#within.get('amount')?.merge ? words.amountMerged : words.amountEmpty)
    const amount = parseYuan(cell?.text ?? '')
    if (!amount.ok) return refused(words.amountUnread)
    return amount.value > 0n ? amount : refused(words.amountNotPositive)
  }

  #family(row: GridRow, onlyFamily: string | null): Checked<string> {
    const text = plainWording(this.#text(row, 'family'))
    if (text === '') return onlyFamily === null ? refused(words.familyEmpty) : accepted(onlyFamily)
    const family = this.#terms.knowledge.familyOf(text)
    return family === undefined ? refused(words.familyUnknown) : accepted(family)
  }

  #level(text: string): Checked<SkillLevel | null> {
    const remembered = this.#terms.knowledge.levelOf(plainWording(text))
    if (remembered !== undefined) return accepted(remembered)
    const level = readLevel(text)
    return level.ok ? level : refused(words.levelUnknown)
  }

  #paid(row: GridRow): Checked<ClosedPeriod> {
    const { columns, covers } = this.#terms
    if (!columns.has('paidOn') && !columns.has('paidYear')) return accepted(covers)
    return this.#day(`${this.#text(row, 'paidOn')}\u0000${this.#text(row, 'paidYear')}`)
  }

  /** A day cell and a year cell, told apart by a character that no cell holds. */
  #paidOn(text: string): Checked<ClosedPeriod> {
    const [on = '', year = ''] = text.split('\u0000')
    if (plainText(on) === '' && plainText(year) === '') return refused(words.paidEmpty)
    const paid = plainText(on) === '' ? readYear(year) : readPaidOn(on, year)
    return paid ? accepted(paid) : refused(words.paidUnread)
  }
}

function payeeOf(payee: string, name: string): LedgerLine['payee'] {
  const text = plainWording(payee)
  if (text === '') return 'unknown'
  if (text === plainWording(name) || text === '个人' || text === '本人') return 'person'
  return ORGANISATION.test(text) ? 'organisation' : 'unknown'
}
