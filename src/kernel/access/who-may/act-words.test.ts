import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ACT_WORDS, sentenceOfAct } from './act-words.ts'

/** What rooms tell one another (outbox) is named alike, and is no act. */
const OUTBOX = /^(?:funds|register)\./

/** The names of acts as the source writes them; of one that is put together, what it begins with. */
function actsInSource(): Map<string, string> {
  const found = new Map<string, string>()
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing/.test(file))
    .map((file) => `src/${file}`)
  for (const file of files) {
    const source = readFileSync(file, 'utf8')
    if (!source.includes('recordAct')) continue
    // Through a helper of the room: what is named as something done.
    for (const [, name] of source.matchAll(
      /'([a-z-]+\.[a-z.-]*(?:ed|made|sent|given|left|written|taken|struck|drawn|kept))'/g,
    ))
      if (!OUTBOX.test(name!)) found.set(name!, file)
    for (const [given] of source.matchAll(/\bact: [^,\n]*|\b(?:act|record|recordAct)\(\s*tx,\s*'[^']+'/g))
      for (const [, name] of given.matchAll(/['`]([a-z-]+\.[a-z.-]*)(?:['`]|\$\{)/g)) found.set(name!, file)
  }
  return found
}

it('says every act that is recorded in a sentence, in both languages', () => {
  const acts = actsInSource()
  expect(acts.size).toBeGreaterThan(90)
  const without = [...acts]
    .filter(([name]) => sentenceOfAct(name).zh === name)
    .map(([name, file]) => `${name} (${file})`)
  expect(without).toEqual([])
  for (const { zh, en } of Object.values(ACT_WORDS)) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
  }
})

it('says an act without a sentence of its own by its family, the closest first', () => {
  expect(sentenceOfAct('claim.second-review.passed').en).toBe('Second review of a claim')
  expect(sentenceOfAct('claim.something-new').en).toBe('Worked on a claim')
  expect(sentenceOfAct('nothing.known')).toEqual({ zh: 'nothing.known', en: 'nothing.known' })
})
