import { answerFinding, writeFinding } from '../../src/kernel/integrity/findings/contract.ts'
import { drawSample, getSample, planSample } from '../../src/kernel/integrity/samples/contract.ts'
import { until } from '../until.ts'
import { claimed, type Way } from './way.ts'

/**
 * The auditor writes findings about the class and plans a sample of the lines of its claim. Answers how it is drawn,
 * once the record of its population is sealed: that may take a minute, in which other things happen.
 */
export async function auditorFinds({ take, stage, clerk }: Way, classId: string): Promise<() => Promise<void>> {
  const auditor = await stage.play('auditor')
  await take([
    { name: 'auditor-findings-none', by: 'auditor', path: '/findings' },
    { name: 'auditor-finding-new', by: 'auditor', path: `/findings/new?kind=class&subject=${classId}` },
  ])
  const finding = {
    kind: 'class',
    subject: classId,
    found: '3月9日晚课有2人签到与所在企业考勤重叠,班级照片中未见其人。',
    rule: '《丽水市职业技能培训补贴管理办法》第十二条',
    severity: 'serious' as const,
    remedy: '逐人核实签到;不实的取消学时并追回补贴。',
    dueOn: '2023-12-31',
    forOrganisation: true,
  }
  const { id } = await auditor(writeFinding, { body: finding })
  await auditor(writeFinding, { body: { ...finding, severity: 'minor', forOrganisation: false } })
  await clerk(answerFinding, {
    params: { findingId: id },
    body: { said: '已与企业核对考勤,两人当日请假,补交请假单。' },
  })
  await claimed(clerk)
  const plan = { population: 'claim-line', purpose: '一季度补贴资金抽查', stratifiedBy: null, take: 8 }
  const { id: sampleId } = await auditor(planSample, { body: plan })
  await take([
    { name: 'auditor-findings', by: 'auditor', path: '/findings' },
    { name: 'auditor-finding', by: 'auditor', path: `/findings/${id}` },
    { name: 'auditor-findings-own', by: 'school', path: '/findings/own' },
    { name: 'auditor-sample-waits', by: 'auditor', path: `/samples/${sampleId}` },
    { name: 'auditor-sample-plan', by: 'auditor', path: '/samples', opens: /^(定抽样方案|Plan a sample)/ },
  ])
  return async () => {
    await until(async () => {
      const { sealed } = await auditor(getSample, { params: { sampleId } })
      return sealed || undefined
    }, 'the population is sealed')
    await auditor(drawSample, { params: { sampleId } })
    await take([{ name: 'auditor-sample', by: 'auditor', path: `/samples/${sampleId}` }])
  }
}
