import { refuse } from '../unreadable-file.ts'
import { LIMITS } from './limits.ts'
import { unescapeStored, XmlEvents, type XmlHandler } from './xml-events.ts'

/** Gathers the text of one string: its plain or rich runs, without the phonetic guides beside them. */
export class StringRuns implements XmlHandler {
  #gathered = ''
  #phonetic = false
  #inText = false

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true
    else if (name === 't') this.#inText = !this.#phonetic
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false
    else if (name === 't') this.#inText = false
  }

  text(value: string): void {
    if (this.#inText) this.#gathered += value
  }

  take(): string {
    const text = unescapeStored(this.#gathered)
    this.#gathered = ''
    return text
  }
}

/** The workbook's shared strings, by index. */
export async function readStrings(xml: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = []
  const runs = new StringRuns()
  const events = new XmlEvents({
    open: (name) => runs.open(name),
    text: (value) => runs.text(value),
    close: (name) => {
      runs.close(name)
      if (name !== 'si') return
      if (strings.length >= LIMITS.sharedStrings) throw refuse('memory')
      strings.push(runs.take())
    },
  })
  for await (const chunk of xml) events.write(chunk)
  events.end()
  return strings
}
