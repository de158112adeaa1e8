import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Trail, TrailLink } from '../../../kernel/record/public.ts'
import { civilDateOf, clockTimeOf } from '../../../kernel/values/public.ts'
import { findSheet, findSign, listSignsOfLines, type Sign } from '../attendance/store.ts'
import { findClass } from '../classes/store.ts'
import { postsOf } from '../rosters/showing.ts'
import { type AmendmentRow, findAmendment, findEvidence, findLine, listLines, listLinesOfSign } from './store.ts'
import { trailWords, words } from './words.ts'

const same = (text: string): Sentence => ({ zh: text, en: text })

async function linkTo(tx: Tx, amendment: AmendmentRow): Promise<TrailLink> {
  const version = (await findSheet(tx, amendment.sheetId))?.version ?? 0
  const { length } = await listLines(tx, [amendment.id])
  return { kind: 'amendment', id: amendment.id, title: trailWords.title(version, length) }
}

/** One amendment: of which version, why, who proposed it, who answered, and what every sign became. */
const amendmentTrail: Trail = {
  kind: 'amendment',
  async describe(tx, id) {
    const amendment = await findAmendment(tx, id)
    const ofClass = amendment && (await findClass(tx, amendment.classId))
    const sheet = amendment && (await findSheet(tx, amendment.sheetId))
    if (!amendment || !ofClass || !sheet) return undefined
    const { answer } = amendment
    const lines = await listLines(tx, [id])
    const evidence = await findEvidence(tx, amendment.evidenceId)
    const postOf = await postsOf(tx, [amendment.accountId, ...(answer ? [answer.accountId] : [])])
    const by = (doer: { accountId: string; businessAt: Date }): Sentence => {
      const { zh, en } = postOf(doer.accountId)
      const at = `${civilDateOf(doer.businessAt)} ${clockTimeOf(doer.businessAt)}`
      return { zh: `${zh} ${at}`, en: `${en} ${at}` }
    }
    const made = await listSignsOfLines(
      tx,
      lines.map((line) => line.id),
    )
    const formerly: TrailLink[] = []
    for (const line of lines) {
      const sign = await findSign(tx, line.signId)
      if (sign) formerly.push({ kind: 'attendance-sign', id: sign.id, title: words.change(line.was, line.becomes) })
    }
    return {
      kind: 'amendment',
      id,
      title: trailWords.title(sheet.version, lines.length),
      says: [
        { label: words.reason, value: same(amendment.reason) },
        { label: trailWords.evidence, value: same(evidence?.fileName ?? '') },
        { label: trailWords.proposedBy, value: by(amendment) },
        {
          label: trailWords.outcome,
          value: answer ? (answer.outcome === 'confirmed' ? words.confirm : words.declined) : words.waits,
        },
        ...(answer ? [{ label: trailWords.answeredBy, value: by(answer) }] : []),
        ...(answer && answer.reason !== '' ? [{ label: trailWords.why, value: same(answer.reason) }] : []),
      ],
      restsOn: formerly,
      leadsTo: made.map((sign) => ({
        kind: 'attendance-sign',
        id: sign.id,
        title: trailWords.later(sign.written),
      })),
      organisationId: ofClass.organisationId,
    }
  },
}

/** What a sign of an amended version rests on: the sign it repeats, or the amendment that made it. */
export async function formerLinks(tx: Tx, sign: Sign): Promise<TrailLink[]> {
  const former = sign.sameAsId ? await findSign(tx, sign.sameAsId) : undefined
  if (former) return [{ kind: 'attendance-sign', id: former.id, title: trailWords.former(former.written) }]
  const line = sign.amendmentLineId ? await findLine(tx, sign.amendmentLineId) : undefined
  const amendment = line && (await findAmendment(tx, line.amendmentId))
  return amendment ? [await linkTo(tx, amendment)] : []
}

/** What came of a sign: the next version that repeats it, and the amendments that speak of it. */
export async function laterLinks(tx: Tx, signId: string, repeats: readonly Sign[]): Promise<TrailLink[]> {
  const links: TrailLink[] = repeats.map((sign) => ({
    kind: 'attendance-sign',
    id: sign.id,
    title: trailWords.later(sign.written),
  }))
  for (const line of await listLinesOfSign(tx, signId)) {
    const amendment = await findAmendment(tx, line.amendmentId)
    if (amendment) links.push(await linkTo(tx, amendment))
  }
  return links
}

export const amendmentTrails: readonly Trail[] = [amendmentTrail]
