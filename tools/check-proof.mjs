// node tools/check-proof.mjs FILE [CHECKPOINTS]: whether a row is under a seal, from the proof alone; needs nothing but Node.
// With a file of checkpoints kept elsewhere (or one line of it), also whether that seal is the one that was kept.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** The lines of a file of checkpoints. */
export const checkpointsIn = (text) => new Set(text.split('\n').map((line) => line.trim()))

/** What is wrong with a proof (nothing: it holds), and what it says. `checkpoints`: those that were kept elsewhere. */
export function checkProof(proof, checkpoints) {
  const wrong = []
  const must = (holds, zh, en) => {
    if (!holds) wrong.push(`${zh} / ${en}`)
  }
  must(proof.format === 'shanjiang-proof/1', '不认识的证明格式', 'not a proof we know')

  // The leaf: SHA-256 of 0x00 and the row's text (RFC 6962, 2.1).
  const leaf = sha256(Buffer.from([0]), Buffer.from(proof.content, 'utf8'))
  must(leaf.toString('hex') === proof.leafHash, '内容与叶哈希不符', 'the content is not what the leaf is the hash of')
  const [table, , ...values] = JSON.parse(proof.content)
  must(
    table === proof.table && values.length === proof.columns.length,
    '内容的表或列不符',
    'the content is of another table or form',
  )

  // The way up to the root (RFC 9162, 2.1.3.2).
  let [nth, last, hash] = [proof.position, proof.size - 1, leaf]
  const node = (left, right) => sha256(Buffer.from([1]), left, right)
  let reaches = Number.isInteger(nth) && nth >= 0 && nth <= last
  for (const other of proof.path.map((each) => Buffer.from(each, 'hex'))) {
    if (last === 0) reaches = false
    if (nth % 2 === 1 || nth === last) {
      hash = node(other, hash)
      while (nth % 2 === 0 && nth !== 0) [nth, last] = [Math.floor(nth / 2), Math.floor(last / 2)]
    } else hash = node(hash, other)
    ;[nth, last] = [Math.floor(nth / 2), Math.floor(last / 2)]
  }

  // The seal: its root, its size, its signature (Ed25519), its key, named by the hash of its public half.
  const LINE =
    /^(shanjiang\/(\d{6}) seal (\d+) size (\d+) root ([0-9a-f]{64}) previous [0-9a-f]{64} at (\S+) key ([0-9a-f]{16})) signature (\S+)$/
  const [, text, district, number, size, root, at, keyId, signature] = LINE.exec(proof.checkpoint) ?? []
  must(text !== undefined, '检查点读不出', 'the checkpoint cannot be read')
  must(
    reaches && last === 0 && hash.toString('hex') === root,
    '路径没有到达检查点的根',
    'the path does not lead to the root of the checkpoint',
  )
  must(
    Number(size) === proof.size && Number(district) === proof.district,
    '检查点的大小或区县不符',
    'the checkpoint is of another size or district',
  )
  const spki = Buffer.from(proof.publicKey, 'base64')
  must(
    sha256(spki).toString('hex').slice(0, 16) === keyId,
    '公钥不是检查点所记的那一把',
    'the public key is not the one the checkpoint names',
  )
  let isSigned = false
  try {
    isSigned = verify(
      null,
      Buffer.from(text),
      createPublicKey({ key: spki, format: 'der', type: 'spki' }),
      Buffer.from(signature, 'base64'),
    )
  } catch {
    isSigned = false
  }
  must(isSigned, '检查点的签名不成立', 'the signature of the checkpoint does not hold')
  if (checkpoints)
    must(checkpoints.has(proof.checkpoint), '检查点不在所给的检查点文件里', 'the checkpoint is not among those given')
  return { wrong, table, values, seal: { number, size, root, at, keyId } }
}

function main([file, given]) {
  if (!file) {
    console.error('用法 / usage: node tools/check-proof.mjs 封存证明.json [检查点文件 / checkpoints]')
    return 2
  }
  const proof = JSON.parse(readFileSync(file, 'utf8'))
  const { wrong, table, values, seal } = checkProof(proof, given && checkpointsIn(readFileSync(given, 'utf8')))
  if (wrong.length > 0) {
    console.error(`✗ 证明不成立 / The proof does not hold:\n${wrong.map((each) => `  - ${each}`).join('\n')}`)
    return 1
  }
  console.log(`✓ ${table} ${proof.key}`)
  for (const [nth, name] of proof.columns.entries()) console.log(`    ${name}: ${values[nth] ?? '—'}`)
  console.log(
    `  在第 ${seal.number} 号封存之下 / is under seal ${seal.number}: ${seal.size}, ${seal.at}\n  根 / root ${seal.root}\n  密钥 / key ${seal.keyId}`,
  )
  console.log(
    given
      ? '  并与所给检查点相同 / and the seal is among the checkpoints given'
      : '  请与库外检查点文件或结算单上印的根核对 / compare the root with the checkpoints outside or a printed settlement sheet',
  )
  return 0
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url)))
  process.exitCode = main(process.argv.slice(2))
