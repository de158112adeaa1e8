import { refuse } from '../unreadable-file.ts'
import { LIMITS } from './limits.ts'

/** `tag` is everything between the angle brackets; names come without their prefix. */
export type XmlHandler = {
  open(name: string, tag: string): void
  close(name: string): void
  text(value: string): void
}

/**
 * The little of XML that workbooks use, read as it streams in. A document type or an entity of one's own is refused, so
 * nothing can expand; a text longer than any cell may be is refused, so nothing piles up.
 */
export class XmlEvents {
  readonly #handler: XmlHandler
  #rest = ''
  #depth = 0
  #opened = false

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  write(chunk: string): void {
    const source = this.#rest === '' ? chunk : this.#rest + chunk
    let at = 0
    while (at < source.length) {
      const next = this.#step(source, at)
      if (next < 0) break
      at = next
    }
    this.#rest = at === 0 ? source : source.slice(at)
    if (this.#rest.length > LIMITS.xmlTextCharacters) throw refuse('unsafe')
  }

  end(): void {
    if (this.#depth !== 0 || !this.#opened || this.#rest.trim() !== '') throw refuse('truncated')
  }

  /** Reads one thing at `at` and says where the next begins; -1 when the rest of it has not arrived yet. */
  #step(source: string, at: number): number {
    const start = source.indexOf('<', at)
    if (start < 0) return -1
    if (start > at) {
      this.#handler.text(unescapeXml(source.slice(at, start)))
      return start
    }
    const mark = source.charCodeAt(at + 1)
    if (Number.isNaN(mark)) return -1
    if (mark === 0x3f /* ? */) return after(source, '?>', at)
    if (mark === 0x21 /* ! */) return this.#declaration(source, at)
    const end = tagEnd(source, at)
    if (end < 0) return -1
    this.#tag(source.slice(at + 1, end))
    return end + 1
  }

  #declaration(source: string, at: number): number {
    if (source.length < at + 9) return -1
    if (source.startsWith('<!--', at)) return after(source, '-->', at + 4)
    if (!source.startsWith('<![CDATA[', at)) throw refuse('unsafe')
    const end = source.indexOf(']]>', at)
    if (end < 0) return -1
    this.#handler.text(source.slice(at + 9, end))
    return end + 3
  }

  #tag(tag: string): void {
    if (tag.charCodeAt(0) === 0x2f /* / */) {
      if (--this.#depth < 0) throw refuse('truncated')
      this.#handler.close(localName(tag, 1))
      return
    }
    this.#opened = true
    const name = localName(tag, 0)
    this.#handler.open(name, tag)
    if (tag.endsWith('/')) this.#handler.close(name)
    else this.#depth++
  }
}

function after(source: string, what: string, from: number): number {
  const end = source.indexOf(what, from)
  return end < 0 ? -1 : end + what.length
}

/** Where the tag closes; a `>` inside a quoted attribute does not close it. */
function tagEnd(source: string, at: number): number {
  let quote = 0
  for (let i = at + 1; i < source.length; i++) {
    const c = source.charCodeAt(i)
    if (quote !== 0) {
      if (c === quote) quote = 0
    } else if (c === 0x22 || c === 0x27) quote = c
    else if (c === 0x3e) return i
  }
  return -1
}

function localName(tag: string, from: number): string {
  let start = from
  let end = from
  for (; end < tag.length; end++) {
    const c = tag.charCodeAt(end)
    if (c <= 0x20 || c === 0x2f) break
    if (c === 0x3a) start = end + 1
  }
  return tag.slice(start, end)
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescapeXml(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!lines.includes('&')) return lines
  return lines.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([A-Za-z_][\w.-]*));/gi, (_, hex, decimal, name) => {
    if (name !== undefined) {
      const known = ENTITIES[name]
      if (known === undefined) throw refuse('unsafe')
      return known
    }
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}

const ATTRIBUTE = /\s([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** A tag's attributes by name without prefix; `r:id` is `id`. */
export function attributes(tag: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    if (name.startsWith('xmlns')) continue
    found[name.slice(name.indexOf(':') + 1)] = unescapeXml(double ?? single ?? '')
  }
  return found
}

/** `_x000D_` is how a workbook stores a character that XML cannot carry. */
export function unescapeStored(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}
