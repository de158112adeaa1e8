/** Fen as text → yuan as text: `'100000'` → `'1,000.00'`. Exact at any size; a leading minus is kept. Throws on anything but whole fen. */
export function yuanText(fen: string): string {
  if (!/^-?\d+$/.test(fen)) throw new TypeError(`not whole fen: ${fen}`)
  const value = BigInt(fen)
  const size = value < 0n ? -value : value
  const yuan = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = (size % 100n).toString().padStart(2, '0')
  return `${value < 0n ? '-' : ''}${yuan}.${rest}`
}
