import { expect, it } from 'vitest'
import { inLanguage } from './spoken.ts'

const words = {
  title: { zh: '班级', en: 'Classes' },
  rows: (count: number) => ({ zh: `${count} 人`, en: `${count} people` }),
  states: { filed: { zh: '已提交', en: 'Filed' } },
}

it('says sentences, counted sentences and groups in one language', () => {
  const zh = inLanguage(words, 'zh')
  expect([zh.title, zh.rows(40), zh.states.filed]).toEqual(['班级', '40 人', '已提交'])
  expect(inLanguage(words, 'en').rows(40)).toBe('40 people')
})

it('gives the same object again, so that nothing renders twice for it', () => {
  expect(inLanguage(words, 'en')).toBe(inLanguage(words, 'en'))
})
