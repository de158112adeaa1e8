import type { PackDocument } from '../../src/kernel/policy/packs/pack.ts'
import { givenPack } from '../../src/kernel/policy/testing.ts'

const LEVELS = ['L5_JUNIOR', 'L4_INTERMEDIATE', 'L3_SENIOR', 'L2_TECHNICIAN', 'L1_SENIOR_TECHNICIAN']
const GROUPS = [
  'RURAL_TRANSFER',
  'REGISTERED_UNEMPLOYED',
  'HARD_TO_EMPLOY',
  'GRADUATE_YEAR',
  'SCHOOL_LEAVER',
  'POVERTY_MONITORED',
]

export const OCCUPATIONS = ['焊工', '电工', '养老护理员', '育婴员']

/** A scheme priced by occupation, level and group: as a county's price list is. */
export function givenScheme(occupations = 3): PackDocument {
  const names = [...OCCUPATIONS, ...Array.from({ length: 300 }, (_, at) => `职业${at + 1}`)].slice(0, occupations)
  const rows = names.flatMap((name) =>
    GROUPS.flatMap((group) => LEVELS.map((level, at) => ({ at: [name, level, group], fen: 100_000 + 50_000 * at }))),
  )
  const given = {
    'certificate.occupation': '焊工',
    'class.level': 'L5_JUNIOR',
    'person.group': 'RURAL_TRANSFER',
    'marks.theory': 60,
  }
  return givenPack({
    amount: {
      table: 'prices',
      label: { zh: '价目', en: 'Prices' },
      cite: 'c1',
      axes: ['certificate.occupation', 'class.level', 'person.group'],
      rows,
    },
    cases: [
      { name: '焊工五级', given, expect: { eligible: 100_000 } },
      { name: '四级', like: '焊工五级', given: { 'class.level': 'L4_INTERMEDIATE' }, expect: { eligible: 150_000 } },
      { name: '理论不及格', like: '焊工五级', given: { 'marks.theory': 40 }, expect: { ineligible: ['theory'] } },
    ],
  }) as unknown as PackDocument
}
