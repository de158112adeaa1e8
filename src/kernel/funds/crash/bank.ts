import { createHash, randomInt } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { BankFileTemplate } from '../bank/rules.ts'
import { readBankFile } from '../bank/rules.ts'
import { answerOfFileBank } from '../bank/file-bank.ts'
import type { ReturnFileShape } from '../bank/returns.ts'

/** One line as the bank carried it out, in its own books. */
export type Carried = {
  readonly reference: string
  readonly account: string
  readonly yuan: string
  readonly paid: boolean
}

/**
 * A bank with its own books, on its own disk: it takes a list under its number once, whatever happens to whoever brings
 * it, and answers as often as it is asked, each time in another file. Accounts it does not know are given back.
 */
export function bankAt(folder: string, closedAccounts: ReadonlySet<string>) {
  const bookOf = (number: string) => join(folder, `${createHash('sha256').update(number).digest('hex')}.json`)
  return {
    /** Carries a list out. Brought again under the same number it is not carried out again. */
    take(number: string, list: Uint8Array, template: BankFileTemplate): void {
      const lines = readBankFile(list, template).map(
        ({ reference, accountNumber, amountYuan }): Carried => ({
          reference,
          account: accountNumber,
          yuan: amountYuan,
          paid: !closedAccounts.has(accountNumber),
        }),
      )
      const draft = join(folder, `draft-${process.pid}-${randomInt(1e9)}`)
      const file = openSync(draft, 'w')
      writeSync(file, JSON.stringify(lines))
      fsyncSync(file)
      closeSync(file)
      if (!existsSync(bookOf(number))) {
        try {
          linkSync(draft, bookOf(number))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        }
      }
      rmSync(draft)
    },
    /** The answer to a list that was taken: each one another file, as banks stamp theirs. */
    answer(number: string, list: Uint8Array, template: BankFileTemplate, shape: ReturnFileShape): Uint8Array {
      const carried = JSON.parse(readFileSync(bookOf(number), 'utf8')) as Carried[]
      const returns = new Map(carried.filter(({ paid }) => !paid).map(({ reference }) => [reference, '账户已销户']))
      const day = String(randomInt(1, 29)).padStart(2, '0')
      return answerOfFileBank(list, template, shape, {
        returns,
        on: `20${randomInt(10, 99)}-${String(randomInt(1, 13)).padStart(2, '0')}-${day}`,
      })
    },
    /** Everything the bank has paid, from its own books. */
    paid(): Carried[] {
      return readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Carried[])
        .filter(({ paid }) => paid)
    },
  }
}
