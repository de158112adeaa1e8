import type { Sentence } from '../../../platform/contract/public.ts'
import { ground, type Moment, type ParametersInForce } from '../../record/public.ts'
import type { RegisterHit } from '../registers.ts'
import type { Period } from '../../values/public.ts'

/** One rule that another office's register decides: which hits count against a person during a training. */
export type RegisterRule = {
  readonly id: string
  readonly register: 'pension-payments' | 'government-payroll' | 'deaths' | 'insured-staff'
  readonly title: Sentence
  readonly action: 'block' | 'hold'
  readonly basis: Sentence
  readonly notLifted?: Sentence
  /** When a hit smells of fraud: who has died cannot have completed a training. */
  readonly suspicion?: readonly Moment[]
  /** The groups of persons that are asked about, where not everybody is: from the county's parameters. */
  groups?(parameters: ParametersInForce): readonly string[]
  /** Whether a hit touches the training; `month` and `day` texts compare as text. */
  counts(hit: RegisterHit, during: Period): boolean
  says(hit: RegisterHit): Sentence
}

const untilMonth = (period: Period) => (period.to ?? '9999-12-31').slice(0, 7)

/** Begun by the training's last month and not ended before its first. */
const duringMonths = (hit: RegisterHit, during: Period) =>
  hit.from.slice(0, 7) <= untilMonth(during) && (hit.to === null || hit.to.slice(0, 7) >= during.from.slice(0, 7))

/** The last month a spell of insurance is known for: an open one reaches as far as the list it stands on. */
export const knownUntil = (hit: RegisterHit): string => (hit.to ?? hit.asOf).slice(0, 7)

/** Insured in a month of the training, as far as the list tells: an open spell on last year's list says nothing of this year. */
const insuredDuring = (hit: RegisterHit, during: Period) =>
  hit.from.slice(0, 7) <= untilMonth(during) && knownUntil(hit) >= during.from.slice(0, 7)

export const REGISTER_RULES: readonly RegisterRule[] = [
  {
    id: 'A03',
    register: 'pension-payments',
    title: { zh: '培训期间未领取养老待遇', en: 'Draws no pension during the training' },
    action: 'block',
    basis: {
      zh: '参照《天津市职业技能培训补贴实施办法》(津人社局发〔2022〕20号)第四条',
      en: 'After Tianjin’s measures on training subsidies (Jin Renshe Ju Fa [2022] No. 20), art. 4',
    },
    counts: duringMonths,
    says: (hit) => ({
      zh: `自${hit.from}起领取养老待遇(${hit.source},${hit.asOf})`,
      en: `Draws a pension since ${hit.from} (${hit.source}, ${hit.asOf})`,
    }),
  },
  {
    id: 'A04',
    register: 'deaths',
    title: { zh: '培训前及培训期间健在', en: 'Alive before and during the training' },
    action: 'block',
    suspicion: ['claim'],
    basis: ground('auditPractice'),
    notLifted: {
      zh: '已登记死亡的人参训属于疑点,须按疑点处置',
      en: 'a trainee registered as dead is a suspicion, to be looked into',
    },
    counts: (hit, during) => hit.from <= (during.to ?? '9999-12-31'),
    says: (hit) => ({
      zh: `登记死亡日期 ${hit.from}(${hit.source},${hit.asOf})`,
      en: `Registered as having died on ${hit.from} (${hit.source}, ${hit.asOf})`,
    }),
  },
  {
    id: 'A06',
    register: 'government-payroll',
    title: { zh: '不是机关事业单位在编人员', en: 'Not in-post staff of government or a public institution' },
    action: 'block',
    basis: ground('employmentFunds', '第十六条', 'art. 16'),
    counts: duringMonths,
    says: (hit) => ({
      zh: `财政供养人员:${hit.says}(${hit.source},${hit.asOf})`,
      en: `On the public payroll: ${hit.says} (${hit.source}, ${hit.asOf})`,
    }),
  },
  {
    id: 'A08',
    register: 'insured-staff',
    title: {
      zh: '登记失业、农村转移人员培训期间未在企业参保',
      en: 'Somebody registered as jobless or rural is not insured as an employee during the training',
    },
    action: 'hold',
    basis: ground('auditPractice', '(培训期间参保比对)', 'on who was insured during a training'),
    groups: (parameters) => parameters.get('checks.notInsuredGroups').value as readonly string[],
    counts: insuredDuring,
    says: (hit) => ({
      zh: `培训期间在企业参保:${hit.says},自${hit.from}起(${hit.source},${hit.asOf})`,
      en: `Insured as an employee during the training: ${hit.says}, since ${hit.from} (${hit.source}, ${hit.asOf})`,
    }),
  },
]
