import { planSampleClass, teachSampleClass } from '../../demo/sample-class.ts'
import { listAgreements } from '../../src/mechanisms/training/agreements/contract.ts'
import { approveClass, submitClass } from '../../src/mechanisms/training/filing/contract.ts'
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
    { name: 'start-clerk', by: 'clerk', path: '/' },
    { name: 'start-deputy', by: 'deputy', path: '/' },
  ])
  await clerk(approveClass, { params: { classId } })
  await teachSampleClass(school, classId)
  await take([0, 1, 2, 3, 4, 5, 6, 7].map((tab) => ofClass(`class-completed-${tab}`, 'clerk', tab)))
  return classId
}
