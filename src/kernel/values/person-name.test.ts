import { describe, expect, it } from 'vitest'
import { isSameName, readPersonName } from './person-name.ts'

function read(text: string): string {
  const name = readPersonName(text)
  return name.ok ? name.value : name.problems.map((problem) => problem.zh).join()
}

describe('a name', () => {
  it.each([
    ['孙  艳', '孙艳'],
    ['孙\u3000艳', '孙艳'],
    [' 王 小 明 ', '王小明'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽 ・ 买买提', '阿依古丽·买买提'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['阿依古丽\uFF0E买买提', '阿依古丽·买买提'],
    ['阿依古丽·买买提·艾力', '阿依古丽·买买提·艾力'],
    ['John  A. Smith', 'John A. Smith'],
    ['\uFEFF王静\t', '王静'],
    ['𠮷 野', '𠮷野'],
  ])('reads “%s” as %s', (text, name) => {
    expect(read(text)).toBe(name)
  })

  it('cannot be empty', () => {
    expect([read(''), read(' \u3000\u200B ')]).toEqual(['姓名为空', '姓名为空'])
  })

  it.each([
    ['孙  艳', '孙艳', true],
    ['阿依古丽·买买提', '阿依古丽买买提', true],
    ['阿依古丽.买买提', '阿依古丽 ・ 买买提', true],
    ['Ｊohn Smith', 'JOHN  SMITH', true],
    ['王静', '王婧', false],
    ['王静', '', false],
  ])('%s and %s are one: %s', (a, b, same) => {
    expect(isSameName(a, b)).toBe(same)
  })
})
