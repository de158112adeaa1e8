import { describe, expect, it } from 'vitest'
import { FilesLeftOut } from './Files.html.tsx'
import { documentOf } from './Document.html.tsx'
import { type ArchivePlace, extensionOf, fatesOf } from './rules.ts'

const A_CLASS = { kind: 'class', id: 'class-1' }
const SOMEBODY = { kind: 'person', id: 'person-1' }
const A_SIGN = { kind: 'enrolment', id: 'enrolment-1' }

const file = (of: readonly { kind: string; id: string }[], over: object = {}) => ({
  of,
  bearsNumbers: false,
  sizeBytes: 10,
  isEmptied: false,
  ...over,
})
const fates = (about: ArchivePlace, files: Parameters<typeof fatesOf>[0], inFull = false, bytes = 25) =>
  fatesOf(files, about, { inFull, bytes, isOwnStep: ({ id }) => id === A_SIGN.id })

describe('which files leave with an archive', () => {
  it('are those of what it is about; of a class also what belongs to one of its own steps', () => {
    const files = [file([A_CLASS]), file([A_CLASS, SOMEBODY]), file([A_SIGN]), file([])]
    expect(fates({ of: 'class', id: 'class-1' }, files, false, 100)).toEqual(['in', 'in', 'in', 'of-others'])
    expect(fates({ of: 'person', id: 'person-1' }, files)).toEqual(['of-others', 'in', 'of-others', 'of-others'])
    expect(fates({ of: 'class', id: 'class-2' }, files.slice(0, 2))).toEqual(['of-others', 'of-others'])
  })

  it('bear numbers in full only where the archive does, and are not there once they were emptied', () => {
    const files = [file([SOMEBODY], { bearsNumbers: true }), file([SOMEBODY], { isEmptied: true })]
    expect(fates({ of: 'person', id: 'person-1' }, files)).toEqual(['numbers', 'emptied'])
    expect(fates({ of: 'person', id: 'person-1' }, files, true)).toEqual(['in', 'emptied'])
  })

  it('are taken while there is room; a smaller one after one that was too large still goes in', () => {
    const files = [file([A_CLASS]), file([A_CLASS], { sizeBytes: 16 }), file([A_CLASS], { sizeBytes: 15 })]
    expect(fates({ of: 'class', id: 'class-1' }, files)).toEqual(['in', 'too-much', 'in'])
  })

  it('are said to be left out, how many and how large, and what to do', () => {
    const said = documentOf({ zh: '', en: '' }, FilesLeftOut({ tooMuch: { count: 2, bytes: 3_500_000 } }))
    expect(said).toContain(
      '扫描件和文件合计超过 512 MB 上限,有 2 份(共 4 MB)未收入,下面列有名称和 SHA-256。需要时请在平台上逐份打开,或分班、分人另要归档。',
    )
    expect(FilesLeftOut({ tooMuch: { count: 0, bytes: 0 } })).toBeNull()
  })

  it('are opened by what they are, and by nothing that runs', () => {
    expect(extensionOf({ name: '表.html', mediaType: 'image/png' })).toBe('png')
    expect(extensionOf({ name: '花名册.XLSX', mediaType: 'application/vnd.ms-excel' })).toBe('xlsx')
    expect(extensionOf({ name: '花名册.html', mediaType: 'application/octet-stream' })).toBe('bin')
    expect(extensionOf({ name: '工具.exe', mediaType: 'application/octet-stream' })).toBe('bin')
  })
})
