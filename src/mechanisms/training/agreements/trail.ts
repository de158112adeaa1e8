import type { Trail } from '../../../kernel/record/public.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import { agreementsShown } from './shown.ts'
import { findAgreement } from './store.ts'
import { words } from './words.ts'

const plain = (text: string) => ({ zh: text, en: text })

/** An agreement is where a class begins: it rests on nothing in the platform. */
export const agreementTrail: Trail = {
  kind: 'agreement',
  async describe(tx, id) {
    const row = await findAgreement(tx, id)
    if (!row) return undefined
    const shown = (await agreementsShown(tx, [row], civilDate(row.fromDate)))[0]!
    return {
      kind: 'agreement',
      id,
      title: words.trail.agreement(shown.number),
      says: [
        { label: words.trail.provider, value: plain(shown.provider.name) },
        { label: words.trail.inForce, value: plain(`${shown.fromDate} – ${shown.toDate}`) },
        ...(shown.document === '' ? [] : [{ label: words.trail.document, value: plain(shown.document) }]),
        ...shown.items.map((item) => ({
          label: words.trail.items,
          value: {
            zh: `${item.occupation.name.zh} · ${item.highestLevelName.zh} · ${item.site.name}`,
            en: `${item.occupation.name.en} · ${item.highestLevelName.en} · ${item.site.name}`,
          },
        })),
      ],
      restsOn: [],
      leadsTo: [],
      organisationId: row.organisationId,
    }
  },
}
