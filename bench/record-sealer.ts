import { gatherSealed } from '../src/kernel/record/sealing/declared.ts'
import { outsideInMemory } from '../src/kernel/record/sealing/outside.ts'
import { sealingOf } from '../src/kernel/record/sealing/sealing.ts'
import { newSigner, type Signer } from '../src/platform/crypto/public.ts'
import { connect } from '../src/platform/db/public.ts'
import { SEALED_TABLES } from '../src/server/house.ts'

const HERE = 331102

/** The sealing of every table of the house, on a database of its own. */
export function sealingAt(appUrl: string, signer: Signer = newSigner()) {
  const connection = connect(appUrl, { max: 2, patienceMs: 600_000 })
  const { db } = connection
  const sealed = gatherSealed(SEALED_TABLES)
  return { ...sealingOf({ db, slowDb: db, sealed, proofs: [], signer, outside: outsideInMemory() }), connection }
}

/** Seals again and again until the process is killed; says so to its parent before the first time. */
export async function sealOften(appUrl: string, everyMs: number): Promise<never> {
  const sealing = sealingAt(appUrl)
  // What an earlier sealer kept outside was in its memory.
  await sealing.seal(HERE)
  process.send?.('ready')
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    await sealing.seal(HERE)
  }
}
