import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { httpWords, type Route, route } from '../../../platform/http/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { recordAct } from '../store.ts'
import { archiveName, type ArchiveNeeds, makeArchive } from './archive.ts'
import { archiveClass } from './contract.ts'

type ArchiveRouteNeeds = ArchiveNeeds & {
  readonly whoOf: (
    tx: Tx,
    accountIds: readonly string[],
  ) => Promise<(accountId: string) => { name: string; post: Sentence }>
}

/** One class as an archive that opens without us. */
export function archiveRoutes(needs: ArchiveRouteNeeds): Route[] {
  return [
    route(archiveClass, async ({ tx, actor, params, body, now, newId }) => {
      const about = { kind: 'class', id: params.classId }
      const step = actor.organisationId === null ? await needs.walking.about(tx, about) : undefined
      if (!step) throw new Problem('not-found', httpWords.notFound)
      const { name, post } = (await needs.whoOf(tx, [actor.accountId]))(actor.accountId)
      const by = { zh: `${name}(${post.zh})`, en: `${name} (${post.en})` }

      const { reason } = body
      const archive = await makeArchive(tx, needs, { about, file: 'class-file', actor, by, reason, now })
      if (!archive) throw new Problem('not-found', httpWords.notFound)

      await recordAct(tx, {
        id: newId(),
        act: 'archive.taken-out',
        subjectKind: about.kind,
        subjectId: about.id,
        actor,
        at: now,
        detail: { reason, steps: archive.steps, scans: archive.scans, manifestSha256: archive.manifestSha256 },
      })
      return { fileName: archiveName(step.title, civilDateOf(now)), bytes: archive.content }
    }),
  ]
}
