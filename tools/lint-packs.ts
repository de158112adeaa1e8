/**
 * npm run lint-packs: reads every scheme of the policies for what is written wrongly, and says of each clause what to do.
 *   npm run lint-packs                     every scheme, a county's own folder (SHANJIANG_POLICIES) among them
 *   npm run lint-packs -- 331102           the schemes of one region
 *   npm run lint-packs -- --strong         breaks every clause as well, to see that a case notices (slow)
 * Ends with 0 when nothing keeps a scheme from being published, 1 when something does, 2 when they could not be read.
 */
import { lintFolder } from '../src/kernel/policy/linting/shipped.ts'
import { citation } from '../src/kernel/policy/packs/clause.ts'
import { policyFolder } from '../src/kernel/policy/packs/library.ts'
import { factSupplies } from '../src/server/fact-supplies.ts'

try {
  process.exitCode = lint(process.argv.slice(2)) ? 0 : 1
} catch (error) {
  console.error(`没有读成 / Could not read the policies: ${(error as Error).message}`)
  process.exitCode = 2
}

function lint(args: readonly string[]): boolean {
  const [region] = args.filter((arg) => !arg.startsWith('--'))
  const linted = lintFolder(policyFolder(), { supplies: factSupplies, strong: args.includes('--strong') })
  const wanted = linted.filter(({ file }) => region === undefined || file.pack.region === region)
  if (wanted.length === 0) throw new Error(`policies/${region ?? ''} 下没有政策 / has no schemes`)
  for (const { file, findings } of wanted) {
    console.log(`${file.path} · ${file.pack.title.zh}`)
    if (findings.length === 0) console.log('  没有发现问题 / nothing found')
    for (const { rule, severity, clause, at, sentence, witness } of findings) {
      const cited = file.pack.clauses[clause]
      console.log(
        `  ${severity === 'error' ? '✗ 错误' : '! 提示'} ${rule} · ${at}${cited ? ` · ${citation(cited).zh}` : ''}`,
      )
      console.log(`    ${sentence.zh}\n    ${sentence.en}`)
      if (witness) console.log(`    例 / for instance: ${witness.zh}`)
    }
  }
  const all = wanted.flatMap(({ findings }) => findings)
  const errors = all.filter(({ severity }) => severity === 'error').length
  console.log(`错误 / errors: ${errors},提示 / warnings: ${all.length - errors}`)
  return errors === 0
}
