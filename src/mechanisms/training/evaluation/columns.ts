import type { ColumnMeaning } from '../../../platform/office/header.ts'
import { PERSON_COLUMNS, type PersonColumn } from '../sheets/person-rows.ts'

export type MarksColumn = PersonColumn | 'theory' | 'practice' | 'result' | 'certificate' | 'remark'

/** How offices head the columns of a mark sheet. */
export const MARKS_COLUMNS: readonly ColumnMeaning<MarksColumn>[] = [
  ...PERSON_COLUMNS,
  {
    key: 'theory',
    names: [
      '理论成绩',
      '理论知识成绩',
      '理论考试成绩',
      '理论知识考试成绩',
      '理论知识',
      '理论考试',
      '理论',
      '应知',
      'Theory',
    ],
  },
  {
    key: 'practice',
    names: [
      '技能成绩',
      '操作技能成绩',
      '技能考核成绩',
      '操作技能考核成绩',
      '实操成绩',
      '操作技能',
      '技能考核',
      '技能',
      '实操',
      '应会',
      'Practice',
    ],
  },
  { key: 'result', names: ['评定结果', '评定成绩', '考核结果', '鉴定结果', '认定结果', '结果', '是否合格', 'Result'] },
  {
    key: 'certificate',
    names: [
      '证书编号',
      '证书号',
      '证书号码',
      '职业技能等级证书编号',
      '等级证书编号',
      '合格证书编号',
      'Certificate number',
    ],
  },
  { key: 'remark', names: ['备注', '说明', 'Remark'] },
]
