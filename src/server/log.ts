/** Eleven digits and more may be somebody's telephone, account or identity number. */
const LONG_NUMBER = /\d(?:[ -]?\d){10,}[xX]?/g

/** A failure as the log keeps it: what and where, never the values that a database or a parser quotes. */
export function loggedError(error: unknown) {
  const { name, code, constraint, message, stack } = error as Partial<Record<string, unknown>>
  const masked = (text: unknown) => (typeof text === 'string' ? text.replace(LONG_NUMBER, '****') : '')
  return { type: String(name), code, constraint, message: masked(message), stack: masked(stack) }
}
