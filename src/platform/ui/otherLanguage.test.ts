import { describe, expect, it } from 'vitest'
import { chineseMarked, isMainlyChinese } from './otherLanguage.ts'

describe('Chinese on an English page', () => {
  it('is marked as what it is, with its figures and masks, and the English around it is not', () => {
    expect(chineseMarked('<p>Class: 2022年第3期 养老护理员(五级/初级工)</p>')).toBe(
      '<p>Class: 2022<span lang="zh-CN">年第3期 养老护理员(五级</span>/<span lang="zh-CN">初级工)</span></p>',
    )
    expect(chineseMarked('<td>吴*燕<small>339901********1234</small></td>')).toBe(
      '<td><span lang="zh-CN">吴*燕</span><small>339901********1234</small></td>',
    )
  })

  it('is left alone in titles, attributes and what a form holds', () => {
    for (const html of [
      '<title>莲都区</title>',
      '<a aria-label="养老">x</a>',
      '<textarea>三月八日下午</textarea>',
      '<style>a::before{content:"中"}</style>',
    ])
      expect(chineseMarked(html)).toBe(html)
  })

  it('is Chinese by its signs, not by a word or two of the other language', () => {
    expect(isMainlyChinese('丽水市莲都区碧湖镇成人文化技术学校')).toBe(true)
    expect(isMainlyChinese('2022年第3期 A 班')).toBe(true)
    expect(isMainlyChinese('Hosted by 莲都区 in the county')).toBe(false)
    expect(isMainlyChinese('2022-03-08')).toBe(false)
  })
})
