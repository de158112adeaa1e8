import { describe, expect, it } from 'vitest'
import { civilDate } from '../../values/public.ts'
import { readAnswer, writeAnswer } from './answer-document.ts'
import { factsOf } from '../packs/cases.ts'
import { compile } from './compile.ts'
import { explain } from './explain.ts'
import { readPolicies } from '../packs/policy-files.ts'
import { shippedParameters } from '../testing.ts'

const file = readPolicies().packs.find((each) => each.pack.scheme === 'liandu.training-subsidy')
if (!file) throw new Error('the pack of Liandu is not among the policies')
const program = compile(file.document, { parameters: shippedParameters('331102', civilDate('2022-03-07')) })

function answerTo(name: string) {
  const golden = program.pack.cases.find((each) => each.name.startsWith(name))
  if (!golden) throw new Error(`no case ${name}`)
  return program.decide(factsOf(golden, program.pack.cases))
}

describe('an answer in sentences', () => {
  it('says the amount, the rate and its clause, and that the rate is an example', () => {
    expect(explain(answerTo('五级班'), 'zh')).toEqual([
      '符合补贴条件,拟补贴金额 1,000 元。',
      '按培训等级核定的补贴标准(五级/初级工):1,000 元(依据《杭州市职业技能培训补贴政策问答》（2022年6月29日，参照）补贴标准)。',
      '注:所依据的标准或条款为示例,须以本地正式文件为准。',
    ])
  })

  it('refuses with every reason, numbered, each with what was found and what is asked', () => {
    expect(explain(answerTo('出勤不足'), 'zh').slice(0, 3)).toEqual([
      '不予补贴,原因共 2 项:',
      '1. 培训出勤:个人出勤率为 75%(15/20),要求不低于 80%(依据《天津市职业培训补贴经办操作规程》（2019年，参照）六、监督检查)。',
      '2. 理论考试:理论成绩为 59 分,要求不低于 60 分(依据职业技能等级认定计划（2026年，参照）合格标准)。',
    ])
  })

  it('says 缺考 of an absent candidate, not zero points, and says a missing certificate once', () => {
    expect(explain(answerTo('技能考核缺考'), 'zh').slice(1, 3)).toEqual([
      '1. 技能考核:缺考,无技能成绩(依据职业技能等级认定计划（2026年，参照）合格标准)。',
      '2. 取得证书:未取得符合规定的证书(依据《就业补助资金管理办法》（财社〔2023〕181号）第五条第（一）项)。',
    ])
  })

  it('says what is missing and which sheet settles it', () => {
    expect(explain(answerTo('技能成绩未登记'), 'zh').slice(0, 2)).toEqual([
      '待核实:尚缺 1 项信息,收到后即可得出结论。',
      '1. 技能成绩(成绩尚未登记),以成绩登记表为准。',
    ])
  })

  it('says that the scheme does not apply, and why', () => {
    expect(explain(answerTo('项目制'), 'zh')[1]).toContain('培训类型为项目制培训,要求为就业技能培训')
  })

  it('speaks English as well', () => {
    expect(explain(answerTo('出勤不足'), 'en')[1]).toContain(
      '1. Attendance: Personal attendance is 75% (15/20), required is at least 80%',
    )
  })

  it('reads the same from its stored form, without the pack', () => {
    for (const golden of program.pack.cases) {
      const answer = program.decide(factsOf(golden, program.pack.cases))
      const stored = JSON.parse(JSON.stringify(writeAnswer(answer)))
      expect(readAnswer(stored)).toEqual(answer)
      expect(explain(readAnswer(stored), 'zh')).toEqual(explain(answer, 'zh'))
    }
  })
})
