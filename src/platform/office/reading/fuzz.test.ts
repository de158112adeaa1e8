import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { GridRow, SheetFacts } from '../grid.ts'
import { sample, workbookOf } from '../testing.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { readCsv } from './csv.ts'
import { readXlsx } from './xlsx.ts'

const LIMITS = { maxRows: 3000, maxColumns: 256 }

/** Reading ends in rows or in a refusal; anything else is a fault of ours. */
async function settles(chunks: AsyncGenerator<GridRow[], SheetFacts>): Promise<void> {
  try {
    for await (const rows of chunks) expect(rows.length).toBeGreaterThan(0)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
  }
}

const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255)), {
  minLength: 1,
  maxLength: 6,
})

function damaged(bytes: Uint8Array, changes: [number, number][]): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (const [place, value] of changes) copy[Math.floor(place * copy.length)] = value
  return copy
}

it.each(['01', '05'])('a workbook damaged anywhere is read or refused: sample %s', async (number) => {
  const whole = sample(number)
  await fc.assert(
    fc.asyncProperty(damage, (changes) => settles(readXlsx(damaged(whole, changes), LIMITS))),
    { numRuns: 300 },
  )
})

it('so is a sheet whose XML is damaged inside a sound archive', async () => {
  const rows = Buffer.from(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44627</v></c><c r="C1" t="inlineStr"><is><r><t>a&amp;b</t></r></is></c></row><row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="b"><v>1</v></c></row>',
  )
  await fc.assert(
    fc.asyncProperty(damage, (changes) => {
      const text = Buffer.from(
        damaged(
          rows,
          changes.map(([p, v]) => [p, v % 128]),
        ),
      ).toString('latin1')
      return settles(readXlsx(workbookOf({ rows: text, strings: '<si><t>x</t></si>' }), LIMITS))
    }),
    { numRuns: 2000 },
  )
})

it('and a text of any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => settles(readCsv(bytes, LIMITS, '表'))),
    { numRuns: 2000 },
  )
})
