/** A form with one file, as browsers send it: the text fields, and the bytes of the file; nothing else is understood. */
export type Multipart = { readonly fields: Readonly<Record<string, string>>; readonly file: Buffer | null }

const MOST_PARTS = 20
const MOST_TEXT = 2000

/** Reads a whole multipart body; undefined where it is none. */
export function readMultipart(contentType: string, body: Buffer): Multipart | undefined {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]{1,70})"|([^;\s"]{1,70}))/i.exec(contentType)
  if (!boundary) return undefined
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2]}`)
  const fields: Record<string, string> = Object.create(null)
  let file: Buffer | null = null
  let at = body.indexOf(mark)
  for (let nth = 0; at !== -1 && nth < MOST_PARTS; nth += 1) {
    const begins = at + mark.length
    if (body.subarray(begins, begins + 2).toString('latin1') === '--') break
    const ends = body.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), begins)
    if (ends === -1) return undefined
    const headEnds = body.indexOf('\r\n\r\n', begins)
    if (headEnds === -1 || headEnds > ends) return undefined
    const head = body.subarray(begins, headEnds).toString('utf8')
    const content = body.subarray(headEnds + 4, ends)
    const name = /;\s*name="([^"]*)"/i.exec(head)?.[1]
    if (name !== undefined) {
      if (/;\s*filename="/i.test(head)) file ??= Buffer.from(content)
      else fields[name] = content.toString('utf8').replaceAll('\0', '').slice(0, MOST_TEXT)
    }
    at = ends + 2
  }
  return { fields, file }
}
