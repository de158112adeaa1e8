import { endEmergency, getEmergency, reviewUse, takeEmergency } from '../../src/kernel/access/emergencies/contract.ts'
import { changeCalendar } from '../../src/kernel/reference/contract.ts'
import { classQueue } from '../../src/mechanisms/training/filing/contract.ts'
import type { Way } from './way.ts'

/** Somebody takes a post in an emergency, uses it, and a head reviews what they did. */
export async function emergencyIsTaken({ stage, take, finance, director }: Way): Promise<void> {
  await take([{ name: 'emergencies-none', by: 'auditor', path: '/emergencies' }])
  const { id } = await finance(takeEmergency, {
    body: {
      role: 'clerk',
      minutes: 25,
      reason: '经办出差在外,防汛值班期间开班材料今天必须审核,局长电话同意',
      ticket: '莲人社值〔2026〕118号',
    },
  })
  await finance(classQueue, { query: {} })
  const reason = '防汛值班,节后调休改期'
  await finance(changeCalendar, { params: { day: '2022-04-29' }, body: { kind: 'workday', reason } })
  const params = { emergencyId: id }
  const path = `/emergencies/${id}`
  await take([
    { name: 'emergency-banner', by: 'finance', path: '/' },
    { name: 'emergency-own', by: 'finance', path },
    { name: 'emergency-start', by: 'director', path: '/' },
    { name: 'emergencies', by: 'director', path: '/emergencies' },
    { name: 'emergency', by: 'director', path },
    { name: 'dialog-emergency-review', by: 'director', path, opens: /^(复核|Review)$/ },
    {
      name: 'dialog-emergency-take',
      by: 'reviewer',
      path: '/emergencies',
      opens: /^(取用岗位|Take a post)/,
    },
  ])
  const [first] = (await director(getEmergency, { params })).used
  const answer = { justified: false, word: '当天经办岗有 B 岗在岗,应先联系代岗人' }
  await director(reviewUse, { params: { ...params, useId: first!.id }, body: answer })
  await finance(endEmergency, { params })
  // Its time and the time for its review lie back, as on the day after.
  await stage.byDatabaseOwner(
    `update access.emergencies set review_by = review_by - interval '25 hours' where id = '${id}'`,
  )
  await take([
    { name: 'emergency-overdue', by: 'admin', path },
    { name: 'emergencies-overdue', by: 'admin', path: '/emergencies' },
  ])
  // Put back as it was sealed: whoever verifies the record later finds nothing here.
  await stage.byDatabaseOwner(
    `update access.emergencies set review_by = review_by + interval '25 hours' where id = '${id}'`,
  )
}
