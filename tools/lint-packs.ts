/**
 * npm run lint-packs: reads every scheme of the policies for what is written wrongly, and says of each clause what to do.
 *   npm run lint-packs                     every scheme, a county's own folder (SHANJIANG_POLICIES) among them
 *   npm run lint-packs -- 331102           the schemes of one region
 *   npm run lint-packs -- path/to/folder   the schemes of any folder, before they are anybody's: every fault, case and finding
 *   npm run lint-packs -- --strong         breaks every clause as well, to see that a case notices (slow)
 * Ends with 0 when nothing keeps a scheme from being published, 1 when something does, 2 when they could not be read.
 */
import { existsSync, statSync } from 'node:fs'
import { type CheckedFile, checkFolder, isSound } from '../src/kernel/policy/linting/folder-check.ts'
import { lintFolder } from '../src/kernel/policy/linting/shipped.ts'
import { citation } from '../src/kernel/policy/packs/clause.ts'
import { policyFolder } from '../src/kernel/policy/packs/library.ts'
import { factSupplies } from '../src/server/fact-supplies.ts'

try {
  process.exitCode = run(process.argv.slice(2)) ? 0 : 1
} catch (error) {
  console.error(`没有读成 / Could not read the policies: ${(error as Error).message}`)
  process.exitCode = 2
}

function run(args: readonly string[]): boolean {
  const [wanted] = args.filter((arg) => !arg.startsWith('--'))
  const more = { supplies: factSupplies, strong: args.includes('--strong') }
  const isFolder = wanted !== undefined && existsSync(wanted) && statSync(wanted).isDirectory()
  const checked = isFolder ? checkFolder(wanted, policyFolder(), more) : ofRegion(wanted, more)
  if (checked.length === 0)
    throw new Error(
      isFolder ? `${wanted}: 没有 .json 文件 / no .json file` : `policies/${wanted ?? ''} 下没有政策 / has no schemes`,
    )
  for (const file of checked) say(file)
  const findings = checked.flatMap((each) => each.findings)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const faults = checked.flatMap(({ problems }) => problems).length
  const red = checked.flatMap(({ cases }) => cases).filter(({ passed }) => !passed).length
  if (isFolder) console.log(`文件 / files: ${checked.length},写法错误 / faults: ${faults},案例不符 / cases red: ${red}`)
  console.log(`错误 / errors: ${errors},提示 / warnings: ${findings.length - errors}`)
  return checked.every(isSound)
}

function ofRegion(region: string | undefined, more: Parameters<typeof lintFolder>[1]): CheckedFile[] {
  return lintFolder(policyFolder(), more)
    .filter(({ file }) => region === undefined || file.pack.region === region)
    .map(({ file, findings }) => ({ path: file.path, pack: file.pack, problems: [], cases: [], findings }))
}

function say({ path, pack, problems, cases, findings }: CheckedFile): void {
  const green = cases.filter(({ passed }) => passed).length
  const played = cases.length === 0 ? '' : ` · 案例 ${green}/${cases.length}`
  console.log(`${path}${pack ? ` · ${pack.title.zh}` : ''}${played}`)
  for (const { at, sentence } of problems) console.log(`  ✗ ${at || '(文件)'}\n    ${sentence.zh}\n    ${sentence.en}`)
  for (const { name, passed, expected, got } of cases)
    if (!passed) console.log(`  ✗ 案例 / case “${name}”\n    应为 / expected: ${expected}\n    得到 / got: ${got}`)
  for (const { rule, severity, clause, at, sentence, witness } of findings) {
    const cited = pack?.clauses[clause]
    const of = cited ? ` · ${citation(cited).zh}` : ''
    console.log(`  ${severity === 'error' ? '✗ 错误' : '! 提示'} ${rule} · ${at}${of}`)
    console.log(`    ${sentence.zh}\n    ${sentence.en}`)
    if (witness) console.log(`    例 / for instance: ${witness.zh}`)
  }
  if (problems.length + findings.length === 0 && green === cases.length) console.log('  没有发现问题 / nothing found')
}
