import type { Sentence } from '../../../platform/contract/public.ts'
import type { Sensitivity } from './declared.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

export type PurposeCode =
  | 'decide'
  | 'pay'
  | 'teach'
  | 'compare'
  | 'publish'
  | 'supervise'
  | 'sign-in'
  | 'account-for'
  | 'run'

/** Why a value is kept, and the clause it rests on. All are duties of the bureau under the law; consent is asked for none. */
export const PURPOSES: Readonly<Record<PurposeCode, { readonly why: Sentence; readonly basis: Sentence }>> = {
  decide: {
    why: say('核对身份,审核补贴资格', 'Tell who somebody is and decide what they are due'),
    basis: say('《个人信息保护法》第十三条第一款第三项(履行法定职责)', 'PIPL art. 13(1)(3): statutory duty'),
  },
  pay: {
    why: say('把补贴付到本人账户,退汇后更正', 'Pay into the person’s own account, and put it right when it comes back'),
    basis: say('《个人信息保护法》第十三条第一款第三项(履行法定职责)', 'PIPL art. 13(1)(3): statutory duty'),
  },
  teach: {
    why: say('开班、签到、评价,证明培训真实', 'Hold, sign and assess a class, and show that it was real'),
    basis: say('《个人信息保护法》第十三条第一款第三项(履行法定职责)', 'PIPL art. 13(1)(3): statutory duty'),
  },
  compare: {
    why: say('与其他部门比对,防止冒领、重领', 'Compare with other offices, against fraud and double payment'),
    basis: say(
      '《个人信息保护法》第十三条第一款第三项、第三十四条(国家机关履职)',
      'PIPL art. 13(1)(3) and 34: duties of a state organ',
    ),
  },
  publish: {
    why: say('发放前公示,接受监督', 'Publish before payment, open to objections'),
    basis: say(
      '《政府信息公开条例》第十五条;公示只列脱敏信息',
      'Regulations on open government information art. 15; masked only',
    ),
  },
  supervise: {
    why: say('受理异议、反映、申辩和疑点', 'Take objections, reports, replies and suspicions'),
    basis: say('《个人信息保护法》第十三条第一款第三项(履行法定职责)', 'PIPL art. 13(1)(3): statutory duty'),
  },
  'sign-in': {
    why: say('登录和账号安全', 'Signing in, and the safety of accounts'),
    basis: say('《网络安全法》第二十一条(等级保护义务)', 'Cybersecurity Law art. 21: protection by grade'),
  },
  'account-for': {
    why: say('说明谁在何时因何办了什么', 'Tell who did what, when and why'),
    basis: say('《个人信息保护法》第五十一条;《网络安全法》第二十一条', 'PIPL art. 51; Cybersecurity Law art. 21'),
  },
  run: {
    why: say('同一次提交不重复办理', 'Do what was sent twice only once'),
    basis: say('《个人信息保护法》第五十一条(安全措施)', 'PIPL art. 51: measures of safety'),
  },
}

export type RetentionCode =
  | 'money'
  | 'class'
  | 'matter'
  | 'letter'
  | 'past'
  | 'account'
  | 'refused'
  | 'unfiled'
  | 'screenshot'
  | 'file'
  | 'session'
  | 'code'
  | 'count'
  | 'answer'
  | 'event'
  | 'archive'
  | 'trial'

type Retention = {
  /** From when the county's years are counted, or the whole rule where the platform sweeps by itself. */
  readonly from: Sentence
  /** `county`: so many years of `personal.retention`. A chore: what deletes it, of itself. */
  readonly by: 'county' | { readonly chore: string }
}

/** Until when a value is kept. What money, a decision or the sealed record rests on is held until its years are over. */
export const RETENTIONS: Readonly<Record<RetentionCode, Retention>> = {
  money: { from: say('最后一笔发放或追回之后', 'after the last payment or recovery'), by: 'county' },
  class: { from: say('班级结业或取消之后', 'after the class ends or is called off'), by: 'county' },
  matter: { from: say('事项办结之后', 'after the matter is settled'), by: 'county' },
  letter: { from: say('比对完成之后', 'after the comparison is done'), by: 'county' },
  past: { from: say('导入或撤回之后', 'after the import or its withdrawal'), by: 'county' },
  account: { from: say('账号停用之后', 'after the account ends'), by: 'county' },
  refused: { from: say('被退回的上传之后', 'after an upload was refused'), by: 'county' },
  unfiled: { from: say('未备案班级原定结业之后', 'after a class that was never filed was to end'), by: 'county' },
  screenshot: { from: say('查询之后', 'after the look-up'), by: 'county' },
  file: {
    from: say(
      '所证明的事项到期之后自动清空:退回的上传、未备案班级的花名册、查询截图、参保名单,以及到会计档案年限的班级材料、照片和银行清单',
      'until what it proves is over, then emptied by itself: refused uploads, rosters never filed, screenshots, insured lists, and at the years of accounts what belongs to classes, photos and bank’s lists',
    ),
    by: { chore: 'empty what is past its years' },
  },
  session: {
    from: say('登录到期30天后自动删除', 'deleted 30 days after the session ends'),
    by: { chore: 'sweep sessions' },
  },
  code: { from: say('到期1天后自动删除', 'deleted a day after it expires'), by: { chore: 'sweep residents' } },
  count: { from: say('1天后自动删除', 'deleted after a day'), by: { chore: 'sweep residents' } },
  answer: { from: say('到期自动删除', 'deleted when it expires'), by: { chore: 'sweep idempotency keys' } },
  archive: { from: say('做好后到期自动删除', 'deleted some days after it is made'), by: { chore: 'sweep archives' } },
  trial: {
    from: say('试算完成后到期自动删除', 'deleted some days after the trial is done'),
    by: { chore: 'sweep trials' },
  },
  event: { from: say('办完后到期自动删除', 'deleted some time after it is done'), by: { chore: 'sweep done events' } },
}

export type SeenCode = 'case-hands' | 'bureau' | 'own-provider' | 'public' | 'reason' | 'nobody' | 'self'

export const SEEN: Readonly<Record<SeenCode, Sentence>> = {
  bureau: say('本局经办人员', 'the bureau’s staff'),
  'own-provider': say('本局经办人员、本班机构', 'the bureau’s staff and the class’s own provider'),
  'case-hands': say('本局疑点和异议经办人员', 'the bureau’s staff who handle cases and objections'),
  public: say('公开(脱敏)', 'the public (masked)'),
  reason: say('凭事由查看或打印,计次留痕', 'for a reason only; counted and on record'),
  nobody: say('任何人都看不到,只供程序比对', 'nobody; the program compares with it'),
  self: say('本人', 'the person themselves'),
}

export const SENSITIVITIES: Readonly<Record<Sensitivity, Sentence>> = {
  plain: say('明文', 'in clear'),
  masked: say('脱敏', 'masked'),
  sealed: say('加密', 'sealed'),
  keyed: say('加密摘要', 'keyed hash'),
}

/** Sentences of the page of the register. */
export const pageWords = {
  title: say('个人信息清单', 'Register of personal data'),
  meta: say(
    '每一项个人信息:是什么、为什么收、依据、保存到何时、谁能看。新增一列而不登记,程序的检查不通过。',
    'Every value about a person: what it is, why it is kept and on what ground, until when, and who sees it. A column that is not entered here fails the program’s own tests.',
  ),
  download: say('导出清单', 'Export'),
  fileName: say('个人信息清单', 'Personal data register'),
  what: say('信息项', 'Value'),
  where: say('位置', 'Column'),
  how: say('存放', 'Kept as'),
  why: say('目的', 'Purpose'),
  basis: say('依据', 'Ground'),
  until: say('保存到', 'Kept until'),
  seen: say('谁能看', 'Who sees it'),
  filter: say('找信息项、位置或目的', 'Find a value, column or purpose'),
  none: say('没有符合的信息项。换个词再找。', 'Nothing matches. Try another word.'),
  years: (count: number, from: string, en: string): Sentence => ({
    zh: `${from}${count}年`,
    en: `${count} years ${en}`,
  }),
  placeholder: say(
    '保存年限是待核实的默认值,请由本县法规部门核定后修改参数“个人信息保存年限”。',
    'The years are defaults to be verified: have the county’s legal office set the parameter “Years personal data are kept”.',
  ),
  counted: (columns: number): Sentence => ({ zh: `共 ${columns} 项`, en: `${columns} values` }),
}
