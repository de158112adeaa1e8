import type { Fen } from './fen.ts'

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/** 32,000.00 → 叁万贰仟元整: how a sum stands on a voucher, as 《支付结算办法》附一 writes it. Zero or more. */
export function capitalYuan(amount: Fen): string {
  if (amount < 0n) throw new RangeError('a sum in capitals is not negative')
  const [jiao, fen] = [Number((amount / 10n) % 10n), Number(amount % 10n)]
  const yuan = wholeOf(amount / 100n)
  const rest = `${jiao > 0 ? `${DIGITS[jiao]}角` : ''}${fen > 0 ? `${jiao === 0 && yuan !== '' ? '零' : ''}${DIGITS[fen]}分` : ''}`
  if (yuan === '' && rest === '') return '零元整'
  return `${yuan === '' ? '' : `${yuan}元`}${rest}${fen > 0 ? '' : '整'}`
}

function wholeOf(yuan: bigint): string {
  const groups: number[] = []
  for (let left = yuan; left > 0n; left /= 10_000n) groups.push(Number(left % 10_000n))
  let text = ''
  let skipped = false
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const group = groups[at]!
    if (group === 0) {
      skipped = text !== ''
      continue
    }
    if (text !== '' && (skipped || group < 1000)) text += '零'
    skipped = false
    text += groupOf(group) + GROUPS[at]
  }
  return text
}

function groupOf(group: number): string {
  let text = ''
  let skipped = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10
    if (digit === 0) skipped = text !== ''
    else {
      text += (skipped ? '零' : '') + DIGITS[digit] + PLACES[place]
      skipped = false
    }
  }
  return text
}
