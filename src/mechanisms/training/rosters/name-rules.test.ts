import { describe, expect, it } from 'vitest'
import { knownNameOf } from './name-rules.ts'

const told = (importId: string, name: string, classId = `class of ${importId}`) => ({ importId, name, classId })

describe('the name that stands for somebody', () => {
  it('is the one an office registered them by, whatever rosters say', () => {
    expect(knownNameOf({ name: '王静', toldBy: null }, [told('a', '王婧')])).toEqual({ name: '王静', classId: null })
  })

  it('is the one they were first told of by, while that upload is its class’s roster', () => {
    const standing = [told('a', '王婧'), told('first', '王静')]
    expect(knownNameOf({ name: '王静', toldBy: 'first' }, standing)).toMatchObject({ name: '王静' })
  })

  it('is that of the earliest current roster once the first upload was replaced', () => {
    const record = { name: '王挣', toldBy: 'replaced' }
    expect(knownNameOf(record, [told('b', '王静'), told('c', '王婧')])).toMatchObject({
      name: '王静',
      classId: 'class of b',
    })
  })

  it('is none where only this class has told of them: its own slip may be corrected', () => {
    expect(knownNameOf({ name: '王挣', toldBy: 'own, replaced' }, [])).toBeUndefined()
  })
})
