/** Characters that take no room on screen: soft hyphen, zero-width and direction marks, byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

/**
 * The text of an office cell as a person reads it: full-width letters and digits made ordinary (NFKC), invisible
 * characters dropped, runs of spaces, tabs and line breaks made one space, ends trimmed. An empty cell is ''.
 */
export function plainText(cell: string | null | undefined): string {
  return (cell ?? '').replace(INVISIBLE, '').normalize('NFKC').replace(/\s+/g, ' ').trim()
}

/** The plain text without any white space: for numbers and codes, where a space never means anything. */
export function compactText(cell: string | null | undefined): string {
  return plainText(cell).replace(/ /g, '')
}
