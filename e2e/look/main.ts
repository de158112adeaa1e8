import { DISTRICT, setStage } from '../stage.ts'
import { accountsAreKept } from './accounts.ts'
import { moneyComesBack } from './after-payment.ts'
import { pagesAlone } from './alone.ts'
import { auditorFinds } from './auditor.ts'
import { batchIsPaid } from './batch.ts'
import { camera } from './camera.ts'
import { oldListIsCompared } from './beside.ts'
import { deathIsAnswered } from './case.ts'
import { classIsTaught } from './class.ts'
import { classIsSigned } from './live.ts'
import { emergencyIsTaken } from './emergencies.ts'
import { officesAreAsked } from './letters.ts'
import { claimIsPublished } from './notice.ts'
import { pensionIsLetGo } from './override.ts'
import { paperIsPrinted } from './papers.ts'
import { provinceIsCompared } from './province.ts'
import { beforeAnything } from './public.ts'
import { personalDataAreKept } from './personal.ts'
import { providerIsRestricted } from './restriction.ts'
import { claimIsReviewed } from './review.ts'
import { archivesAreTakenOut } from './archives.ts'
import { recordIsVerified } from './seals.ts'
import { nothingIsThere, residentReads, somethingIsWrong } from './trouble.ts'
import { wayOn } from './way.ts'

/*
 * Pictures of every page at desk and phone width, in Chinese and English, for people to look at: `npm run look`, then
 * data/look. The sample class is played from draft to paid, and each page is seen when it has something to show.
 * `npm run look -- queue` takes only the pictures whose name contains "queue", `-- 390-zh` those of one width and language.
 */
const stage = await setStage()
const pictures = camera(stage, process.argv[2] ?? '')
try {
  const way = await wayOn(stage, pictures.take)
  await beforeAnything(way)
  await nothingIsThere(way)
  await classIsSigned(way)
  await accountsAreKept(way)
  await emergencyIsTaken(way)
  const classId = await classIsTaught(way)
  await auditorFinds(way, classId)
  const deathsLetterId = await officesAreAsked(way, classId)
  await deathIsAnswered(way, deathsLetterId)
  const claimId = await pensionIsLetGo(way)
  await paperIsPrinted(way, classId)
  await claimIsReviewed(way, claimId)
  const dayAfter = await claimIsPublished(way, claimId)
  const batchId = await batchIsPaid(way, classId)
  await moneyComesBack(way, batchId, dayAfter)
  await provinceIsCompared(way)
  await oldListIsCompared(way)
  await providerIsRestricted(way, classId)
  await somethingIsWrong(way, claimId)
  await residentReads(way, `/${DISTRICT}/progress`)
  if (/archive/.test(process.argv[2] ?? 'archive')) await archivesAreTakenOut(way, classId, claimId)
  await recordIsVerified(way)
  await personalDataAreKept(way)
  await pagesAlone(way)
} finally {
  await pictures.close()
  await stage.close()
}
