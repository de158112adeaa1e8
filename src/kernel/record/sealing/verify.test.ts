import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newSigner } from '../../../platform/crypto/public.ts'
import { signSeal } from './checkpoint.ts'
import { EMPTY_ROOT, GrowingTree, leafHash } from './merkle.ts'
import { keptRanges } from './proving.ts'
import { listHashes } from './leaf-store.ts'
import { listSeals } from './store.ts'
import { givenRecord, type RecordDatabase } from './testing.ts'

const HERE = 331102

let record: RecordDatabase
beforeAll(async () => {
  record = await givenRecord()
})
beforeEach(async () => {
  await record.clear()
  for (let nth = 0; nth < 9; nth += 1) await record.done()
  await record.seal(3)
})
afterAll(() => record.close())

const said = async (options: Parameters<RecordDatabase['verify']>[0] = {}) => {
  const { differing, differences } = await record.verify(options)
  expect(differing).toBeGreaterThanOrEqual(differences.length)
  return differences.map(({ sentence }) => sentence.zh)
}
const byOwner = (text: string) => record.superuser.query(text)

/** Who owns the database hashes everything anew from what its rows say now, under the same numbers and times. */
async function rehash(signer = record.signer): Promise<void> {
  await record.within(async (tx) => {
    const hashes = await listHashes(tx, 0, 1_000)
    const tree = new GrowingTree()
    let previousRoot = EMPTY_ROOT
    for (const seal of await listSeals(tx, { after: 0, limit: 100 })) {
      while (tree.size < seal.size) tree.add(hashes[tree.size]!)
      const { number, size, sealedAt } = seal
      const anew = signSeal(signer, { district: HERE, number, size, root: tree.root, previousRoot, sealedAt })
      await record.superuser.query(
        `update record.seals set root = $1, previous_root = $2, signature = $3, key_id = $4 where number = $5`,
        [anew.root, anew.previousRoot, anew.signature, anew.keyId, number],
      )
      previousRoot = tree.root
    }
    await record.superuser.query('update record.seal_heads set root = $1, frontier = $2', [tree.root, tree.frontier])
  })
}

describe('verification', () => {
  it('says what it compared: rows, leaves, seals and checkpoints', async () => {
    const verified = await record.verify()
    expect(verified).toMatchObject({
      rows: 9,
      differing: 0,
      differences: [],
      waiting: 0,
      lastSeal: { number: 3, size: 9 },
    })
    // Nine leaves, three seals, three lines.
    expect(verified.comparisons.find(({ name }) => name === 'seals')).toMatchObject({ compared: 15, differing: 0 })
  })

  it('counts what was written just now as waiting, and as no fault', async () => {
    await record.done()
    expect(await record.verify()).toMatchObject({ rows: 9, differing: 0, waiting: 1 })
  })

  it('names a row that was changed, by its table and key and where it is walked to', async () => {
    const [key] = await record.sealedKeys()
    await byOwner(`update record.acts set detail = '{"x": 1}' where id = '${key}'`)
    const { differences } = await record.verify()
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({ table: 'record.acts', key, trail: { kind: 'class' } })
    expect(differences[0]!.sentence.zh).toContain('封存后被人在数据库里改过')
  })

  it('names a row that was deleted, and one that was put in with an old date', async () => {
    const [key] = await record.sealedKeys()
    await byOwner(`delete from record.acts where id = '${key}'`)
    await byOwner(
      `insert into record.acts (district, id, act, subject_kind, subject_id, business_at, recorded_at)
       values (${HERE}, '01900000-0000-7000-8000-000000000009', 'x', 'class', '01900000-0000-7000-8000-000000000002', now(), now() - interval '3 days')`,
    )
    await record.seal()
    const { differences } = await record.verify()
    expect(differences.map((each) => each.key).toSorted()).toEqual(
      [key!, '01900000-0000-7000-8000-000000000009'].toSorted(),
    )
  })

  it('finds a leaf that was deleted, and one that was exchanged with its row', async () => {
    await byOwner('delete from record.leaves where position = 4')
    expect((await said()).join('\n')).toMatch(/第 5 片叶.*缺失[\s\S]*早该封存却没有封存|早该封存[\s\S]*第 5 片叶/)
  })

  it('finds a row that was changed together with its leaf, by the root', async () => {
    await byOwner(`update record.leaves set leaf_hash = '\\x${leafHash('x').toString('hex')}' where position = 4`)
    expect(await said()).toContain('第 2 号封存的根与重算的不同:第 4 至 6 片叶中有改动。')
  })

  it('finds a seal that was edited, by its signature and its order', async () => {
    await byOwner(`update record.seals set sealed_at = sealed_at - interval '1 day' where number = 2`)
    const sentences = await said()
    expect(sentences).toContain('第 2 号封存的签名不对:这一行被改过。')
    expect(sentences).toContain('第 2 号封存的时间早于上一号。')
  })

  it('finds a seal that was taken out of the middle', async () => {
    await byOwner('delete from record.seals where number = 2')
    expect(await said()).toContain('第 2 号封存缺失。')
  })

  it('finds a tail that was cut off, head and all, by what is kept outside', async () => {
    await byOwner(`delete from record.acts where id::text in (select row_key from record.leaves where seal = 3)`)
    await byOwner('delete from record.leaves where seal = 3; delete from record.seals where number = 3')
    await byOwner(
      'update record.seal_heads h set number = 2, size = 6, root = s.root from record.seals s where s.number = 2 and s.district = h.district',
    )
    expect(await said({ outside: [] })).toEqual([])
    expect(await said()).toEqual(['库外有第 3 号检查点(9 片叶),数据库里没有这次封存:尾部被截断。'])
  })

  it('finds a tail that was rewritten and hashed anew with the platform’s own key, by what is kept outside', async () => {
    await byOwner(`update record.leaves set leaf_hash = '\\x${leafHash('another').toString('hex')}' where position = 7`)
    await rehash()
    const inside = await said({ outside: [] })
    expect(inside.filter((sentence) => !sentence.startsWith('行为'))).toEqual([])
    expect(await said()).toContain('第 3 号封存与库外检查点不同:数据库里第 7 至 9 片叶的封存被重写过。')
  })

  it('finds a key that was exchanged: the seals by the key’s name, the lines outside by the key that is gone', async () => {
    const stranger = newSigner()
    await rehash(stranger)
    expect((await said()).join('\n')).toContain(`由不认识的密钥 ${stranger.keyId} 签署`)
    // The whole key file was exchanged too: then the former lines are signed by nobody we know.
    const sentences = await said({ signer: stranger })
    expect(sentences).toContain(`库外检查点文件第 1 行的签名不成立(密钥 ${record.signer.keyId},不认识)。`)
  })

  it('finds a line outside that was changed, taken out, or doubled with another root', async () => {
    const lines = record.outside.kept.get(HERE)!
    expect(await said({ outside: [lines[0]!, lines[2]!] })).toContain('库外检查点缺第 2 至 2 号。')
    expect(await said({ outside: [lines[0]!.replace('size 3', 'size 4')] })).toEqual([
      `库外检查点文件第 1 行的签名不成立(密钥 ${record.signer.keyId})。`,
    ])
    expect(await said({ outside: ['rubbish'] })).toEqual(['库外检查点文件第 1 行读不出,或不是本区县的。'])
  })

  it('compares with a file of former days: what came later is no fault', async () => {
    expect(await said({ outside: record.outside.kept.get(HERE)!.slice(0, 1) })).toEqual([])
  })

  it('reads kept subtrees where it can: the same tree as from every leaf', async () => {
    for (let nth = 0; nth < 700; nth += 1) await record.done()
    await record.seal()
    await record.within(async (tx) => {
      const hashes = await listHashes(tx, 0, 1_000)
      const tree = new GrowingTree()
      for (const hash of hashes) tree.add(hash)
      expect(await keptRanges(tx)(0, hashes.length)).toEqual(tree.root)
    })
    expect(await record.verify()).toMatchObject({ rows: 709, differing: 0 })
    await byOwner(`update record.subtrees set hash = '\\x${leafHash('x').toString('hex')}' where nth = 1`)
    expect((await said()).join()).toContain('存下的子树与叶不符')
  })
})
