import { describe, expect, it } from 'vitest'
import { isCommon } from './common.ts'
import { weaknessesOf } from './rules.ts'

const weak = (password: string) => weaknessesOf(password, ['clerk', '叶小青'], isCommon)

describe('a password', () => {
  it.each([
    ['short', 'g7-Kq2', ['too-short']],
    ['of one sign', '1111111111', ['monotonous']],
    ['that tells the account', 'clerk-of-liandu-7', ['own-name']],
    ['that tells the person, in full width too', '我是叶小青呀你好啊好', ['own-name']],
    ['that was leaked', 'Qwertyuiop', ['common']],
    ['that was leaked, in full width', 'ｑｗｅｒｔｙｕｉｏｐ', ['common']],
    ['leaked with a year behind it', 'woaini-2024!', ['common']],
    ['leaked with a birthday before it', '19900101zhongguo', ['common']],
    ['of 520 and 1314', 'woaini5201314', ['common']],
    ['leaked and written twice', 'qwer1234qwer1234', ['common']],
    ['of keys beside each other', '1qaz2wsx3edc', ['common']],
    ['that is short and leaked', 'qwer1234', ['too-short', 'common']],
  ])('%s is refused with every reason', (_, password, reasons) => {
    expect(weak(password)).toEqual(reasons)
  })

  it.each(['春眠不觉晓处处闻啼鸟', 'four small ridges', 'Tz7#qpLw9vXe'])('%s is taken', (password) => {
    expect(weak(password)).toEqual([])
  })
})
