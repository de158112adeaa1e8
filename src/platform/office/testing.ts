import { readdirSync, readFileSync } from 'node:fs'
import { crc32, constants, deflateRawSync } from 'node:zlib'
import * as XLSX from '@e965/xlsx'

/** A part of a zip. Sizes and flags may lie, to see that the reader does not believe them. */
export type ZipPart = {
  readonly name: string
  readonly data: string | Uint8Array
  /** Bytes already deflated, of this true size. */
  readonly deflated?: { readonly packed: Uint8Array; readonly crc: number; readonly size: number }
  readonly declaredSize?: number
  readonly encrypted?: boolean
}

/** A zip written by hand, so that tests can write what no zip program would. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const data = Buffer.from(part.data as string)
    const packed = part.deflated?.packed ?? deflateRawSync(data)
    const name = Buffer.from(part.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800 | (part.encrypted ? 1 : 0), 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(part.deflated?.crc ?? crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.declaredSize ?? part.deflated?.size ?? data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const at = Buffer.alloc(14)
    at.writeUInt32LE(offset, 10)
    files.push(Buffer.from('PK\x03\x04'), fields, name, Buffer.from(packed))
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, at, name)
    offset += 30 + name.length + packed.length
  }
  const size = directory.reduce((n, b) => n + b.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}

/** So many mebibytes of spaces, deflated a thousandfold, without ever holding them. */
export function deflatedSpaces(mebibytes: number): { packed: Uint8Array; crc: number; size: number } {
  const block = Buffer.alloc(1024 * 1024, ' ')
  const packed = deflateRawSync(block, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const last = Buffer.from([0x03, 0x00])
  let crc = 0
  for (let i = 0; i < mebibytes; i++) crc = crc32(block, crc)
  return {
    packed: Buffer.concat([...Array<Buffer>(mebibytes).fill(packed), last]),
    crc,
    size: mebibytes * block.length,
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What a workbook is made of; anything not given is the least that makes it a workbook. */
export type WorkbookParts = {
  /** Inside `<sheetData>`. */
  readonly rows?: string
  /** After `</sheetData>`. */
  readonly tail?: string
  readonly strings?: string
  readonly styles?: string
  readonly sheets?: readonly { readonly name: string; readonly state?: string; readonly rows: string }[]
  readonly date1904?: boolean
  readonly more?: readonly ZipPart[]
  /** Replaces a part of the same name. */
  readonly instead?: ZipPart
}

/** An .xlsx from the XML of its parts. */
export function workbookOf(given: WorkbookParts): Uint8Array {
  const sheets = given.sheets ?? [{ name: '表一', state: undefined, rows: given.rows ?? '' }]
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', data: `${XML}<Types/>` },
    {
      name: '_rels/.rels',
      data: `${XML}<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${XML}<workbook xmlns:r="${OFFICE}"><workbookPr date1904="${given.date1904 ? 1 : 0}"/><sheets>${sheets
        .map(
          (s, i) => `<sheet name="${s.name}" sheetId="${i + 1}" ${s.state ? `state="${s.state}"` : ''} r:id="s${i}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${XML}<Relationships>${sheets.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation(
        'strings',
        'sharedStrings',
        'sharedStrings.xml',
      )}${relation('styles', 'styles', 'styles.xml')}</Relationships>`,
    },
    ...sheets.map((s, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: `${XML}<worksheet><sheetData>${s.rows}</sheetData>${given.tail ?? ''}</worksheet>`,
    })),
  ]
  if (given.strings) parts.push({ name: 'xl/sharedStrings.xml', data: `${XML}<sst>${given.strings}</sst>` })
  if (given.styles) parts.push({ name: 'xl/styles.xml', data: `${XML}<styleSheet>${given.styles}</styleSheet>` })
  const { instead, more = [] } = given
  return zipOf([...parts.map((p) => (p.name === instead?.name ? instead : p)), ...more])
}

/** A cell with its text inside, as many programs write it. */
export function inlineCell(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
}

/** An OLE container with these streams. */
export function oleOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = XLSX.CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams))
    XLSX.CFB.utils.cfb_add(container, `/${name}`, Buffer.from(content))
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer)
}

/** An Excel 97 workbook of so many rows of 250 numbers, six bytes each: small on disk, large as objects. */
export function hugeXls(rows: number): Uint8Array {
  const record = (id: number, data: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt16LE(id, 0)
    head.writeUInt16LE(data.length, 2)
    return Buffer.concat([head, data])
  }
  const begin = (type: number) =>
    record(0x0809, Buffer.from([0x00, 0x06, type, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  const end = record(0x000a, Buffer.alloc(0))
  const name = Buffer.from([6, 0x00, ...Buffer.from('Sheet1')])
  const globals = (at: number) => {
    const place = Buffer.alloc(6)
    place.writeUInt32LE(at, 0)
    return Buffer.concat([begin(0x05), record(0x0085, Buffer.concat([place, name])), end])
  }
  const cells = Array.from({ length: rows }, (_, row) => {
    const data = Buffer.alloc(4 + 250 * 6 + 2)
    data.writeUInt16LE(row, 0)
    for (let c = 0; c < 250; c++) data.writeUInt32LE(((row * 250 + c) << 2) | 2, 6 + c * 6)
    data.writeUInt16LE(249, 4 + 250 * 6)
    return record(0x00bd, data)
  })
  return oleOf({ Workbook: Buffer.concat([globals(globals(0).length), begin(0x10), ...cells, end]) })
}

/** A sample file of the demonstration, by the beginning of its name: `sample('01')`. */
export function sample(number: string): Uint8Array {
  const folder = new URL('../../../demo/samples/', import.meta.url)
  const name = readdirSync(folder).find((n) => n.startsWith(number) && !n.endsWith('.md'))
  if (!name) throw new Error(`no sample ${number}`)
  return readFileSync(new URL(encodeURIComponent(name), folder))
}
