import { listPersons } from '../../../kernel/people/public.ts'
import { ageRules } from '../../../kernel/policy/public.ts'
import { type Check, defineCheck, failed, ground, passed } from '../../../kernel/record/public.ts'
import { ageOn, civilDate } from '../../../kernel/values/public.ts'

/** A02: on the day the training begins nobody is younger than the county admits, and nobody has reached retirement. */
export const ageCheck: Check = defineCheck({
  id: 'A02',
  title: { zh: '开班日年龄符合规定', en: 'The age on the first day of training is allowed' },
  subject: 'enrolment',
  moments: ['enrolment', 'filing', 'claim'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground(
    'tianjinProcedure',
    '一、《广东省职业技能培训补贴管理办法》(粤人社规〔2023〕13号)',
    'part 1; Guangdong’s measures on training subsidies (Yue Renshe Gui [2023] No. 13)',
  ),
  notLifted: { zh: '年龄由法律规定', en: 'the age is fixed by law' },
  async run({ tx, subjects, parameters }) {
    const rules = ageRules(parameters)
    const { minimumAge } = rules
    const persons = await listPersons(
      tx,
      subjects.map((subject) => subject.personId ?? ''),
    )
    return subjects.flatMap((subject) => {
      const person = persons.get(subject.personId ?? '')
      if (!person) return []
      const bornOn = civilDate(person.birthDate)
      const age = ageOn(bornOn, subject.during.from)
      if (age < minimumAge) {
        return [
          failed(subject.id, {
            zh: `开班日 ${subject.during.from} 只有${age}周岁,须满${minimumAge}周岁`,
            en: `${age} years old on ${subject.during.from}; at least ${minimumAge} is required`,
          }),
        ]
      }
      if (rules.reachedRetirement({ sex: person.sex, bornOn }, subject.during.from)) {
        return [
          failed(subject.id, {
            zh: `开班日 ${subject.during.from} 已${age}周岁,达到法定退休年龄`,
            en: `${age} years old on ${subject.during.from}: retirement age reached`,
          }),
        ]
      }
      return [passed(subject.id, { zh: `开班日${age}周岁`, en: `${age} years old on the first day` })]
    })
  },
})
