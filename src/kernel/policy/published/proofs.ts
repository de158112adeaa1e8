import type { Proof } from '../../record/public.ts'
import { contentHash } from '../decisions/content-hash.ts'
import { listPublished } from './store.ts'
import { words } from './words.ts'

/** Each published version beside the hash that two people agreed on, and its place in the order of publication. */
export const publishedProofs: readonly Proof[] = [
  {
    name: 'published-versions',
    title: words.proof,
    against: words.proofAgainst,
    async run(tx, tell) {
      const published = await listPublished(tx)
      tell.compared(published.length)
      for (const [at, { id, number, scheme, version, packSha256, document }] of published.entries()) {
        const differs = (sentence: Parameters<typeof tell.differs>[0]['sentence']) =>
          tell.differs({ table: 'policy.published_versions', key: id, sentence, trail: null })
        const said = document as { scheme?: unknown; version?: unknown } | null
        if (document === null || document === undefined) differs(words.documentGone(scheme, version))
        else if (contentHash(document) !== packSha256.toString('hex')) differs(words.documentChanged(scheme, version))
        else if (said?.scheme !== scheme || said.version !== version) differs(words.otherDocument(scheme, version))
        if (number !== at + 1) differs(words.outOfTurn(scheme, version, number))
      }
    },
  },
]
