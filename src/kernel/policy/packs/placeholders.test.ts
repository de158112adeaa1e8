import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { civilDate, divisionCode } from '../../values/public.ts'
import { regionsOf, resolveParameters } from '../parameters/parameters.ts'
import { withOwn } from './library.ts'
import { placeholdersAmong } from './placeholders.ts'
import { layersOf, POLICIES, readPolicies } from './policy-files.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

type Files = { parameters: Record<string, { cite: { placeholder?: true } }[]> }

/** Qingtian's own folder, kept outside the program, in which somebody has settled one parameter. */
function ownFolder(settled: string): string {
  const root = mkdtempSync(join(tmpdir(), 'policies-'))
  made.push(root)
  mkdirSync(join(root, '331121'))
  cpSync(join(POLICIES, '331121'), join(root, '331121'), { recursive: true })
  const path = join(root, '331121', 'parameters.json')
  const document = JSON.parse(readFileSync(path, 'utf8')) as Files
  for (const { cite } of document.parameters[settled]!) delete cite.placeholder
  writeFileSync(path, JSON.stringify(document))
  return root
}

const examplesIn = (folder: ReturnType<typeof readPolicies>) => {
  const layers = layersOf(folder, regionsOf(divisionCode('331121')))
  const parameters = resolveParameters(layers, civilDate('2026-11-26'))
  return placeholdersAmong(parameters, []).map(({ name, region }) => `${region} ${name}`)
}

describe('the examples among a county’s rules', () => {
  it('are named with the region that has them, its own and those of the layers above', () => {
    const found = examplesIn(readPolicies())
    expect(found).toEqual(expect.arrayContaining(['331121 class.size', '000000 retirement.ages']))
    expect(found).not.toContain('331121 access.secondFactor')
  })

  it('are fewer by each that the county settles in a folder of its own, which stands in place of ours', () => {
    const settled = withOwn(readPolicies(), ownFolder('class.size'))
    expect(examplesIn(readPolicies()).filter((each) => !examplesIn(settled).includes(each))).toEqual([
      '331121 class.size',
    ])
    expect(settled.packs.some(({ pack }) => pack.region === '331102')).toBe(true)
    const ours = readPolicies()
    expect(withOwn(ours, '')).toBe(ours)
  })

  it('are the clauses and the amounts of its schemes too', () => {
    const [pack] = readPolicies().packs.filter(({ pack: each }) => each.scheme === 'liandu.training-subsidy')
    const none = resolveParameters([], civilDate('2022-03-01'))
    expect(placeholdersAmong(none, [pack!.pack]).map(({ name }) => name)).toContain(
      'liandu.training-subsidy 2022-01, rates',
    )
  })
})
