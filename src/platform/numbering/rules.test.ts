import { describe, expect, it } from 'vitest'
import { formatNumber } from './rules.ts'

describe('numbers of documents', () => {
  it('follow the county’s template', () => {
    expect(formatNumber('S-{year}-{serial:4}', { year: 2022, serial: 17 })).toBe('S-2022-0017')
    expect(formatNumber('S-{year}-{serial:4}', { year: 2022, serial: 12345 })).toBe('S-2022-12345')
    expect(() => formatNumber('{district}-{serial}', { year: 2022, serial: 1 })).toThrow(/district/)
  })
})
