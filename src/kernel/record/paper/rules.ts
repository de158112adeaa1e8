/** Neither 0 and O nor 1, I and L: it is read from paper and typed. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** The code printed on a paper, from the random end of its id: 48 bits, so that nobody finds one by trying. */
export function codeOf(id: string): string {
  let left = BigInt(`0x${id.replaceAll('-', '').slice(-12)}`)
  let code = ''
  for (let at = 0; at < 10; at += 1) {
    code += SIGNS[Number(left % BigInt(SIGNS.length))]
    left /= BigInt(SIGNS.length)
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** A code as somebody types it: any case, with or without its hyphen; undefined when it is none. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === 10 && [...code].every((sign) => SIGNS.includes(sign))
    ? `${code.slice(0, 5)}-${code.slice(5)}`
    : undefined
}

/** A colour scan of some twenty pages. */
export const MOST_SCAN_BYTES = 15 * 1024 * 1024

export const SCAN_EXTENSIONS = '.pdf,.jpg,.jpeg,.png'

/** How long what was printed with numbers in full, or with scans, opens again for whoever printed it. */
export const PRINT_OPENS_MINUTES = 30
