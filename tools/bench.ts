/** Runs one of the promises of speed: `npm run bench -- policy`. Without a name it says which there are. */
import { readdirSync } from 'node:fs'

const BENCH = new URL('../bench/', import.meta.url)
const name = process.argv[2]
const promises = [...readdirSync(BENCH, { encoding: 'utf8' })]
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
if (name && promises.includes(name)) await import(new URL(`${name}.ts`, BENCH).href)
else {
  console.error(`npm run bench -- <name>, one of those that bench/README.md tells of:\n${promises.join('\n')}`)
  process.exitCode = 1
}
