/**
 * npm run replay: decides a paid subsidy once more from the policy and the facts that were kept, and compares.
 *   npm run replay -- P-2022-001-0003              the payment of that reference, in every district that has one
 *   npm run replay -- P-2022-001-0003 331102       in one district
 *   npm run replay -- --file decision.json         from an exported file, without a database
 * Ends with 0 when it comes to the same fen and the same digest, 1 when it does not, 2 when it could not be tried.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { explain } from '../src/kernel/policy/deciding/explain.ts'
import { readDecisionFile } from '../src/kernel/policy/decisions/decision-file.ts'
import { replay } from '../src/kernel/policy/decisions/replay.ts'
import type { KeptDecision } from '../src/kernel/policy/decisions/store.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

try {
  process.exitCode = await replayAll(process.argv.slice(2))
} catch (error) {
  console.error(`没有重算成 / Could not replay: ${(error as Error).message}`)
  process.exitCode = 2
}

async function replayAll(args: readonly string[]): Promise<number> {
  const [first, second] = args
  if (first === '--file') {
    if (second === undefined) throw new Error('--file 之后应是判定文件 / needs a file')
    const { district, decision, pack, references } = readDecisionFile(readFileSync(second, 'utf8'))
    return tell(`${references.join('、') || decision.id} · ${district}`, decision, pack) ? 0 : 1
  }
  if (first === undefined) throw new Error('请给出支付流水号或 --file / give a payment reference or --file')
  let same = true
  let found = 0
  await eachDistrict(
    second,
    async (district, payment) => {
      found += 1
      same = tell(`${first} · ${district}`, payment.decision, payment.pack) && same
    },
    first,
  )
  if (found === 0) throw new Error(`没有流水号为 ${first} 的支付 / there is no payment ${first}`)
  return same ? 0 : 1
}

/** What was compared, in both languages, and the answer itself. */
function tell(title: string, decision: KeptDecision, pack: unknown): boolean {
  const { same, lines, answer } = replay(decision, pack)
  console.log(`\n${title}`)
  for (const line of lines) console.log(`  ${line.same ? '✓' : '✗'} ${line.sentence.zh} / ${line.sentence.en}`)
  if (answer) for (const sentence of explain(answer, 'zh')) console.log(`    ${sentence}`)
  return same
}

async function eachDistrict(
  only: string | undefined,
  act: (district: number, found: { decision: KeptDecision; pack: unknown }) => Promise<void>,
  reference: string,
): Promise<void> {
  // Only here, so that a file is replayed where there is no database.
  const { configFrom } = await import('../src/server/config.ts')
  const { readyDatabase } = await import('../src/server/database.ts')
  const { connect, inDistrict } = await import('../src/platform/db/public.ts')
  const { listDistricts } = await import('../src/kernel/reference/public.ts')
  const { findDecisionOfPayment, findReplayable } = await import('../src/kernel/funds/replays/store.ts')
  const database = await readyDatabase(configFrom([], process.env, ROOT))
  const connection = connect(database.appUrl, { max: 1 })
  try {
    for (const { district } of await listDistricts(connection.db)) {
      if (only !== undefined && only !== String(district)) continue
      await inDistrict(connection.db, district, async (tx) => {
        const decisionId = await findDecisionOfPayment(tx, reference)
        const found = decisionId === undefined ? undefined : await findReplayable(tx, decisionId)
        if (found) await act(district, found)
      })
    }
  } finally {
    await connection.close()
  }
}
