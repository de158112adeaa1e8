import { expect, it } from 'vitest'
import { cssText } from './cssText.ts'

it('a name stays a name in a style, whatever signs are in it', () => {
  expect(cssText('莲都区人力资源和社会保障局 · 叶晴')).toBe('"莲都区人力资源和社会保障局 · 叶晴"')
  expect(cssText('a" } body { display: none } "')).toBe('"a\\22  } body { display: none } \\22 "')
  expect(cssText('back\\slash\nline</style>')).toBe('"back\\5c slash\\a line\\3c /style>"')
})
