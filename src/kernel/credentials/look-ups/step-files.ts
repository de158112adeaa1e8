import type { Tx } from '../../../platform/db/public.ts'
import { idsOf, type StepFile, type StepFiles, type TrailPlace } from '../../record/public.ts'
import { listCertificatesById } from '../store.ts'
import type { CertificateGroups } from './groups.ts'
import { findScreenshot, listLines, listLookUpsShownBy, listScreenshotsOf, type ScreenshotRow } from './store.ts'
import { trailWords } from './words.ts'

/** Screenshots of look-ups: of the class whose certificates they show, and of a person where they show nobody else. */
export function screenshotFiles({ groups }: { readonly groups: CertificateGroups }): StepFiles {
  return {
    tables: ['credentials.screenshots'],
    staysHere: {},
    async of(tx, places) {
      const shots: { at: TrailPlace; shot: ScreenshotRow }[] = []
      for (const id of idsOf(places, 'certificate-screenshot')) {
        const shot = await findScreenshot(tx, id)
        if (shot) shots.push({ at: { kind: 'certificate-screenshot', id }, shot })
      }
      for (const [id, shown] of await listScreenshotsOf(tx, idsOf(places, 'certificate-look-up')))
        for (const shot of shown) shots.push({ at: { kind: 'certificate-look-up', id }, shot })
      const files: StepFile[] = []
      for (const { at, shot } of shots) {
        const group = await groups.findGroup(tx, shot.groupId)
        if (!group) continue
        const [whom, ...others] = await personsShownBy(tx, shot.id)
        const alone = whom !== undefined && others.length === 0 ? [{ kind: 'person', id: whom }] : []
        const title = trailWords.screenshotTitle(shot.fileName)
        const of = [{ kind: group.kind, id: group.id }, ...alone]
        files.push({ at, fileId: shot.fileId, title, of, bearsNumbers: false })
      }
      return files
    },
  }
}

/** Whose certificates were looked up with a screenshot. */
async function personsShownBy(tx: Tx, screenshotId: string): Promise<string[]> {
  const lookUps = await listLookUpsShownBy(tx, screenshotId)
  const lines = await listLines(
    tx,
    lookUps.map(({ id }) => id),
  )
  const certificates = await listCertificatesById(
    tx,
    [...lines.values()].flat().map(({ certificateId }) => certificateId),
  )
  return [...new Set([...certificates.values()].map(({ personId }) => personId))]
}
