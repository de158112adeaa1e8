// The house check: who may import whom, where SQL may stand. Says how many files it read: a check that read none is not green.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importsOf } from './imports.mjs'
import { FORBIDDEN } from './rules.mjs'

const FEWEST_FILES = 100
const root = process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url))

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path))
const imports = files.flatMap((path) => importsOf(root, path))

const matches = (patterns, path) => [patterns].flat().some((pattern) => new RegExp(pattern).test(path))
const roomOf = (path) => /^src\/(?:kernel|mechanisms|platform|insight|web)\/[^/]+\//.exec(path)?.[0]
const applies = ({ from, to, runtimeOnly, withinRoomToo }, edge) =>
  // Inside its own room such a file is held only to this.
  !(withinRoomToo && roomOf(edge.from) === roomOf(edge.to) && !matches(withinRoomToo, edge.to)) &&
  !(runtimeOnly && edge.typeOnly) &&
  (!from.path || matches(from.path, edge.from)) &&
  !(from.pathNot && matches(from.pathNot, edge.from)) &&
  (!to.path || matches(to.path, edge.to)) &&
  !(to.pathNot && matches(to.pathNot, edge.to)) &&
  (!to.core || edge.core) &&
  (!to.missing || edge.missing)

const faults = []
for (const rule of FORBIDDEN) {
  for (const edge of imports)
    if (applies(rule, edge)) faults.push(`${rule.name}: ${edge.from} → ${edge.to} (${rule.comment})`)
}

// No file may need itself at run time.
const needs = new Map(
  files.map((path) => [path, imports.filter((edge) => edge.from === path && !edge.typeOnly).map((edge) => edge.to)]),
)
const state = new Map()
function walk(path, way) {
  if (state.get(path) === 'done') return
  if (state.get(path) === 'open') {
    faults.push(`no-circles: ${[...way.slice(way.indexOf(path)), path].join(' → ')}`)
    return
  }
  state.set(path, 'open')
  for (const next of needs.get(path) ?? []) walk(next, [...way, path])
  state.set(path, 'done')
}
for (const path of files) walk(path, [])

// SQL stands in stores, schemas, test builders and insight's views; platform/db is the database itself.
const MAY_HOLD_SQL = [
  /\/(?:[a-z-]+[.-])?store\.ts$/,
  /\/testing\.ts$/,
  /\.test\.tsx?$/,
  /^src\/platform\/(db|testing)\//,
  /^src\/insight\/.*views\//,
  /^src\/kernel\/reference\/load\.ts$/,
]
for (const path of files) {
  if (MAY_HOLD_SQL.some((pattern) => pattern.test(path))) continue
  const line = readFileSync(join(root, path), 'utf8')
    .split('\n')
    .findIndex((each) => /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`|\bsql\.raw\(/.test(each))
  if (line >= 0)
    faults.push(`sql-only-in-stores: ${path}:${line + 1} (SQL stands in store.ts, schema/*.sql, testing.ts)`)
}

// Every constraint name must survive a Citus shard suffix.
for (const path of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.sql'),
)) {
  const text = readFileSync(join(root, 'src', path), 'utf8')
  for (const [, name] of text.matchAll(/constraint (\w+)/g)) {
    if (/_\d+$/.test(name) || name.length > 45)
      faults.push(`constraint-names: ${name} in src/${path} (no digits at the end, at most 45 characters)`)
  }
}

if (files.length < FEWEST_FILES || imports.length < files.length)
  faults.push(`unread: only ${imports.length} imports in ${files.length} files; the check reads nothing`)
for (const fault of faults) console.error(fault)
console.log(`house: read ${files.length} files and ${imports.length} imports, ${faults.length} trespasses`)
process.exit(faults.length > 0 ? 1 : 0)
