import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../platform/crypto/public.ts'
import { type Candidate, drawingFile, drawn, populationSha256, populationText, readPopulation } from './drawing.ts'
import { gather, type Population } from './populations.ts'

const TOOL = fileURLToPath(new URL('../../../../tools/draw-sample.mjs', import.meta.url))
const seedOf = (text: string) => sha256(Buffer.from(text)).toString('hex')

const candidates = fc.uniqueArray(
  fc.record({ id: fc.uuid(), stratum: fc.constantFrom('', 'paid', 'liandu.training-subsidy') }),
  { selector: ({ id }) => id, maxLength: 60 },
)
const seeds = fc.string().map(seedOf)

describe('a seeded sample', () => {
  it('is the same for the same seed whatever the order of the rows, and takes so many of each stratum', () => {
    fc.assert(
      fc.property(
        candidates,
        seeds,
        fc.integer({ min: 1, max: 20 }),
        fc.infiniteStream(fc.nat()),
        (rows, seed, take, order) => {
          const keys = new Map(rows.map((row) => [row, order.next().value ?? 0]))
          const turned = [...rows].sort((one, other) => keys.get(one)! - keys.get(other)!)
          const sample = drawn(rows, seed, take)
          expect(drawn(turned, seed, take)).toEqual(sample)
          expect(populationText(turned)).toBe(populationText(rows))
          for (const stratum of new Set(rows.map((row) => row.stratum)))
            expect(sample.filter((row) => row.stratum === stratum)).toHaveLength(
              Math.min(take, rows.filter((row) => row.stratum === stratum).length),
            )
        },
      ),
    )
  })

  it('never loses one of those drawn before when more are taken', () => {
    fc.assert(
      fc.property(candidates, seeds, fc.integer({ min: 1, max: 20 }), (rows, seed, take) => {
        expect(drawn(rows, seed, take + 1)).toEqual(expect.arrayContaining(drawn(rows, seed, take)))
      }),
    )
  })

  it('draws every candidate about as often as any other, over many seeds', () => {
    const rows: Candidate[] = Array.from({ length: 20 }, (_, at) => ({ id: `id-${at}`, stratum: '' }))
    const counts = new Map(rows.map(({ id }) => [id, 0]))
    for (let nth = 0; nth < 4000; nth += 1)
      for (const { id } of drawn(rows, seedOf(String(nth)), 5)) counts.set(id, counts.get(id)! + 1)
    // 4,000 seeds, 5 of 20: 1,000 each. Chi-square with 19 degrees of freedom; 43.8 is its 99.9th percentile.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chi).toBeLessThan(43.8)
  })

  it('is drawn again by another person from the file alone; a population that was changed is refused', () => {
    const rows: Candidate[] = Array.from({ length: 50 }, (_, at) => ({
      id: `0190f3a2-0000-7000-8000-${String(at).padStart(12, '0')}`,
      stratum: at % 3 === 0 ? 'paid' : 'sent',
    }))
    const text = populationText(rows)
    expect(readPopulation(text)).toHaveLength(50)
    const told = { number: 'C-2022-0001', take: 4, sha256: populationSha256(text) }
    const seed = seedOf('the root of a seal')
    const file = drawingFile(told, { seed, sealNumber: 3 }, text)
    const place = mkdtempSync(join(tmpdir(), 'draw-'))
    try {
      const path = join(place, 'population.csv')
      writeFileSync(path, file)
      const done = spawnSync(process.execPath, [TOOL, path], { encoding: 'utf8' })
      expect(done.stdout.trim().split('\n')).toEqual(drawn(rows, seed, 4).map(({ id }) => id))
      writeFileSync(path, file.replace('000000000001,', '000000000099,'))
      expect(spawnSync(process.execPath, [TOOL, path], { encoding: 'utf8' }).status).toBe(1)
      writeFileSync(path, drawingFile(told, null, text))
      expect(spawnSync(process.execPath, [TOOL, path], { encoding: 'utf8' }).stderr).toContain('还没有种子')
    } finally {
      rmSync(place, { recursive: true })
    }
  })

  it('reads its population page by page by key, and stops where there are too many', async () => {
    const all = Array.from({ length: 12_000 }, (_, at) => String(at).padStart(6, '0'))
    let most = 0
    const population = {
      list: async (_tx: unknown, _filter: unknown, { after, limit }: { after: string | null; limit: number }) => {
        const from = after === null ? 0 : Number(after) + 1
        const page = all.slice(from, from + limit)
        most = Math.max(most, page.length)
        return page.map((id) => ({ id, organisationId: 'o', scheme: 's', state: 'paid' }))
      },
    } as unknown as Population
    const filter = {} as Parameters<typeof gather>[2]
    const found = await gather(undefined as never, population, filter, 'state')
    expect(found?.map(({ id }) => id)).toEqual(all)
    expect(most).toBeLessThanOrEqual(5_000)
    expect(await gather(undefined as never, population, filter, null, 11_999)).toBeUndefined()
  })
})
