import { personalOf, type PersonalTables } from '../record/public.ts'

/** What access keeps of persons, and what tells of nobody. */
export const accessPersonal: PersonalTables = {
  personal: [
    ...personalOf(
      'access.accounts',
      { purpose: 'sign-in', kept: 'account', seen: 'bureau' },
      {
        name: ['plain', '账号名', 'name of an account'],
        roles: ['plain', '岗位(旧)', 'posts, as they were kept formerly'],
        password_hash: ['keyed', '密码摘要(旧)', 'hash of a former password'],
      },
    ),
    ...personalOf(
      'access.passwords',
      { purpose: 'sign-in', kept: 'account', seen: 'nobody' },
      {
        password_hash: ['keyed', '密码摘要', 'hash of a password'],
      },
    ),
    ...personalOf(
      'access.recovery_codes',
      { purpose: 'sign-in', kept: 'account', seen: 'nobody' },
      {
        code_lookup: ['keyed', '恢复码摘要', 'keyed hash of a recovery code'],
      },
    ),
    ...personalOf(
      'access.second_factors',
      { purpose: 'sign-in', kept: 'account', seen: 'nobody' },
      {
        secret_sealed: ['sealed', '动态口令密钥', 'secret of a second factor'],
      },
    ),
    ...personalOf(
      'access.sessions',
      { purpose: 'sign-in', kept: 'session', seen: 'self' },
      {
        device: ['plain', '登录设备(浏览器)', 'browser of a session'],
      },
    ),
    ...personalOf(
      'access.sign_ins',
      { purpose: 'sign-in', kept: 'session', seen: 'self' },
      {
        device: ['plain', '正在登录的设备(浏览器)', 'browser that is signing in'],
      },
    ),
    ...personalOf(
      'access.resident_codes',
      { purpose: 'sign-in', kept: 'code', seen: 'nobody' },
      {
        phone_lookup: ['keyed', '群众登录手机号摘要', 'keyed hash of a resident’s phone'],
        code_lookup: ['keyed', '群众登录验证码摘要', 'keyed hash of a resident’s code'],
      },
    ),
    ...personalOf(
      'access.tries',
      { purpose: 'sign-in', kept: 'count', seen: 'nobody' },
      {
        of_whom: ['keyed', '登录计次对象摘要', 'keyed hash of whose tries are counted'],
      },
    ),
    ...personalOf(
      'access.role_grants',
      { purpose: 'account-for', kept: 'account', seen: 'bureau' },
      {
        role: ['plain', '岗位', 'post'],
        reason: ['plain', '授予岗位的原因', 'why a post was given'],
      },
    ),
    ...personalOf(
      'access.role_ends',
      { purpose: 'account-for', kept: 'account', seen: 'bureau' },
      {
        reason: ['plain', '结束岗位的原因', 'why a post ended'],
      },
    ),
    ...personalOf(
      'access.scopes',
      { purpose: 'account-for', kept: 'account', seen: 'bureau' },
      {
        reason: ['plain', '设定授课范围的依据', 'why a scope was given'],
      },
    ),
    ...personalOf(
      'access.scope_ends',
      { purpose: 'account-for', kept: 'account', seen: 'bureau' },
      {
        reason: ['plain', '结束授课范围的原因', 'why a scope ended'],
      },
    ),
    ...personalOf(
      'access.delegations',
      { purpose: 'account-for', kept: 'account', seen: 'bureau' },
      {
        reason: ['plain', '代岗的原因', 'why somebody stands in'],
      },
    ),
    ...personalOf(
      'access.delegation_ends',
      { purpose: 'account-for', kept: 'account', seen: 'bureau' },
      {
        reason: ['plain', '结束代岗的原因', 'why standing in ended'],
      },
    ),
    ...personalOf(
      'access.hand_overs',
      { purpose: 'account-for', kept: 'account', seen: 'bureau' },
      {
        reason: ['plain', '交接的原因', 'why work was handed over'],
        work: ['plain', '交接的事项', 'what was handed over'],
      },
    ),
    ...personalOf(
      'access.emergencies',
      { purpose: 'account-for', kept: 'account', seen: 'bureau' },
      {
        reason: ['plain', '紧急授权的事由', 'why a post was taken in an emergency'],
        ticket: ['plain', '紧急授权的工单号', 'ticket of an emergency'],
      },
    ),
    ...personalOf(
      'access.emergency_uses',
      { purpose: 'account-for', kept: 'account', seen: 'bureau' },
      {
        subject: ['plain', '紧急授权办理的对象(编号)', 'ids of what was done in an emergency'],
      },
    ),
    ...personalOf(
      'access.emergency_reviews',
      { purpose: 'account-for', kept: 'account', seen: 'bureau' },
      {
        word: ['plain', '紧急授权的复核说明', 'what was said of what was done in an emergency'],
      },
    ),
  ],
  impersonal: {
    'access.delegations': 'roles',
    'access.emergencies': 'role',
    'access.emergency_uses': 'method path permission',
    'access.invitations': 'token_sha256',
    'access.resident_codes': 'token_sha256',
    'access.resident_sessions': 'token_sha256',
    'access.scopes': 'kind',
    'access.sessions': 'token_sha256',
    'access.sign_ins': 'token_sha256 step',
    'access.tries': 'what',
  },
}
