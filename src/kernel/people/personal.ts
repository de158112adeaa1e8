import { personalOf, type PersonalTables } from '../record/public.ts'

/** What people keeps of persons, and what tells of nobody. */
export const peoplePersonal: PersonalTables = {
  personal: [
    ...personalOf(
      'people.persons',
      { purpose: 'decide', kept: 'money', seen: 'own-provider' },
      {
        name: ['plain', '姓名', 'name'],
        identity_masked: ['masked', '身份证号(前六后二)', 'identity number, masked'],
        sex: ['plain', '性别', 'sex'],
        birth_date: ['plain', '出生日期', 'date of birth'],
        phone_masked: ['masked', '手机号', 'phone, masked'],
      },
    ),
    ...personalOf(
      'people.persons',
      { purpose: 'decide', kept: 'money', seen: 'reason' },
      {
        identity_sealed: ['sealed', '身份证号', 'identity number'],
        phone_sealed: ['sealed', '手机号', 'phone'],
      },
    ),
    ...personalOf(
      'people.persons',
      { purpose: 'decide', kept: 'money', seen: 'nobody' },
      {
        identity_lookup: ['keyed', '身份证号查找摘要', 'look-up of the identity number'],
        phone_lookup: ['keyed', '手机号查找摘要', 'look-up of the phone'],
      },
    ),
    ...personalOf(
      'people.bank_accounts',
      { purpose: 'pay', kept: 'money', seen: 'own-provider' },
      {
        holder_name: ['plain', '开户人姓名', 'holder of the account'],
        account_tail: ['masked', '银行卡号尾号', 'last digits of the account'],
        bank_name: ['plain', '开户行', 'bank'],
      },
    ),
    ...personalOf(
      'people.bank_accounts',
      { purpose: 'pay', kept: 'money', seen: 'reason' },
      {
        account_sealed: ['sealed', '银行卡号', 'account number'],
      },
    ),
    ...personalOf(
      'people.bank_accounts',
      { purpose: 'pay', kept: 'money', seen: 'nobody' },
      {
        account_lookup: ['keyed', '银行卡号查找摘要', 'look-up of the account'],
      },
    ),
    ...personalOf(
      'people.insured_staff',
      { purpose: 'compare', kept: 'letter', seen: 'nobody' },
      {
        identity_lookup: ['keyed', '参保人身份证号查找摘要', 'look-up of an insured person'],
        from_month: ['plain', '参保起始月', 'first month insured'],
        to_month: ['plain', '参保截止月', 'last month insured'],
        employer_name: ['plain', '参保单位', 'employer of an insured person'],
        uscc: ['plain', '参保单位代码', 'code of the employer'],
      },
    ),
    ...personalOf(
      'people.letter_people',
      { purpose: 'compare', kept: 'letter', seen: 'bureau' },
      {
        name: ['plain', '比对人员姓名', 'person of a comparison letter'],
      },
    ),
    ...personalOf(
      'people.letter_answers',
      { purpose: 'compare', kept: 'letter', seen: 'bureau' },
      {
        file_name: ['plain', '比对回函文件名', 'file name of an answer'],
        fingerprint: ['keyed', '比对回函摘要', 'fingerprint of an answer'],
      },
    ),
    ...personalOf(
      'people.register_hits',
      { purpose: 'compare', kept: 'money', seen: 'bureau' },
      {
        says: ['plain', '比对命中的内容', 'what another office says'],
        from_text: ['plain', '比对命中的起始', 'from when, as another office says'],
        to_text: ['plain', '比对命中的截止', 'until when, as another office says'],
        other_name: ['plain', '其他部门登记的姓名', 'name at another office'],
        uscc: ['plain', '命中单位代码', 'code of the employer in a hit'],
      },
    ),
    ...personalOf(
      'people.restriction_proposals',
      { purpose: 'supervise', kept: 'matter', seen: 'bureau' },
      {
        reason: ['plain', '限制的理由', 'why somebody is restricted'],
      },
    ),
    ...personalOf(
      'people.restriction_decisions',
      { purpose: 'supervise', kept: 'matter', seen: 'bureau' },
      {
        reason: ['plain', '限制决定的理由', 'reason of a decision on a restriction'],
      },
    ),
    ...personalOf(
      'people.restrictions',
      { purpose: 'supervise', kept: 'matter', seen: 'bureau' },
      {
        kind: ['plain', '限制的种类', 'kind of a restriction'],
        reason: ['plain', '限制的理由', 'reason of a restriction'],
        document: ['plain', '限制所依文书', 'document of a restriction'],
      },
    ),
    ...personalOf(
      'people.restriction_replies',
      { purpose: 'supervise', kept: 'matter', seen: 'bureau' },
      {
        said: ['plain', '陈述申辩', 'what was said in reply'],
      },
    ),
    ...personalOf(
      'people.restriction_reply_files',
      { purpose: 'supervise', kept: 'matter', seen: 'bureau' },
      {
        file_name: ['plain', '申辩附件文件名', 'file name of a reply'],
      },
    ),
    ...personalOf(
      'people.restriction_hearings',
      { purpose: 'supervise', kept: 'matter', seen: 'bureau' },
      {
        reason: ['plain', '申辩听取结果的理由', 'reason of a hearing’s outcome'],
      },
    ),
    ...personalOf(
      'people.correction_requests',
      { purpose: 'supervise', kept: 'matter', seen: 'bureau' },
      {
        should_be: ['plain', '申请更正为', 'what a value should be'],
        why: ['plain', '申请更正的理由', 'why a correction is asked for'],
        phone_masked: ['masked', '申请更正的手机号', 'telephone asked for, masked'],
      },
    ),
    ...personalOf(
      'people.correction_requests',
      { purpose: 'supervise', kept: 'matter', seen: 'nobody' },
      {
        phone_sealed: ['sealed', '申请更正的手机号', 'telephone asked for'],
      },
    ),
    ...personalOf(
      'people.correction_answers',
      { purpose: 'supervise', kept: 'matter', seen: 'bureau' },
      {
        answer: ['plain', '更正申请的答复', 'answer to a correction'],
      },
    ),
    ...personalOf(
      'people.correction_decisions',
      { purpose: 'supervise', kept: 'matter', seen: 'bureau' },
      {
        reason: ['plain', '不同意更正的理由', 'why a correction was not agreed to'],
      },
    ),
    ...personalOf(
      'people.corrected_values',
      { purpose: 'decide', kept: 'money', seen: 'own-provider' },
      {
        name: ['plain', '更正后的姓名', 'corrected name'],
        phone_masked: ['masked', '更正后的手机号', 'corrected telephone, masked'],
      },
    ),
    ...personalOf(
      'people.corrected_values',
      { purpose: 'decide', kept: 'money', seen: 'nobody' },
      {
        phone_sealed: ['sealed', '更正后的手机号', 'corrected telephone'],
        phone_lookup: ['keyed', '更正后手机号的查找摘要', 'look-up of a corrected telephone'],
      },
    ),
    ...personalOf(
      'people.insured_imports',
      { purpose: 'compare', kept: 'letter', seen: 'bureau' },
      {
        file_name: ['plain', '参保名单文件名', 'file name of an insured list'],
        withdrawal_reason: ['plain', '参保名单撤回原因', 'why an insured list was withdrawn'],
      },
    ),
  ],
  impersonal: {
    'people.correction_answers': 'outcome',
    'people.correction_decisions': 'verdict',
    'people.correction_requests': 'number item file_name media_type form_key',
    'people.insured_employers': 'uscc employer_name',
    'people.insured_imports': 'sha256 source',
    'people.letter_answers': 'kind office sha256',
    'people.letter_groups': 'kind',
    'people.letters': 'number register office purpose',
    'people.organisations': 'kind name uscc',
    'people.restriction_decisions': 'outcome',
    'people.restriction_hearings': 'outcome',
    'people.restriction_proposals': 'step',
    'people.restriction_replies': 'way',
    'people.restriction_reply_files': 'media_type',
    'people.restrictions': 'clause',
  },
}
