import { defineFact, dictionaryOf, type FactDefinition } from './facts.ts'

const MARKS_SHEET = { zh: '成绩登记表', en: 'the sheet of marks' }
const POINTS = { zh: '分', en: 'points' }

/** Every fact that a scheme may read. Who was absent from a test has no mark: not applicable, because absent (缺考). */
export const FACTS: readonly FactDefinition[] = [
  defineFact({
    key: 'training.kind',
    type: 'code',
    label: { zh: '培训类型', en: 'Kind of training' },
    codes: {
      EMPLOYMENT_SKILLS: { zh: '就业技能培训', en: 'employment skills training' },
      POST_SKILLS: { zh: '岗位技能提升培训', en: 'on-post skills training' },
      INDUCTION: { zh: '岗前培训', en: 'induction training' },
      ENTERPRISE_STAFF: { zh: '企业职工培训', en: 'enterprise staff training' },
      PROJECT_BASED: { zh: '项目制培训', en: 'project-based training' },
      APPRENTICESHIP: { zh: '企业新型学徒制', en: 'new-type enterprise apprenticeship' },
      ENTREPRENEURSHIP: { zh: '创业培训', en: 'entrepreneurship training' },
    },
    suppliedBy: 'training/classes',
    comesFrom: { zh: '开班申请表', en: 'the class application' },
    personal: false,
  }),
  defineFact({
    key: 'class.level',
    type: 'level',
    label: { zh: '班级培训等级', en: 'Level of the class' },
    suppliedBy: 'training/classes',
    comesFrom: { zh: '开班申请表', en: 'the class application' },
    personal: false,
  }),
  defineFact({
    key: 'person.group',
    type: 'code',
    label: { zh: '人员类别', en: 'Group of the person' },
    codes: {
      RURAL_TRANSFER: { zh: '农村转移就业劳动者', en: 'rural migrant worker' },
      REGISTERED_UNEMPLOYED: { zh: '城镇登记失业人员', en: 'registered urban unemployed' },
      HARD_TO_EMPLOY: { zh: '就业困难人员', en: 'person with employment difficulty' },
      GRADUATE_YEAR: { zh: '毕业年度高校毕业生', en: 'graduate in graduation year' },
      SCHOOL_LEAVER: { zh: '城乡未继续升学的应届初高中毕业生', en: 'school leaver not continuing' },
      POVERTY_MONITORED: { zh: '防止返贫监测对象', en: 'poverty-relapse monitored person' },
      FLEXIBLE: { zh: '灵活就业人员', en: 'flexibly employed person' },
      ENTERPRISE_STAFF: { zh: '企业职工', en: 'enterprise staff' },
    },
    suppliedBy: 'training/enrolments',
    comesFrom: { zh: '学员花名册', en: 'the class roster' },
    personal: true,
  }),
  defineFact({
    key: 'training.attendedRatio',
    type: 'ratio',
    label: { zh: '个人出勤率', en: 'Personal attendance' },
    suppliedBy: 'training/attendance',
    comesFrom: { zh: '学员考勤表', en: 'the attendance sheet' },
    personal: true,
  }),
  defineFact({
    key: 'marks.theory',
    type: 'integer',
    unit: POINTS,
    label: { zh: '理论成绩', en: 'Theory mark' },
    suppliedBy: 'training/evaluation',
    comesFrom: MARKS_SHEET,
    personal: true,
  }),
  defineFact({
    key: 'marks.practice',
    type: 'integer',
    unit: POINTS,
    label: { zh: '技能成绩', en: 'Practice mark' },
    suppliedBy: 'training/evaluation',
    comesFrom: MARKS_SHEET,
    personal: true,
  }),
  defineFact({
    key: 'certificate.number',
    type: 'text',
    label: { zh: '证书编号', en: 'Certificate number' },
    suppliedBy: 'credentials',
    comesFrom: MARKS_SHEET,
    personal: true,
  }),
  defineFact({
    key: 'certificate.level',
    type: 'level',
    label: { zh: '证书等级', en: 'Level of the certificate' },
    suppliedBy: 'credentials',
    comesFrom: MARKS_SHEET,
    personal: true,
  }),
]

export const FACT_DICTIONARY = dictionaryOf(FACTS)
