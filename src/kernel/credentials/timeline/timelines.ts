import type { Sentence } from '../../../platform/contract/public.ts'
import type { Timeline } from '../../record/public.ts'
import { type LookUpTrailNeeds, siteOf } from '../look-ups/trails.ts'
import { OUTCOME_WORDS } from '../look-ups/words.ts'
import { KIND_WORDS, words } from '../words.ts'
import { listCertificatesOfPerson, listLookUpsOfPerson } from './store.ts'

const both = (text: string, more?: Sentence): Sentence =>
  more ? { zh: `${text} · ${more.zh}`, en: `${text} · ${more.en}` } : { zh: text, en: text }

const onSite = (number: string, site: Sentence, on: string): Sentence => ({
  zh: `${number} · ${site.zh} · ${on}`,
  en: `${number} · ${site.en} · ${on}`,
})

/**
 * A person's certificates as we were told of them, and what public sites said of each. A number stands beside the title:
 * a resident's page, which may be seen by whoever stands by, shows titles alone.
 */
export const credentialTimelines = (needs: Pick<LookUpTrailNeeds, 'parametersOn'>): readonly Timeline[] => [
  {
    of: 'person',
    kind: 'certificate',
    name: words.certificates,
    readers: 'all',
    list: async (tx, personId, page) =>
      (await listCertificatesOfPerson(tx, personId, page)).map(({ id, at, number, kind, replaced }) => ({
        id,
        at,
        title: words.told(KIND_WORDS[kind]),
        says: replaced ? both(number, words.replaced) : both(number),
        opens: { kind: 'certificate', id },
      })),
  },
  {
    of: 'person',
    kind: 'look-up',
    name: words.lookUps,
    readers: 'all',
    list: async (tx, personId, page) =>
      (await listLookUpsOfPerson(tx, personId, page)).map(({ id, at, lookUpId, number, site, lookedOn, outcome }) => ({
        id,
        at,
        title: words.lookedUp(OUTCOME_WORDS[outcome]),
        says: onSite(number, siteOf(tx, needs, { site, businessAt: at }), lookedOn),
        opens: { kind: 'certificate-look-up', id: lookUpId },
      })),
  },
]
