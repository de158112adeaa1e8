import type { PackDocument } from '../../../packs/pack.ts'

/** Where a document cites a clause: the places of what cites it, without the word `cite` behind them. */
export function citing(document: PackDocument, clause: string): string[] {
  const found: string[] = []
  const look = (held: unknown, path: string) => {
    if (typeof held !== 'object' || held === null) return
    for (const [member, value] of Object.entries(held)) {
      if (member === 'cite' && value === clause) found.push(path)
      else look(value, path === '' ? member : `${path}.${member}`)
    }
  }
  look(document, '')
  return found
}
