/** What has no markup inside, and what is markup. */
const NO_TEXT = /(<(title|style|script|textarea|option)\b[\s\S]*?<\/\2>|<[^>]*>)/

/** A document as text, its texts changed and nothing else. */
export function inTexts(html: string, change: (text: string) => string): string {
  const parts = html.split(NO_TEXT)
  // Of three parts the first is text, the second markup, the third the name of what has no markup inside.
  return parts.map((part, at) => (at % 3 === 0 ? change(part) : at % 3 === 1 ? part : '')).join('')
}
