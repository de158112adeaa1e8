import { sampleFile } from '../../demo/sample-class.ts'
import { makeLetters, uploadAnswer } from '../../src/kernel/people/letters/contract.ts'
import type { Way } from './way.ts'

const PENSIONS = '07-养老待遇领取名单.csv'

/** Two offices are asked; the first has answered. Answers the letter about the dead. */
export async function officesAreAsked({ take, clerk }: Way, classId: string): Promise<string> {
  const [letter, deaths] = (
    await clerk(makeLetters, {
      body: {
        letters: [
          { register: 'pension-payments', office: '莲都区社会保险中心' },
          { register: 'deaths', office: '莲都区民政局' },
        ],
        groupIds: [classId],
        purpose: '核对职业技能培训补贴对象资格',
      },
    })
  ).letters
  await take([{ name: 'letter-waiting', by: 'clerk', path: `/letters/${letter!.id}` }])
  await clerk(uploadAnswer, {
    params: { letterId: letter!.id },
    query: { fileName: PENSIONS, office: '莲都区社会保险中心', asOf: '2022-03-28' },
    file: sampleFile(PENSIONS),
  })
  await take([
    { name: 'letter-answered', by: 'clerk', path: `/letters/${letter!.id}` },
    { name: 'letter-read', by: 'auditor', path: `/letters/${letter!.id}` },
    { name: 'letter-new-of-class', by: 'clerk', path: `/letters/new?groups=${classId}` },
    { name: 'class-letters', by: 'clerk', path: `/classes/${classId}`, tab: 3 },
  ])
  return deaths!.id
}
