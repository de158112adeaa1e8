// node tools/draw-sample.mjs FILE: draws a sample again from its population and seed; needs nothing but Node.
// The population is the file that the page of the sample gives (抽样总体); the same items are printed in the same order.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [file] = process.argv.slice(2)
if (!file) {
  console.error('用法 / usage: node tools/draw-sample.mjs 抽样总体.csv')
  process.exit(2)
}
const lines = readFileSync(file, 'utf8')
  .replace(/^\ufeff/, '')
  .split(/\r?\n/)
  .filter((line) => line !== '')
const header = lines.indexOf('id,stratum')
const told = Object.fromEntries(lines.slice(0, Math.max(header, 0)).map((line) => line.split(',')))
const rows = lines.slice(header + 1).map((line) => line.split(','))
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')
const wrong = []
if (header < 0 || told.format !== 'shanjiang-sample/1') wrong.push('不是抽样总体文件 / not the population of a sample')
else {
  // The population: every row as "id,stratum" and a line feed, in the order of the ids.
  const text = rows
    .map(([id, stratum]) => `${id},${stratum ?? ''}\n`)
    .sort()
    .join('')
  if (sha256(text) !== told.population_sha256)
    wrong.push('总体与抽样时的哈希不符 / the population is not the one whose hash was sealed')
  if (!/^[0-9a-f]{64}$/.test(told.seed ?? ''))
    wrong.push('还没有种子:方案封存后才能抽取 / no seed yet: the plan is not sealed')
  if (!/^[1-9]\d*$/.test(told.take ?? '')) wrong.push('抽取数读不出 / how many to take cannot be read')
}
if (wrong.length > 0) {
  console.error(`✗ ${wrong.join('\n✗ ')}`)
  process.exit(1)
}
// Drawn: in each stratum, the first so many in the order of SHA-256("seed|id").
const strata = new Map()
for (const [id, stratum = ''] of rows) {
  if (!strata.has(stratum)) strata.set(stratum, [])
  strata.get(stratum).push({ id, order: sha256(`${told.seed}|${id}`) })
}
const byText = (one, other) => (one < other ? -1 : one > other ? 1 : 0)
for (const stratum of [...strata.keys()].sort(byText)) {
  const ordered = strata.get(stratum).sort((one, other) => byText(one.order, other.order))
  for (const { id } of ordered.slice(0, Number(told.take))) console.log(id)
}
