import { expect, it } from 'vitest'
import { readAddress } from './rules.ts'

const TOWNS = [{ nameZh: '碧湖镇' }, { nameZh: '大港头镇' }, { nameZh: '白云街道' }]

it('reads the town and the village of an address as people write it', () => {
  expect(readAddress('浙江省丽水市莲都区 碧湖镇 下河村12号', TOWNS)).toMatchObject({
    town: '碧湖镇',
    village: '下河村',
  })
  expect(readAddress('白云街道白云社区3幢', TOWNS)).toMatchObject({ town: '白云街道', village: '白云社区' })
  expect(readAddress('大港头镇', TOWNS)).toMatchObject({ town: '大港头镇', village: null })
})

it('guesses nothing where the county has no such town', () => {
  expect(readAddress('杭州市西湖区某某村', TOWNS)).toMatchObject({ town: null, village: null })
})
