import type { Sentence } from '../../../platform/contract/public.ts'
import { cellAt, type GridRow } from '../../../platform/office/grid.ts'
import {
  ageOn,
  type BankAccount,
  checkBankAccount,
  checkIdentityNumber,
  checkPhone,
  type CivilDate,
  cleanText,
  compactText,
  holdsLongNumber,
  type IdentityNumber,
  type PersonName,
  type Phone,
  quotable,
  readPersonName,
  type Sex,
} from '../../../kernel/values/public.ts'
import { storageProblem } from './cells.ts'
import type { RosterColumn } from './columns.ts'
import { problems } from './words.ts'

/** One of the list of person groups, with the names offices write. */
export type PersonGroup = {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly synonyms: readonly string[]
}

/** What a row is judged by. */
export type RowTerms = {
  readonly startsOn: CivilDate
  readonly today: CivilDate
  readonly minimumAge: number
  readonly groups: readonly PersonGroup[]
  /** Identity numbers of those who teach the class. */
  readonly teachers: ReadonlySet<string>
  /** Whether numbers that belong to nobody (339901…) are accepted here. */
  readonly demonstration: boolean
}

export type RowProblem = { readonly column: RosterColumn; readonly sentence: Sentence }

/** What could be read of a row, and everything wrong with it. A value is there only when nothing is wrong with it. */
export type RowReading = {
  readonly sheetRow: number
  /** 序号 as written, when it is a number. */
  readonly numbered: number | null
  /** As written, for a mask: may be anything. */
  readonly writtenName: string
  readonly name: PersonName | undefined
  readonly identity: { readonly value: IdentityNumber; readonly birthDate: CivilDate; readonly sex: Sex } | undefined
  readonly groupCode: string | undefined
  readonly phone: Phone | undefined
  readonly bankAccount: BankAccount | undefined
  readonly bankName: string | undefined
  readonly education: string
  readonly address: string
  readonly problems: readonly RowProblem[]
}

/** People's names are kept in a field of a hundred characters. */
const LONGEST = { name: 100, education: 50, address: 200, bankName: 100 } as const
const SEXES: Readonly<Record<string, Sex>> = { 男: 'M', 男性: 'M', M: 'M', 女: 'F', 女性: 'F', F: 'F' }

export function readRow(row: GridRow, columnOf: ReadonlyMap<RosterColumn, number>, terms: RowTerms): RowReading {
  const found: RowProblem[] = []
  const complain = (column: RosterColumn, ...sentences: readonly Sentence[]) => {
    for (const sentence of sentences) found.push({ column, sentence })
    return undefined
  }
  /** Reads a cell of a column that is there; one that was stored wrongly is not read at all. */
  const take = <T>(column: RosterColumn, read: (text: string) => T | undefined): T | undefined => {
    const at = columnOf.get(column)
    if (at === undefined) return undefined
    const cell = cellAt(row, at)
    const stored = cell && storageProblem(cell, column)
    return stored ? complain(column, stored) : read(cleanText(cell?.text))
  }
  const words = (column: 'education' | 'address' | 'bankName') => (text: string) => {
    if (text.length > LONGEST[column]) return complain(column, problems.tooLong(column, LONGEST[column]))
    if (column !== 'address' && holdsLongNumber(text)) return complain(column, problems.misplacedNumber(column))
    return text
  }

  const name = take('name', (text) => {
    const read = readPersonName(text)
    if (!read.ok) return complain('name', ...read.problems)
    if (/\p{Nd}/u.test(read.value)) return complain('name', problems.digitsInName)
    return read.value.length > LONGEST.name ? complain('name', problems.tooLong('name', LONGEST.name)) : read.value
  })
  const identity = take('identityNumber', (text) => {
    const read = checkIdentityNumber(text, { today: terms.today, demonstration: terms.demonstration })
    return read.ok ? read : complain('identityNumber', ...read.problems)
  })
  const sex = take('sex', (text) => {
    const known = SEXES[compactText(text).toUpperCase()]
    return known ?? (text === '' ? undefined : complain('sex', problems.sexUnknown(quotable(text))))
  })
  if (identity && sex && sex !== identity.sex) complain('sex', problems.sexDiffers(sex))
  if (identity && isTooYoung(identity.birthDate, terms))
    complain('identityNumber', problems.tooYoung(terms.minimumAge, terms.startsOn))
  if (identity && terms.teachers.has(identity.value)) complain('identityNumber', problems.teachesHere)
  const reading = {
    education: take('education', words('education')) ?? '',
    address: take('address', words('address')) ?? '',
    groupCode: take('group', (text) => {
      if (text === '') return complain('group', problems.empty('group'))
      const known = terms.groups.map((group) => ({ zh: group.nameZh, en: group.nameEn }))
      return groupOf(text, terms.groups) ?? complain('group', problems.unknownGroup(quotable(text), known))
    }),
    phone: take('phone', (text) => {
      const read = checkPhone(text)
      return read.ok ? read.value : complain('phone', ...read.problems)
    }),
    bankAccount: take('bankAccount', (text) => {
      const read = checkBankAccount(text, { kind: 'card' })
      return read.ok ? read.value : complain('bankAccount', ...read.problems.map((problem) => problem.sentence))
    }),
    bankName: take('bankName', (text) =>
      text === '' ? complain('bankName', problems.empty('bankName')) : words('bankName')(text),
    ),
  }
  return {
    sheetRow: row.row,
    numbered: numberOf(row, columnOf),
    writtenName: writtenName(row, columnOf),
    name,
    identity,
    ...reading,
    problems: found,
  }
}

const textOf = (row: GridRow, column: number | undefined) =>
  column === undefined ? '' : cleanText(cellAt(row, column)?.text)

const writtenName = (row: GridRow, columnOf: ReadonlyMap<RosterColumn, number>) => textOf(row, columnOf.get('name'))

/** 1, 01, 1. and 1、 are all the first. */
function numberOf(row: GridRow, columnOf: ReadonlyMap<RosterColumn, number>): number | null {
  const written = /^(\d{1,6})(?:\.0*)?[.、]?$/.exec(textOf(row, columnOf.get('seq')))
  return written ? Number(written[1]) : null
}

function isTooYoung(birthDate: CivilDate, { startsOn, minimumAge }: RowTerms): boolean {
  return startsOn < birthDate || ageOn(birthDate, startsOn) < minimumAge
}

function groupOf(text: string, groups: readonly PersonGroup[]): string | undefined {
  const written = compactText(text).toUpperCase()
  const names = (group: PersonGroup) => [group.code, group.nameZh, group.nameEn, ...group.synonyms]
  return groups.find((group) => names(group).some((name) => compactText(name).toUpperCase() === written))?.code
}
