import { whoOf } from '../../access/public.ts'
import type { Trail } from '../../record/public.ts'
import { findSample, listItems } from './store.ts'
import { words } from './words.ts'

const plain = (text: string) => ({ zh: text, en: text })
const MOST_LINKS = 500

/** A sample, as a step that rests on what was drawn. The bureau's and the auditor's alone. */
export const sampleTrail: Trail = {
  kind: 'sample',
  async describe(tx, id) {
    const sample = await findSample(tx, id)
    if (!sample) return undefined
    const { name, post } = (await whoOf(tx, [sample.accountId]))(sample.accountId)
    const items = await listItems(tx, id, { after: 0, limit: MOST_LINKS })
    return {
      kind: 'sample',
      id,
      title: words.named(sample.number),
      says: [
        { label: words.purpose, value: plain(sample.purpose) },
        { label: words.candidates, value: plain(String(sample.candidates)) },
        { label: words.take, value: plain(String(sample.take)) },
        { label: words.hash, value: plain(sample.populationSha256.toString('hex')) },
        ...(sample.draw ? [{ label: words.seed, value: plain(sample.draw.seed) }] : []),
        { label: words.by, value: { zh: `${name}(${post.zh})`, en: `${name} (${post.en})` } },
      ],
      restsOn: items.map(({ subjectKind, subjectId, subjectTitle }) => ({
        kind: subjectKind,
        id: subjectId,
        title: subjectTitle,
      })),
      leadsTo: [],
      organisationId: null,
    }
  },
}
