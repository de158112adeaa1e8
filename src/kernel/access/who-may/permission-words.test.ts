import { expect, it } from 'vitest'
import { ALL_PERMISSIONS } from '../permissions.ts'
import { PERMISSION_WORDS } from './permission-words.ts'

it('says every permission in words, in both languages, and none that there is not', () => {
  expect(Object.keys(PERMISSION_WORDS).toSorted()).toEqual([...ALL_PERMISSIONS].toSorted())
  for (const { zh, en } of Object.values(PERMISSION_WORDS)) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
  }
})
