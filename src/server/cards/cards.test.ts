import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../kernel/access/public.ts'
import { words as claims } from '../../kernel/funds/claims/words.ts'
import type { Locale } from '../../platform/contract/public.ts'
import { cardFile, cardPage } from './Card.html.tsx'
import { partsOf, sentencesOf } from './card.ts'
import { cardOf, CARDS, findCard } from './cards.ts'

const LOCALES: readonly Locale[] = ['zh', 'en']

describe('operating cards', () => {
  it.each(CARDS.map((card) => [card.id, card] as const))(
    '%s: names what it has, and uses what it names',
    (_id, card) => {
      const drawn = card.drawings.flatMap(({ title, buttons }) => [title, ...buttons])
      for (const locale of LOCALES) {
        const named = sentencesOf(card).flatMap((sentence) => partsOf(sentence, card, locale))
        const words = named.filter((part) => typeof part !== 'string')
        const unused = Object.entries(card.names).filter(([key, name]) => !words.includes(name) && !drawn.includes(key))
        expect(unused.map(([key]) => key)).toEqual([])
      }
    },
  )

  it('are there for every role, and for those who have no account', () => {
    for (const role of Object.keys(ROLES) as Role[])
      expect([role, cardOf([role])?.roles.includes(role)]).toEqual([role, true])
    expect(CARDS.filter((card) => card.roles.length === 0).map((card) => card.id)).toEqual([
      'enterprise',
      'village',
      'trainee',
    ])
    expect(cardOf([])).toBeUndefined()
  })

  it('call buttons and pages as the rooms call them today', () => {
    const clerk = cardFile(findCard('clerk')!, 'zh')
    expect(clerk).toContain(`<b class="button">${claims.pass['initial-review'](37).zh}</b>`)
    expect(clerk).toContain('<b class="page">申领初审</b>')
  })

  it('carry a telephone and a QR only where a county prints them, and nothing inline that a browser would refuse', () => {
    const card = findCard('village')!
    const place = { bureau: '甲局', phone: '0578-1234567', address: 'https://a.example/331102/' }
    const printed = cardPage({ card, locale: 'zh', place, links: [] })
    expect(printed).toContain('aria-label="https://a.example/331102/"')
    expect(printed).toContain('0578-1234567')
    expect(cardFile(card, 'zh')).not.toMatch(/<svg|0578/)
    expect(printed).not.toMatch(/ style=/)
  })
})
