import { sealDistrict } from '../src/kernel/record/sealing/sealer.ts'
import { gatherSealed } from '../src/kernel/record/sealing/declared.ts'
import { outsideInMemory } from '../src/kernel/record/sealing/outside.ts'
import { sealingOf } from '../src/kernel/record/sealing/sealing.ts'
import { newSigner, type Signer } from '../src/platform/crypto/public.ts'
import { connect, inDistrict } from '../src/platform/db/public.ts'
import { SEALED_TABLES } from '../src/server/house.ts'
import { effortOf } from './effort.store.ts'

const HERE = 331102

/** The sealing of every table of the house, on a database of its own. */
export function sealingAt(appUrl: string, signer: Signer = newSigner()) {
  const connection = connect(appUrl, { max: 2, patienceMs: 600_000 })
  const { db } = connection
  const sealed = gatherSealed(SEALED_TABLES)
  return { ...sealingOf({ db, slowDb: db, sealed, proofs: [], signer, outside: outsideInMemory() }), connection }
}

/**
 * Seals whenever its parent says so, and tells it how many seconds of the processor that took, here and in the database;
 * says once that it is there. `margin` seconds stand for the minute that nothing settles before.
 */
export async function sealWhenTold(appUrl: string, margin: number): Promise<void> {
  const connection = connect(appUrl, { max: 1 })
  const needs = { sealed: gatherSealed(SEALED_TABLES), signer: newSigner(), outside: outsideInMemory() }
  const seal = () => inDistrict(connection.db, HERE, (tx) => sealDistrict(tx, { ...needs, marginSeconds: margin }))
  const { rows } = await connection.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  process.on('message', () => {
    void effortOf([rows[0]!.pid], async () => {
      while (await seal());
    }).then(({ ours, database }) => process.send!(ours + database))
  })
  process.send!('ready')
}
