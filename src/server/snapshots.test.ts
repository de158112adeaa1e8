import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { snapshots } from './snapshots.ts'

const ROOT = new URL('../../', import.meta.url)

it('keeps the schema, the table types, the interface, the shape of a pack, the register of personal data and the cards as they are in the repository', async () => {
  const made = await snapshots()
  expect([...made.keys()].filter((path) => !path.startsWith('docs/cards/'))).toEqual([
    'db/schema.sql',
    'db/tables.ts',
    'docs/openapi.json',
    'docs/scheme-pack.schema.json',
    'docs/personal-data.md',
  ])
  for (const [path, text] of made) {
    expect(
      readFileSync(fileURLToPath(new URL(path, ROOT)), 'utf8') === text,
      `${path} has changed: run npm run snapshots and commit it`,
    ).toBe(true)
  }
})
