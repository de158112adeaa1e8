// node check/check-archive.mjs [SHA256]: whether an archive is as it was taken out; needs nothing but Node and no network.
// Every file against manifest.json, photos and papers against the hash they had when they were handed in, every proof against its row, its seal and the checkpoints in here. With the SHA-256 of
// manifest.json as the platform recorded it, also whether this is the manifest that was made then.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkProof, checkpointsIn } from './check-proof.mjs'

const MANIFEST = 'manifest.json'
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const wrong = []
const say = (where, zh, en) => wrong.push(`${where}: ${zh} / ${en}`)

function read(path) {
  try {
    return readFileSync(join(root, path))
  } catch {
    return undefined
  }
}

function parsed(bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

const manifest = read(MANIFEST)
const files = manifest && parsed(manifest)?.files
const [expected] = process.argv.slice(2)
if (!files) say(MANIFEST, '缺失或读不出', 'missing or cannot be read')
else if (expected && expected.toLowerCase() !== sha256(manifest))
  say(MANIFEST, '与导出时记录的 SHA-256 不同', 'is not the one whose SHA-256 was recorded when it was made')

const listed = new Set([MANIFEST])
for (const { path, bytes, sha256: hash } of files ?? []) {
  listed.add(path)
  const found = read(path)
  if (!found) say(path, '缺失', 'is missing')
  else if (found.length !== bytes || sha256(found) !== hash)
    say(path, '内容已被改动,与清单不符', 'was changed: it is not what the manifest names')
}
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const path = join(entry.parentPath ?? entry.path, entry.name)
    .slice(root.length + 1)
    .split(sep)
    .join('/')
  if (!listed.has(path)) say(path, '清单里没有这个文件', 'is not in the manifest: it was put in later')
}

const checkpoints = checkpointsIn(read('proofs/checkpoints.txt')?.toString('utf8') ?? '')
let proofs = 0
for (const path of [...listed].filter((each) => /^proofs\/.*\.json$/.test(each))) {
  const bytes = read(path)
  if (!bytes) continue
  proofs += 1
  try {
    for (const each of checkProof(JSON.parse(bytes.toString('utf8')), checkpoints).wrong) wrong.push(`${path}: ${each}`)
  } catch {
    say(path, '证明读不出', 'the proof cannot be read')
  }
}

const KEPT = 'tables/files.json'
const told = listed.has(KEPT) ? parsed(read(KEPT) ?? Buffer.from('')) : []
if (!Array.isArray(told)) say(KEPT, '读不出', 'cannot be read')
const kept = (Array.isArray(told) ? told : []).filter(({ path }) => path !== null)
for (const { path, sha256: hash } of kept) {
  const bytes = read(path)
  if (!listed.has(path)) say(path, '清单里没有这个文件', 'is not in the manifest')
  else if (bytes && sha256(bytes) !== hash)
    say(path, '与当初交来时的摘要不同', 'is not what was handed in: its hash was another')
}

if (wrong.length > 0) {
  console.error(`✗ 归档与导出时不同 / The archive is not what was taken out (${wrong.length}):`)
  for (const each of wrong) console.error(`  - ${each}`)
  process.exitCode = 1
} else {
  console.log(`✓ 全部文件与清单一致 / every file is as the manifest names it: ${files.length}`)
  console.log(`✓ 照片和文件与交来时的摘要一致 / photos and papers are as they were handed in: ${kept.length}`)
  console.log(`✓ 全部封存证明成立 / every proof holds: ${proofs}`)
}
if (manifest) {
  console.log(`manifest.json SHA-256 ${sha256(manifest)}`)
  if (!expected)
    console.log(
      '请与平台归档台账上的清单哈希核对 / compare it with the manifest hash in the platform’s list of archives',
    )
}
