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
    ...personalOf(
      'policy.benefits',
      { purpose: 'decide', kept: 'money', seen: 'bureau' },
      {
        person_lookup: ['keyed', '享受补贴登记的人员(加密)', 'whose benefit it is, as a keyed hash'],
        family: ['plain', '享受补贴的类别', 'family of a benefit'],
        occupation_id: ['plain', '享受补贴的职业', 'occupation of a benefit'],
        level: ['plain', '享受补贴的等级', 'level of a benefit'],
        reference: ['plain', '享受补贴的单号', 'number of a benefit’s claim or list'],
        status: ['plain', '享受补贴的状态', 'status of a benefit'],
      },
    ),
    ...personalOf(
      'policy.benefit_parties',
      { purpose: 'decide', kept: 'money', seen: 'nobody' },
      {
        party_key: [
          'keyed',
          '补贴计入的单位或证书(加密)',
          'the organisation or certificate that a benefit counts for, as a hash',
        ],
      },
    ),
    ...personalOf(
      'policy.person_turns',
      { purpose: 'decide', kept: 'money', seen: 'nobody' },
      { person_key: ['keyed', '全平台补贴登记的人员(加密)', 'a person of the platform’s registry, as a keyed hash'] },
    ),
    ...personalOf(
      'policy.person_uses',
      { purpose: 'decide', kept: 'money', seen: 'bureau' },
      {
        person_key: ['keyed', '全平台补贴登记的人员(加密)', 'a person of the platform’s registry, as a keyed hash'],
        family: ['plain', '全平台登记的补贴类别', 'family of a benefit in the registry'],
        occupation_id: ['plain', '全平台登记的职业', 'occupation of a benefit in the registry'],
        level: ['plain', '全平台登记的等级', 'level of a benefit in the registry'],
      },
    ),
  ],
  impersonal: {
    'policy.scheme_drafts': 'scheme begun_from begun_sha256 note status',
    'policy.draft_revisions': 'document note',
    'policy.draft_events': 'status_from status_to reason',
    'policy.scheme_proposals': 'scheme version sha256 document_number reason',
    'policy.scheme_proposal_answers': 'outcome reason',
    'policy.published_versions': 'scheme version pack_sha256 document_number notice',
    'policy.benefits': 'scheme scheme_version holder_kind',
    'policy.benefit_events': 'status_from status_to',
    'policy.benefit_parties': 'kind',
    'policy.decisions': 'scheme scheme_version pack_sha256 cause content_sha256',
    'policy.documents': 'sha256 kind region name version document',
    'policy.facts': 'kind source_kind',
  },
}
