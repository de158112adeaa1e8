import { personalOf, type PersonalTables } from '../record/public.ts'

/** What credentials keeps of persons, and what tells of nobody. */
export const credentialsPersonal: PersonalTables = {
  personal: [
    ...personalOf(
      'credentials.certificates',
      { purpose: 'decide', kept: 'money', seen: 'own-provider' },
      {
        certificate_no: ['plain', '证书编号', 'number of a certificate'],
        kind: ['plain', '证书种类', 'kind of a certificate'],
        occupation_id: ['plain', '证书职业', 'occupation of a certificate'],
        level: ['plain', '证书等级', 'level of a certificate'],
      },
    ),
    ...personalOf(
      'credentials.look_up_lines',
      { purpose: 'decide', kept: 'money', seen: 'bureau' },
      {
        outcome: ['plain', '证书查询结果', 'outcome of a look-up'],
        differing: ['plain', '证书查询不符之处', 'what differs in a look-up'],
      },
    ),
    ...personalOf(
      'credentials.screenshots',
      { purpose: 'decide', kept: 'money', seen: 'bureau' },
      {
        file_name: ['plain', '查询截图文件名', 'file name of a screenshot'],
      },
    ),
  ],
  impersonal: {
    'credentials.certificates': 'told_by_kind',
    'credentials.look_ups': 'site',
    'credentials.screenshots': 'media_type sha256',
  },
}
