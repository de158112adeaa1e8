/**
 * Deciding by a realistic scheme (`policy/scheme.ts`): one case at a time with its explanation, and a million cases
 * without, against the same scheme written by hand for nothing else and against three engines from npm. The same cases
 * for all, and one checksum over the answers of each: an engine that differs ends the run. By the processor's time, which
 * a busy machine does not make more.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { compile } from '../src/kernel/policy/deciding/compile.ts'
import { startColumns } from '../src/kernel/policy/simulating/columns.ts'
import { KINDS } from '../src/kernel/policy/simulating/simulate.ts'
import { decideAll, handColumns } from './policy/by-hand.ts'
import { decideByHand } from './policy/by-hand-explained.ts'
import {
  CAP_FEN,
  type Case,
  casesOf,
  checksum,
  DICTIONARY,
  factsOf,
  LEAST_MARK,
  LEAST_SESSIONS,
  MOST_A_YEAR,
  OLDEST,
  PACK,
  rateFen,
  YOUNGEST,
} from './policy/scheme.ts'
import { fromTheDatabase } from './policy/from-database.ts'
import { megabytes, peakOfThisProcess } from './memory.ts'

const MILLION = 1_000_000
const EXPLAINED = Number(process.env.EXPLAINED ?? 50_000)
const OF_A_PEER = Number(process.env.OF_A_PEER ?? 5_000)
const TURNS = Number(process.env.TURNS ?? 9)

type Speed = { readonly name: string; readonly perSecond: number; readonly sum: number }

function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Both in turns, so that what else the machine does meets both; the better half of the turns counts. */
function inTurns(count: number, ways: readonly (() => void)[]): number[] {
  const seconds = ways.map((): number[] => [])
  for (let turn = 0; turn < TURNS; turn += 1)
    ways.forEach((way, index) => {
      const began = processorSeconds()
      way()
      seconds[index]!.push(processorSeconds() - began)
    })
  return seconds.map((all) => count / all.toSorted((a, b) => a - b)[Math.floor(all.length / 4)]!)
}

function say(title: string, speeds: readonly Speed[], limit: Speed): void {
  console.log(title)
  for (const { name, perSecond, sum } of speeds) {
    if (sum !== limit.sum) throw new Error(`${name} answers ${sum}, ${limit.name} ${limit.sum}: not the same cases`)
    const each = (1e9 / perSecond).toFixed(0)
    const ratio = (limit.perSecond / perSecond).toFixed(2)
    console.log(
      `  ${name.padEnd(34)} ${Math.round(perSecond).toLocaleString('en').padStart(12)}/s ${each.padStart(9)} ns each, ${ratio} times the limit   checksum ${sum}`,
    )
  }
}

const program = compile(PACK, { dictionary: DICTIONARY })

function explainedOneAtATime(): { limit: Speed; ours: Speed } {
  const known = [...casesOf(EXPLAINED)].filter((each) => Object.values(each).every((value) => value >= 0)).map(factsOf)
  for (const facts of known.slice(0, 2_000))
    if (!isDeepStrictEqual(program.decide(facts), decideByHand(facts))) throw new Error('the explanations differ')
  const sums = [0, 0]
  const over = (decide: (facts: (typeof known)[number]) => { kind: string }, index: number) => () => {
    const check = checksum()
    for (const facts of known) {
      const answer = decide(facts) as { kind: (typeof KINDS)[number]; effectiveFen?: bigint }
      check.add(KINDS.indexOf(answer.kind), Number(answer.effectiveFen ?? 0n))
    }
    sums[index] = check.sum()
  }
  const [hand, ours] = inTurns(known.length, [over(decideByHand, 0), over(program.decide, 1)])
  return {
    limit: { name: 'by hand, the same explanation', perSecond: hand!, sum: sums[0]! },
    ours: { name: 'a scheme pack', perSecond: ours!, sum: sums[1]! },
  }
}

function manyAtOnce(): { limit: Speed; ours: Speed; gathered: number } {
  const columns = handColumns(casesOf(MILLION), MILLION)
  const [kinds, fen] = [new Uint8Array(MILLION), new Int32Array(MILLION)]
  const began = processorSeconds()
  const builder = startColumns(program.slots, MILLION)
  for (const each of casesOf(MILLION)) builder.add(factsOf(each))
  const facts = builder.columns()
  const gathered = MILLION / (processorSeconds() - began)
  let outcomes = program.simulate(facts)
  const [hand, ours] = inTurns(MILLION, [
    () => decideAll(columns, kinds, fen),
    () => {
      outcomes = program.simulate(facts)
    },
  ])
  const [byHand, byPack] = [checksum(), checksum()]
  for (let at = 0; at < MILLION; at += 1) {
    byHand.add(kinds[at]!, fen[at]!)
    byPack.add(outcomes.kinds[at]!, outcomes.fen[at]!)
  }
  return {
    limit: { name: 'by hand over typed arrays', perSecond: hand!, sum: byHand.sum() },
    ours: { name: 'a scheme pack', perSecond: ours!, sum: byPack.sum() },
    gathered,
  }
}

/** Installed where they are asked for: nobody else needs them. */
async function peers(): Promise<Record<string, (given: object) => Promise<[number, number]> | [number, number]>> {
  const folder = fileURLToPath(new URL('./policy/peers/', import.meta.url))
  if (!existsSync(`${folder}node_modules`)) {
    // Engines that are built for some platforms only: a registry without the others cannot fulfil the lock to the letter.
    const isLocked = spawnSync('npm', ['ci'], { cwd: folder }).status === 0
    if (!isLocked) spawnSync('npm', ['install', '--no-save'], { cwd: folder, stdio: 'inherit' })
  }
  const engines = await import(new URL('./policy/peers/engines.mjs', import.meta.url).href)
  const scheme = {
    youngest: YOUNGEST,
    oldest: OLDEST,
    leastMark: LEAST_MARK,
    leastSessions: LEAST_SESSIONS,
    mostAYear: MOST_A_YEAR,
    capFen: CAP_FEN,
    firstDay: 365,
    lastDay: 729,
  }
  return {
    'json-rules-engine': engines.jsonRulesEngine(scheme),
    'zen-engine, with its trace': engines.zenEngine(scheme, { explained: true }),
    'zen-engine': engines.zenEngine(scheme, { explained: false }),
    publicodes: engines.publicodes(scheme),
  }
}

async function ofThePeers(): Promise<Speed[]> {
  const withRate = (each: Case) => ({ ...each, rateFen: rateFen(each.occupation, each.level, each.group) })
  const given = [...casesOf(OF_A_PEER)].map(withRate)
  const speeds: Speed[] = []
  for (const [name, decide] of Object.entries(await peers())) {
    for (const each of given.slice(0, 200)) await decide(each)
    const check = checksum()
    const began = processorSeconds()
    for (const each of given) check.add(...(await decide(each)))
    speeds.push({ name, perSecond: given.length / (processorSeconds() - began), sum: check.sum() })
  }
  return speeds
}

function oursOfTheSame({ perSecond }: Speed): Speed {
  const check = checksum()
  for (const each of casesOf(OF_A_PEER)) {
    const answer = program.decide(factsOf(each))
    check.add(KINDS.indexOf(answer.kind), answer.kind === 'eligible' ? Number(answer.effectiveFen) : 0)
  }
  return { name: 'a scheme pack', perSecond, sum: check.sum() }
}

/** `PARTS=database` measures only that part; all of them where nothing is said. */
const parts = process.env.PARTS ?? 'deciding database'
if (parts.includes('deciding')) await deciding()
if (parts.includes('database')) await fromTheDatabase()

async function deciding(): Promise<void> {
  const explained = explainedOneAtATime()
  say('explained, one at a time, everything known', [explained.limit, explained.ours], explained.limit)
  const many = manyAtOnce()
  say('a million cases without explanation', [many.limit, many.ours], many.limit)
  console.log(
    `  gathering them from facts ${Math.round(many.gathered).toLocaleString('en')}/s; at most ${megabytes(peakOfThisProcess()).toFixed(0)} MB in this process`,
  )
  const same = oursOfTheSame(explained.ours)
  say(`peers, ${OF_A_PEER} cases, one in thirty with something not known`, [same, ...(await ofThePeers())], same)
}
