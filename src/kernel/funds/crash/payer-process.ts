/** A process that pays everything there is to pay, unless it dies at a named point. Run by crash.test.ts. */
import { payAll } from './payer.ts'
import { payerOf, type PayerTold } from './testing.ts'

const payer = await payerOf(JSON.parse(process.env.SHANJIANG_PAYER!) as PayerTold)
await payAll(payer)
await payer.close()
