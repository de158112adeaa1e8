import { encode } from 'iconv-lite'
import { csvOf, writePlainWorkbook } from '../../../platform/office/public.ts'
import type { ParameterValue } from '../../policy/public.ts'
import { formatYuan, isSkillLevel, levelName } from '../../values/public.ts'

export type ListTemplate = ParameterValue<'province.listTemplate'>
type Field = ListTemplate['columns'][number]['field']

/** One person as the province is told of them: opened for this file alone. */
export type ListedForProvince = {
  readonly reference: string
  readonly name: string
  readonly identityNumber: string
  readonly level: string | null
  readonly certificateNo: string | null
  readonly amountFen: bigint
  readonly bankName: string
  readonly accountNumber: string
}

/** The bytes for the province: a function of the frozen rows and the frozen template, whenever it is asked. */
export function provinceListBytes(
  people: readonly ListedForProvince[],
  of: { readonly groupTitle: string; readonly organisation: string },
  template: ListTemplate,
): Uint8Array {
  const rows = [
    template.columns.map(({ header }) => header),
    ...people.map((person, at) => template.columns.map(({ field }) => cell(field, person, at + 1, of))),
  ]
  if (template.format === 'xlsx') return writePlainWorkbook({ name: template.sheet, rows })
  const text = csvOf(rows)
  if (template.encoding === 'utf-8-bom') return Buffer.from(text)
  return encode(text.replace(/^\uFEFF/, ''), template.encoding)
}

function cell(
  field: Field,
  person: ListedForProvince,
  sequence: number,
  { groupTitle, organisation }: { readonly groupTitle: string; readonly organisation: string },
): string | number {
  const { level } = person
  const cells: Record<Field, string | number> = {
    sequence,
    reference: person.reference,
    name: person.name,
    identityNumber: person.identityNumber,
    groupTitle,
    organisation,
    level: level !== null && isSkillLevel(level) ? levelName(level).zh : '',
    certificateNo: person.certificateNo ?? '',
    amountYuan: formatYuan(person.amountFen).replaceAll(',', ''),
    bankName: person.bankName,
    accountNumber: person.accountNumber,
  }
  return cells[field]
}

export function provinceListName(
  template: ListTemplate,
  of: { readonly number: string; readonly date: string },
): string {
  return template.fileName.replaceAll('{number}', of.number).replaceAll('{date}', of.date)
}
