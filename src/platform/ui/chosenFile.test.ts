import { expect, it } from 'vitest'
import { checkChosen, sizeText } from './chosenFile.ts'

const ACCEPT = '.xlsx, .xls,.csv'

it('sends a workbook whatever the case of its extension', () => {
  expect(checkChosen({ name: '花名册.XLSX', size: 10 }, ACCEPT)).toBeNull()
})

it('does not send another kind of file, or an empty one', () => {
  expect(checkChosen({ name: '花名册.pdf', size: 10 }, ACCEPT)).toBe('wrongType')
  expect(checkChosen({ name: '花名册.csv', size: 0 }, ACCEPT)).toBe('empty')
})

it('says sizes for people', () => {
  expect([812, 14_541, 3_250_586].map(sizeText)).toEqual(['812 B', '14.2 KB', '3.1 MB'])
})
