import { refuse } from '../unreadable-file.ts'
import { type DateStyle, dateStyle } from './date-text.ts'
import { attributes, XmlEvents } from './xml-events.ts'
import type { Parts } from './zip-guard.ts'

/** A visible sheet and where its cells are. */
export type SheetPart = { readonly name: string; readonly path: string }

export type XlsxPackage = {
  readonly sheets: readonly SheetPart[]
  readonly stringsPath: string | undefined
  /** The date style of each cell format, by its index. */
  readonly dateStyles: readonly (DateStyle | undefined)[]
  readonly from1904: boolean
}

type Relation = { readonly id: string; readonly type: string; readonly path: string }

/** Which parts of the workbook matter: its visible sheets in order, its strings, its formats that are dates. */
export async function readPackage(parts: Parts): Promise<XlsxPackage> {
  const root = await relations(parts, '')
  const workbookPath = root.find((r) => r.type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  if (!parts.names.has(workbookPath)) throw refuse('truncated')
  const related = await relations(parts, workbookPath)
  const sheets: SheetPart[] = []
  let from1904 = false
  eachTag(await parts.whole(workbookPath), (name, tag) => {
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes(tag).date1904 ?? '')
    if (name !== 'sheet') return
    const sheet = attributes(tag)
    const part = related.find((r) => r.id === sheet.id)
    const visible = sheet.state !== 'hidden' && sheet.state !== 'veryHidden'
    if (visible && part?.type === 'worksheet' && parts.names.has(part.path)) {
      sheets.push({ name: sheet.name ?? '', path: part.path })
    }
  })
  const present = (type: string) => related.find((r) => r.type === type && parts.names.has(r.path))?.path
  const styles = present('styles')
  return {
    sheets,
    stringsPath: present('sharedStrings'),
    dateStyles: styles === undefined ? [] : dateStylesOf(await parts.whole(styles)),
    from1904,
  }
}

async function relations(parts: Parts, of: string): Promise<Relation[]> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const path = `${folder}_rels/${of.slice(folder.length)}.rels`
  if (!parts.names.has(path)) return []
  const found: Relation[] = []
  eachTag(await parts.whole(path), (name, tag) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes(tag)
    if (name !== 'Relationship' || mode === 'External') return
    found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: resolve(folder, target) })
  })
  return found
}

/** A target is relative to its part's folder, or absolute from the archive's root; it may step up but never out. */
function resolve(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..' && steps.pop() === undefined) throw refuse('unsafe')
    if (step !== '' && step !== '.' && step !== '..') steps.push(step)
  }
  return steps.join('/').toLowerCase()
}

function dateStylesOf(xml: string): (DateStyle | undefined)[] {
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCellFormats = false
  eachTag(
    xml,
    (name, tag) => {
      if (name === 'cellXfs') inCellFormats = true
      else if (name === 'numFmt') {
        const format = attributes(tag)
        codes.set(Number(format.numFmtId), format.formatCode ?? '')
      } else if (name === 'xf' && inCellFormats) formats.push(Number(attributes(tag).numFmtId ?? 0))
    },
    (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  )
  return formats.map((id) => dateStyle(id, codes.get(id)))
}

function eachTag(
  xml: string,
  open: (name: string, tag: string) => void,
  close: (name: string) => void = () => {},
): void {
  const events = new XmlEvents({ open, close, text: () => {} })
  events.write(xml)
  events.end()
}
