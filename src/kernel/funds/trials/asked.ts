import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findDocument, findDraft, findRevision, readPack, type SchemePack, schemesOf } from '../../policy/public.ts'
import { addMonths, type CivilDate, civilDate } from '../../values/public.ts'
import { words } from './words.ts'

/** Nobody tries more at once than three budget years. */
const MOST_MONTHS = 36

export type Asked = {
  readonly draftId?: string | null | undefined
  readonly sha256?: string | null | undefined
  readonly against: string
  readonly valuesOn?: string | null | undefined
  readonly from: string
  readonly to: string
}

export type ReadyAsked = {
  readonly after: unknown
  readonly before: unknown
  readonly pack: SchemePack
  readonly from: CivilDate
  readonly to: CivilDate
  readonly valuesOn: CivilDate | null
}

const wrong = (at: string, sentence: { zh: string; en: string }) => ({ at: `body.${at}`, sentence })

/** The documents and days of a trial; all that is wrong with what was asked at once. */
export async function readAsked(tx: Tx, asked: Asked): Promise<ReadyAsked> {
  const items = [...periodProblems(asked)]
  const hasDraft = typeof asked.draftId === 'string'
  if (hasDraft === (typeof asked.sha256 === 'string')) items.push(wrong('sha256', words.oneOf))
  if (items.length > 0) throw new Problem('not-acceptable', items[0]!.sentence, { items })
  const after = hasDraft ? await draftBy(tx, asked.draftId ?? '') : await versionBy(tx, asked.sha256 ?? '')
  if (after === undefined)
    throw new Problem('not-found', words.noDocument, {
      items: [wrong(hasDraft ? 'draftId' : 'sha256', words.noDocument)],
    })
  const pack = readPack(after)
  const [from, to] = [civilDate(asked.from), civilDate(asked.to)]
  const before = await beforeOf(tx, asked.against, pack, to)
  if (before !== null && readPack(before).trigger !== pack.trigger)
    throw new Problem('not-acceptable', words.otherKind, { items: [wrong('against', words.otherKind)] })
  return { after, before, pack, from, to, valuesOn: asked.valuesOn ? civilDate(asked.valuesOn) : null }
}

function periodProblems({ from, to }: Asked) {
  if (to < from) return [wrong('to', words.endsBefore(from, to))]
  return to >= addMonths(civilDate(from), MOST_MONTHS) ? [wrong('to', words.tooLong(MOST_MONTHS))] : []
}

/** A version of the county's schemes, shipped or published, or one that was decided by once. */
async function versionBy(tx: Tx, sha256: string): Promise<unknown> {
  return findDocument(tx, Buffer.from(sha256, 'hex'))
}

/** What a draft was saved as last. */
async function draftBy(tx: Tx, id: string): Promise<unknown> {
  const draft = await findDraft(tx, id)
  return draft && (await findRevision(tx, id, draft.revision))?.document
}

/** A draft as it is told before it is tried; null where what was saved cannot be read yet. */
export async function draftToTry(tx: Tx, id: string) {
  const document = await draftBy(tx, id)
  try {
    const { title, version, inForce } = readPack(document)
    return { title, version, from: inForce.from }
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

async function beforeOf(tx: Tx, against: string, pack: SchemePack, day: CivilDate): Promise<unknown> {
  if (against === 'as-decided') return null
  if (against !== 'in-force') {
    const found = await versionBy(tx, against)
    if (found === undefined)
      throw new Problem('not-found', words.noDocument, { items: [wrong('against', words.noDocument)] })
    return found
  }
  const schemes = await schemesOf(tx)
  const inForce = schemes.packsOn(day).filter(({ scheme }) => scheme === pack.scheme)
  const file = schemes.versions.find((each) => each.pack === inForce[0])
  if (!file)
    throw new Problem('not-acceptable', words.noneInForce(day), { items: [wrong('against', words.noneInForce(day))] })
  return file.document
}
