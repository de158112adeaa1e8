import { personalOf, type PersonalTables } from '../record/public.ts'

/** What policy keeps of persons, and what tells of nobody. */
export const policyPersonal: PersonalTables = {
  personal: [
    ...personalOf(
      'policy.facts',
      { purpose: 'decide', kept: 'money', seen: 'bureau' },
      {
        body: ['plain', '审核所依事实(结业、成绩、人员类别)', 'facts a decision rests on (completion, marks, group)'],
      },
    ),
    ...personalOf(
      'policy.decisions',
      { purpose: 'decide', kept: 'money', seen: 'bureau' },
      {
        facts: ['plain', '审核所用事实', 'facts of a decision'],
        answer: ['plain', '审核结论', 'answer of a decision'],
        trace: ['plain', '审核过程', 'how a decision came about'],
      },
    ),
  ],
  impersonal: {
    'policy.decisions': 'scheme scheme_version pack_sha256 cause content_sha256',
    'policy.documents': 'sha256 kind region name version document',
    'policy.facts': 'kind source_kind',
  },
}
