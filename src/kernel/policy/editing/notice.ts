import { MOMENT_WORDS } from '../deciding/words.ts'
import type { SchemePack } from '../packs/pack.ts'
import type { Notice } from '../published/store.ts'
import { hasExample } from './checking.ts'
import type { Difference } from './editor/difference/difference.ts'
import { PART_WORDS } from './editor/difference/words.ts'
import { noticeWords as say } from './words.ts'

/** Cases and names are the bureau's own matter. */
const ofTheBureau = ({ at }: Difference) =>
  /^(cases|version|replaces|corrects|inForce|origins|layers|checks)\b/.test(at)

/** What the public is told: by which document, from when, whose place it takes, and what changes, in plain words. */
export function noticeOf(pack: SchemePack, documentNumber: string, differences: readonly Difference[] | null): Notice {
  const { title, version, inForce, replaces } = pack
  const told = { documentNumber, title, version }
  const changes = (differences ?? []).filter((each) => !ofTheBureau(each))
  return {
    title: say.title(told),
    paragraphs: [
      say.begins(told, inForce.from, inForce.to),
      ...(differences === null ? [say.anew] : []),
      ...(replaces ? [say.replaces(replaces.versions, MOMENT_WORDS[inForce.by], inForce.from)] : []),
      ...(changes.length > 0 ? [say.changes] : []),
      ...changes.map(({ kind, label: named, before, after }) => {
        const label = PART_WORDS[named.zh] ?? named
        if (kind === 'added') return say.added(label, after)
        if (kind === 'removed') return say.removed(label, before)
        return say.changed(label, before ?? { zh: '…', en: '…' }, after ?? { zh: '…', en: '…' })
      }),
      ...(hasExample(pack) ? [say.example] : []),
      say.asked,
    ],
  }
}
