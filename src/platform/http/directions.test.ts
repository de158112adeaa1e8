import { expect, it } from 'vitest'
import { allWithoutDirections } from './directions.ts'

it('drops the marks that turn text around wherever they stand, and nothing else', () => {
  const turned = '\u202E光荣\u202C院\u2066(丽水)\u2069\u200F'
  expect(allWithoutDirections({ name: turned, list: [turned, 1, null, { deep: turned }] })).toEqual({
    name: '光荣院(丽水)',
    list: ['光荣院(丽水)', 1, null, { deep: '光荣院(丽水)' }],
  })
  const family = '👩\u200D👩\u200D👧 王 静'
  expect(allWithoutDirections(family)).toBe(family)
})
