import { encode } from 'iconv-lite'
import { type BankFileTemplate, readBankFile } from './rules.ts'
import type { ReturnFileShape } from './returns.ts'

export type FileBankWishes = {
  /** References of lines the bank does not pay, each with its reason. */
  readonly returns?: ReadonlyMap<string, string>
  /** The day it answers, YYYY-MM-DD. */
  readonly on: string
}

/**
 * A bank made of files, for demonstrations and tests: it reads the list it was given, and nothing else, and answers line
 * by line in a return file that any bank of the county could have written. Accounts come back with their middle masked.
 */
export function answerOfFileBank(
  bankFile: Uint8Array,
  template: BankFileTemplate,
  shape: ReturnFileShape,
  { returns = new Map(), on }: FileBankWishes,
): Uint8Array {
  const orders = readBankFile(bankFile, template)
  const { columns } = shape
  const header = [
    '序号',
    ...[
      columns.reference,
      columns.accountNumber,
      columns.amountYuan,
      columns.status,
      columns.reason,
      columns.settledOn,
    ].map((names) => names[0]),
  ]
  const lines = orders.map((order, at) => {
    const reason = returns.get(order.reference)
    const result = (reason === undefined ? shape.paidWords : shape.returnedWords)[0]
    return [at + 1, order.reference, masked(order.accountNumber), order.amountYuan, result, reason ?? '', on]
  })
  const text = [header, ...lines].map((line) => `${line.join(',')}\r\n`).join('')
  return new Uint8Array(encode(text, template.encoding === 'gbk' ? 'gbk' : 'utf-8'))
}

function masked(account: string): string {
  return account.length < 12 ? account : `${account.slice(0, 4)}${'*'.repeat(account.length - 8)}${account.slice(-4)}`
}
