import { expect, it } from 'vitest'
import { PALETTE, paletteCss } from './palette.ts'

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

it.each([
  ['ink', 'paper'],
  ['ink2', 'paper'],
  ['ink2', 'desk'],
  ['ink2', 'tealLight'],
  ['tealDark', 'tealLight'],
  ['teal', 'card'],
  ['red', 'redLight'],
  ['green', 'greenLight'],
] as const)('can be read: %s on %s', (text, ground) => {
  expect(contrast(PALETTE[text], PALETTE[ground])).toBeGreaterThanOrEqual(4.5)
})

it('becomes custom properties under dashed names', () => {
  expect(paletteCss(['tealDark'])).toBe(':root{--teal-dark:#0a4542}')
})
