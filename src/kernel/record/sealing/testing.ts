import pg from 'pg'
import { newSigner, type Signer } from '../../../platform/crypto/public.ts'
import { connect, type Connection, inDistrict, type Tx } from '../../../platform/db/public.ts'
import { freshDatabase, type TestDatabase } from '../../../platform/testing/database.ts'
import { newId } from '../../values/public.ts'
import { recordAct } from '../store.ts'
import { sealedTable } from './declared.ts'
import { outsideInMemory } from './outside.ts'
import { sealDistrict } from './sealer.ts'
import { type Verified, verifyDistrict } from './verify.ts'

const HERE = 331102

/** A database with a record of its own, and somebody who owns it. */
export type RecordDatabase = Awaited<ReturnType<typeof givenRecord>>

export async function givenRecord(signer: Signer = newSigner()) {
  const database: TestDatabase = await freshDatabase()
  const connection: Connection = connect(database.appUrl, { max: 6 })
  const superuser = new pg.Client({ connectionString: database.superuserUrl })
  await superuser.connect()
  const outside = outsideInMemory()
  const sealed = [
    sealedTable('record.acts', '行为', 'act', { trail: { kindIn: 'subject_kind', by: 'subject_id' } }),
    sealedTable('record.papers', '表单', 'paper'),
  ]
  const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(connection.db, HERE, work)
  return {
    database,
    connection,
    superuser,
    outside,
    signer,
    within,
    /** Something is done; answers the act's id. */
    async done(tx?: Tx, act = 'class.filed'): Promise<string> {
      const id = newId()
      const write = (within_: Tx) =>
        recordAct(within_, { id, act, subjectKind: 'class', subjectId: newId(), actor: null, at: new Date() })
      await (tx ? write(tx) : within(write))
      return id
    },
    sealOnce: (mostRows?: number) =>
      within((tx) => sealDistrict(tx, { sealed, signer, outside, marginSeconds: 0 }, mostRows)),
    async seal(mostRows?: number): Promise<void> {
      while (await within((tx) => sealDistrict(tx, { sealed, signer, outside, marginSeconds: 0 }, mostRows)));
    },
    verify: async (options: { signer?: Signer; outside?: readonly string[] } = {}): Promise<Verified> =>
      inDistrict(
        connection.db,
        HERE,
        async (tx) =>
          verifyDistrict(tx, { sealed, proofs: [], signer, outside: await outside.lines(HERE), ...options }),
        { steady: true },
      ),
    async sealedKeys(): Promise<string[]> {
      const { rows } = await superuser.query<{ row_key: string }>('select row_key from record.leaves order by position')
      return rows.map((row) => row.row_key)
    },
    /** Everything is forgotten, outside too. */
    async clear(): Promise<void> {
      await superuser.query(
        'truncate record.acts, record.papers, record.leaves, record.seals, record.seal_heads, record.subtrees, record.sealed_forms cascade',
      )
      outside.kept.clear()
    },
    async close(): Promise<void> {
      await superuser.end()
      await connection.close()
      await database.drop()
    },
  }
}
