/**
 * The digits a workbook stores for a number, written out plainly. Whole numbers are exact whatever their length
 * (an identity number never passes through a double); a fraction of more than 15 significant digits is written as the
 * shortest decimal that is the same double, which is what the person typed (19.899999999999999 is 19.9).
 * Undefined when it is not a number.
 */
export function digitsOf(stored: string): string | undefined {
  const parts = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?\s*$/.exec(stored)
  if (!parts) return undefined
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  if (whole === '' && fraction === '') return undefined
  const point = whole.length + Number(exponent)
  const digits = whole + fraction
  const left = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0')
  const right = (point < 0 ? '0'.repeat(-point) + digits : digits.slice(Math.max(point, 0))).replace(/0+$/, '')
  const integer = left.replace(/^0+(?=\d)/, '')
  if (right !== '' && digits.replace(/^0+|0+$/g, '').length > 15) {
    const shortest = String(Number(stored))
    if (shortest.length < stored.trim().length) return digitsOf(shortest)
  }
  const text = right === '' ? integer : `${integer}.${right}`
  return sign === '-' && /[1-9]/.test(text) ? `-${text}` : text
}
