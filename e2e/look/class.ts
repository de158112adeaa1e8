import { planSampleClass, teachSampleClass } from '../../demo/sample-class.ts'
import { listAgreements } from '../../src/mechanisms/training/agreements/contract.ts'
import { approveClass, submitClass } from '../../src/mechanisms/training/filing/contract.ts'
import { givenPng } from '../../src/kernel/credentials/look-ups/testing.ts'
import { addAmendmentEvidence, proposeAmendment } from '../../src/mechanisms/training/amendments/contract.ts'
import { musterOfClass } from '../../src/mechanisms/training/completion/contract.ts'
import {
  addInspectionPhoto,
  inspectionsOfClass,
  recordInspection,
} from '../../src/mechanisms/training/inspections/contract.ts'
import type { Scene } from './camera.ts'
import type { Way } from './way.ts'

/** The sample class from its draft to its completion. */
export async function classIsTaught({ take, school, clerk }: Way): Promise<string> {
  const { classId } = await planSampleClass(school)
  const agreement = (await clerk(listAgreements)).items[0]!
  const ofClass = (name: string, by: string, tab?: number): Scene => ({
    name,
    by,
    path: `/classes/${classId}`,
    ...(tab === undefined ? {} : { tab }),
  })
  await take([
    ofClass('class-draft-plan', 'school'),
    ofClass('class-draft-timetable', 'school', 1),
    ofClass('class-draft-roster', 'school', 2),
    { name: 'agreement', by: 'clerk', path: `/agreements/${agreement.id}` },
  ])

  await school(submitClass, { params: { classId } })
  await take([
    { name: 'class-queue', by: 'clerk', path: '/classes/queue' },
    { name: 'dialog-class-file', by: 'clerk', path: '/classes/queue', opens: /^(通过并备案|Approve and file)/ },
    { name: 'start-clerk', by: 'clerk', path: '/' },
    { name: 'start-deputy', by: 'deputy', path: '/' },
  ])
  await clerk(approveClass, { params: { classId } })
  await teachSampleClass(school, classId)
  await take([0, 1, 2, 3, 4, 5, 6, 7].map((tab) => ofClass(`class-completed-${tab}`, 'clerk', tab)))
  await amendAndInspect(school, clerk, classId)
  const tab = (name: string, by: string, key: string): Scene => ({
    name,
    by,
    path: `/classes/${classId}?tab=${key}`,
  })
  await take([
    tab('muster-amendments-school', 'school', 'attendance'),
    tab('muster-amendments-clerk', 'clerk', 'attendance'),
    { name: 'muster-to-answer', by: 'clerk', path: '/amendments' },
    tab('muster-inspections-clerk', 'clerk', 'inspections'),
    tab('muster-inspections-reviewer', 'reviewer', 'inspections'),
    { ...tab('muster-inspections-record', 'clerk', 'inspections'), opens: /^(登记现场检查|Record an inspection)$/ },
    { ...tab('muster-amendments-answer', 'clerk', 'attendance'), opens: /^(处理|Answer)$/ },
  ])
  return classId
}

/** An amendment that waits for its answer, and an inspection that waits for its second inspector. */
async function amendAndInspect(school: Way['school'], clerk: Way['clerk'], classId: string): Promise<void> {
  const params = { classId }
  const photo = { query: { fileName: '教师点名册.png' }, file: new Blob([new Uint8Array(givenPng(9))]) }
  const { people } = await school(musterOfClass, { params })
  const absent = people.flatMap(({ signs }) => signs.filter((sign) => sign?.credit === 'absent')).slice(0, 3)
  const signs = absent.flatMap((sign) => (sign ? [{ signId: sign.id, becomes: 'present' as const }] : []))
  const { evidenceId } = await school(addAmendmentEvidence, { params, ...photo })
  await school(proposeAmendment, { params, body: { signs, reason: '教师点名册上有本人签字,录入时漏记', evidenceId } })
  const { sessions } = await clerk(inspectionsOfClass, { params })
  const count = { sessionId: sessions[2]!.id, at: '14:20', headCount: 31, note: '6人称去卫生院实习,无请假条' }
  const { id: inspectionId } = await clerk(recordInspection, { params, body: count })
  await clerk(addInspectionPhoto, { params: { classId, inspectionId }, ...photo })
}
