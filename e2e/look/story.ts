import { DISTRICT, type Stage } from '../stage.ts'
import { accountsAreKept } from './accounts.ts'
import { moneyComesBack } from './after-payment.ts'
import { peopleAreDecidedAnew } from './anew.ts'
import { auditorFinds } from './auditor.ts'
import { archivesAreTakenOut } from './archives.ts'
import { batchIsPaid } from './batch.ts'
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
import { recordIsVerified } from './seals.ts'
import { schemeIsEdited } from './scheme-editor.ts'
import { instalmentsArePromised, nothingIsThere, residentReads, somethingIsWrong } from './trouble.ts'
import { signInsAreSeen } from './alone.ts'
import type { Camera } from './camera.ts'
import { type Way, wayOn } from './way.ts'

/** The sample class from draft to paid and what else happens in a county; every page is seen when it has something to show. Archives leave files behind: they are made where they are wanted. */
export async function wholeStory(stage: Stage, take: Camera['take'], { archives = false } = {}): Promise<Way> {
  const way = await wayOn(stage, take)
  await beforeAnything(way)
  await nothingIsThere(way)
  await instalmentsArePromised(way)
  await classIsSigned(way)
  await accountsAreKept(way)
  await emergencyIsTaken(way)
  const classId = await classIsTaught(way)
  const sampleIsDrawn = await auditorFinds(way, classId)
  const deathsLetterId = await officesAreAsked(way, classId)
  await deathIsAnswered(way, deathsLetterId)
  const claimId = await pensionIsLetGo(way)
  await paperIsPrinted(way, classId)
  await claimIsReviewed(way, claimId)
  const dayAfter = await claimIsPublished(way, claimId)
  const batchId = await batchIsPaid(way, classId)
  await moneyComesBack(way, batchId, dayAfter)
  await peopleAreDecidedAnew(way)
  await provinceIsCompared(way)
  await oldListIsCompared(way)
  await providerIsRestricted(way, classId)
  await sampleIsDrawn()
  await somethingIsWrong(way, claimId)
  await residentReads(way, `/${DISTRICT}/progress`)
  if (archives) await archivesAreTakenOut(way, classId, claimId)
  await recordIsVerified(way)
  await personalDataAreKept(way)
  await schemeIsEdited(way)
  await signInsAreSeen(way)
  return way
}
