import { joinSentences } from '../../../platform/contract/public.ts'
import { type Check, defineCheck, failed, passed } from '../../../kernel/record/public.ts'
import { listOccupationsById } from '../../../kernel/reference/public.ts'
import { coverageOf } from '../agreements/rules.ts'
import { occupationName } from '../agreements/shown.ts'
import { listAgreementsOf, listSitesById } from '../agreements/store.ts'
import { listClassesById } from '../classes/store.ts'
import { words } from './words.ts'

/** C01: an agreement of the provider covers occupation, level and site from the first day to the last. */
export const agreementCheck: Check = defineCheck({
  id: 'C01',
  title: { zh: '职业、等级、地点在有效协议内', en: 'An agreement in force covers occupation, level and site' },
  subject: 'class',
  moments: ['filing', 'approval'],
  action: 'block',
  onUnavailable: 'hold',
  basis: {
    zh: '《关于进一步规范职业技能培训管理工作的通知》(2024年1月);参照津人社局发〔2022〕20号',
    en: 'Notice on regulating vocational training further (January 2024); after Jin Renshe Ju Fa [2022] No. 20',
  },
  async run({ tx, subjects }) {
    const classes = [
      ...(
        await listClassesById(
          tx,
          subjects.map((subject) => subject.id),
        )
      ).values(),
    ]
    const occupations = await listOccupationsById(
      tx,
      classes.map((each) => each.occupationId),
    )
    const findings = []
    // One class is filed at a time; a provider's agreements are few.
    for (const row of classes) {
      const agreements = await listAgreementsOf(tx, row.organisationId)
      const sites = await listSitesById(tx, [
        row.siteId,
        ...agreements.flatMap(({ items }) => items.map((item) => item.siteId)),
      ])
      const training = { ...row, occupationName: occupationName(occupations.get(row.occupationId), row.occupationId) }
      const coverage = coverageOf(training, agreements, (id) => sites.get(id)?.name ?? '')
      const { agreement } = coverage
      const evidence = agreement
        ? [{ label: words.agreement(agreement.number), kind: 'agreement', id: agreement.id }]
        : []
      findings.push(
        coverage.covered
          ? { ...passed(row.id, words.covered(coverage.agreement.number)), evidence }
          : failed(row.id, joinSentences(coverage.reasons), evidence),
      )
    }
    return findings
  },
})
