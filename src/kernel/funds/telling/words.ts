import type { Sentence } from '../../../platform/contract/public.ts'

/** What one reason is told as: what stopped, and what the person can bring. About the person alone, and plain. */
export type Told = { readonly stopped: Sentence; readonly bring: Sentence }

const identityCard = { zh: '身份证原件', en: 'your identity card' }
const nothing = {
  zh: '不需要您带材料,由培训机构和人社局办理。',
  en: 'You need bring nothing: the provider and the bureau settle it.',
}
const ofTheClass: Sentence = {
  zh: '您所在的班级有一项没有通过核对,不是您本人的原因。',
  en: 'Your class did not pass a check; it is not because of you.',
}
const ofTheClassTold: Told = { stopped: ofTheClass, bring: nothing }

/** By the id of a check. Every check of the house stands here; a test walks them. */
export const CHECK_TOLD: Readonly<Record<string, Told>> = {
  A01: {
    stopped: { zh: '登记的身份证号不正确。', en: 'The identity number on record is not valid.' },
    bring: identityCard,
  },
  A02: {
    stopped: {
      zh: '开班时的年龄不在补贴规定的范围内。',
      en: 'Your age on the first day is outside what the rules allow.',
    },
    bring: {
      zh: '登记的出生日期有误的,请带身份证原件。',
      en: 'If the birth date on record is wrong, your identity card.',
    },
  },
  A03: {
    stopped: {
      zh: '登记显示您在培训期间已经领取养老待遇。',
      en: 'The records say that you drew a pension during the training.',
    },
    bring: {
      zh: '登记有误的,请带社保机构出具的待遇领取情况证明和身份证原件。',
      en: 'If that is wrong, a statement of the pension office and your identity card.',
    },
  },
  A04: {
    stopped: {
      zh: '致本人或家属:登记信息与参加培训的情况不一致,需要核实本人的情况。',
      en: 'To the person or the family: the records do not agree with the attendance, and we need to make sure of the person.',
    },
    bring: {
      zh: '本人请带身份证原件到场;家属代办的,请带户口簿或亲属关系证明。',
      en: 'In person with the identity card; the family, with the household register or proof of kinship.',
    },
  },
  A06: {
    stopped: {
      zh: '登记显示您是机关事业单位在编人员,这项补贴不发给在编人员。',
      en: 'The records say that you hold a post in government or a public institution, whom this subsidy does not cover.',
    },
    bring: {
      zh: '已经离开或登记有误的,请带单位出具的证明和身份证原件。',
      en: 'If you have left or that is wrong, a statement of the employer and your identity card.',
    },
  },
  A08: {
    stopped: {
      zh: '您按未就业人员报名,登记显示培训期间有单位为您参保。',
      en: 'You enrolled as not employed, and the records say an employer insured you during the training.',
    },
    bring: {
      zh: '请带参保缴费记录;已离职的,带解除劳动关系证明;登记有误的,带社保机构的证明。',
      en: 'Your insurance record; if you had left, proof of leaving; if it is wrong, a statement of the insurance office.',
    },
  },
  A09: {
    stopped: {
      zh: '您按企业职工报名,没有查到所在企业在培训期间为您参保。',
      en: 'You enrolled as staff of an enterprise, and no insurance by that enterprise was found.',
    },
    bring: {
      zh: '请带劳动合同和参保缴费记录;劳务派遣的,另带派遣协议。',
      en: 'Your contract and insurance record; if dispatched, the dispatch agreement too.',
    },
  },
  A15: {
    stopped: {
      zh: '您目前被限制享受补贴,或有应退回的补贴尚未退回。',
      en: 'You are restricted from subsidies at present, or one is still to be paid back.',
    },
    bring: {
      zh: '已退回的,请带退款凭证;有异议的,请带书面说明和有关材料。',
      en: 'If it was paid back, the receipt; to object, a written statement and what supports it.',
    },
  },
  A18: {
    stopped: {
      zh: '您登记的人员类别不在本班资金的补贴范围内。',
      en: 'The group you are registered under is not one the fund of this class may pay for.',
    },
    bring: { zh: '类别登记有误的,请带能证明人员类别的材料。', en: 'If the group is wrong, what proves the right one.' },
  },
  A19: {
    stopped: {
      zh: '花名册上的姓名与该身份证号以往登记的姓名不一致。',
      en: 'The name on the roster differs from the one on record for this identity number.',
    },
    bring: {
      zh: '请带身份证原件;改过名的,另带户口簿(有曾用名)。',
      en: 'Your identity card; if you changed your name, the household register that shows it.',
    },
  },
  P01: {
    stopped: {
      zh: '您的补贴金额与政策重新计算的不一致,需要重新核定。',
      en: 'The sum of your subsidy is not what the rules come to, and is being worked out again.',
    },
    bring: nothing,
  },
  P02: {
    stopped: {
      zh: '您登记的收款账号还有别人在用。',
      en: 'The account you gave is on record for somebody else too.',
    },
    bring: {
      zh: '请带本人名下的银行卡(社保卡)和身份证原件;确属家庭共用的,另带户口簿。',
      en: 'A bank card in your own name and your identity card; if your family shares it, the household register too.',
    },
  },
  P03: {
    stopped: {
      zh: '您登记的收款账号不对,或者不是您本人的。',
      en: 'The account you gave is not right, or is not your own.',
    },
    bring: {
      zh: '请带本人名下的银行卡(社保卡)和身份证原件。',
      en: 'A bank card in your own name and your identity card.',
    },
  },
  P04: {
    stopped: {
      zh: '收款账户不是批准时登记的您本人的账户。',
      en: 'The account is not one of yours, as the claim was approved.',
    },
    bring: {
      zh: '请带本人名下的银行卡(社保卡)和身份证原件。',
      en: 'A bank card in your own name and your identity card.',
    },
  },
  P08: ofTheClassTold,
  P09: ofTheClassTold,
  P10: ofTheClassTold,
  P06: {
    stopped: {
      zh: '您的补贴与公示的名单不一致,需要核实。',
      en: 'Your subsidy differs from the published list and is being looked into.',
    },
    bring: nothing,
  },
  P07: {
    stopped: {
      zh: '公示期间有人对您的补贴提出了异议,正在核实;或者公示还没有期满。',
      en: 'Somebody objected to your subsidy while it was on public notice, or the notice has not ended yet.',
    },
    bring: {
      zh: '请带身份证原件,以及能说明参加培训情况的材料(如培训照片、结业材料)。',
      en: 'Your identity card, and what shows that you took part (photos, papers of completion).',
    },
  },
  B01: {
    stopped: { zh: '您已享受的补贴次数达到规定上限。', en: 'You have had as many subsidies as the rules allow.' },
    bring: {
      zh: '认为次数有误的,请带以往的证书或到账记录。',
      en: 'If you think that is wrong, earlier certificates or payment records.',
    },
  },
  B01W: {
    stopped: {
      zh: '您已享受的补贴次数较多,需要核实。',
      en: 'You have had several subsidies, which is to be looked at.',
    },
    bring: nothing,
  },
  B02: {
    stopped: {
      zh: '同一职业、同一等级以前已经补贴过。',
      en: 'This occupation at this level was subsidised for you before.',
    },
    bring: { zh: '认为有误的,请带两次的证书。', en: 'If you think that is wrong, both certificates.' },
  },
  B03: {
    stopped: {
      zh: '同一职业更高的等级以前已经补贴过。',
      en: 'A higher level of this occupation was subsidised for you before.',
    },
    bring: { zh: '认为有误的,请带两次的证书。', en: 'If you think that is wrong, both certificates.' },
  },
  B05: {
    stopped: { zh: '这本证书以前已经申领过补贴。', en: 'A subsidy was claimed for this certificate before.' },
    bring: {
      zh: '认为有误的,请带证书原件和身份证原件。',
      en: 'If you think that is wrong, the certificate and your identity card.',
    },
  },
  B08: {
    stopped: { zh: '取得证书后超过了规定的申领期限。', en: 'The time to claim after the certificate is over.' },
    bring: {
      zh: '不是您本人原因的,请带能说明延误原因的材料。',
      en: 'If you are not the cause of the delay, what shows the cause.',
    },
  },
  B09: {
    stopped: { zh: '花名册上您的登记重复了。', en: 'You stand on the roster more than once.' },
    bring: identityCard,
  },
  C01: ofTheClassTold,
  C03: ofTheClassTold,
  C04: ofTheClassTold,
  C05: {
    stopped: {
      zh: '记录显示您有课的时间与另一处的安排重叠,需要核实。',
      en: 'The records have you in two places at one time, which is to be looked at.',
    },
    bring: {
      zh: '请说明当时在哪里上课,有签到、照片等材料的一并带来。',
      en: 'Tell us where you were; bring sign-in sheets or photographs if you have them.',
    },
  },
  C06: ofTheClassTold,
  C07: ofTheClassTold,
  C14: {
    stopped: {
      zh: '登记显示您同时是本班的教师,教师不能作为本班学员领取补贴。',
      en: 'You are recorded as an instructor of this class, and an instructor is not paid as its trainee.',
    },
    bring: { zh: '登记有误的,请带身份证原件。', en: 'If that is wrong, your identity card.' },
  },
  C15: ofTheClassTold,
  D01: {
    stopped: { zh: '您的出勤没有达到规定。', en: 'Your attendance is below what the rules ask for.' },
    bring: {
      zh: '实际到课而漏记的,请带能证明到课的材料,由培训机构核对签到原件。',
      en: 'If you were there and it was not noted, what shows it; the provider looks at the original sheets.',
    },
  },
  D02: {
    stopped: {
      zh: '您所在的班级有的上课日到课人数不足,需要核实,不是您本人的原因。',
      en: 'On some days too few of your class were there; it is looked at, and not because of you.',
    },
    bring: nothing,
  },
  D03: {
    stopped: { zh: '签到记录的时间需要核实。', en: 'The times of the sign-ins are to be looked at.' },
    bring: {
      zh: '请说明平时怎样签到,由培训机构提供原件。',
      en: 'Tell us how you signed in; the provider brings the originals.',
    },
  },
  D04: {
    stopped: {
      zh: '签到用的手机也为别人签过到,需要核实。',
      en: 'The phone you signed in with also signed for somebody else; it is looked at.',
    },
    bring: {
      zh: '请说明签到时用的是谁的手机、为什么共用。',
      en: 'Tell us whose phone it was and why it was shared.',
    },
  },
  D05: ofTheClassTold,
  D10: {
    stopped: {
      zh: '现场检查时到课人数少于签到人数,全班需要核实。',
      en: 'An inspection found fewer people in the class than had signed in; the whole class is looked at.',
    },
    bring: {
      zh: '当时在场的,可请同学或教师说明。',
      en: 'If you were there, somebody who saw you can say so.',
    },
  },
  D11: ofTheClassTold,
  D12: {
    stopped: {
      zh: '您所在班级的考勤人工更正较多,需要核实,不是您本人的原因。',
      en: 'Much of the attendance of your class was corrected by hand; it is looked at, and not because of you.',
    },
    bring: nothing,
  },
  D07: {
    stopped: { zh: '登记的出勤课时超过了计划,需要核实。', en: 'The hours on record are more than the plan has.' },
    bring: nothing,
  },
  H01: ofTheClassTold,
  H08: ofTheClassTold,
  X01: {
    stopped: { zh: '登记的证书编号不符合编号规则。', en: 'The certificate number on record cannot be a right one.' },
    bring: { zh: '证书原件。', en: 'The certificate.' },
  },
  X02: {
    stopped: {
      zh: '在公开网站上还查不到您的证书,或查到的内容与登记不一致。',
      en: 'The public site does not show your certificate, or shows it differently.',
    },
    bring: {
      zh: '证书原件;刚发证的,可稍后再查,或请发证机构尽快上传。',
      en: 'The certificate; if it is new, look again later or ask who issued it to publish it.',
    },
  },
}

/** By the id of a scheme's condition. */
export const CONDITION_TOLD: Readonly<Record<string, Told>> = {
  kind: ofTheClassTold,
  manual: {
    stopped: {
      zh: '由两名工作人员依条款人工认定为不予补贴。',
      en: 'Two people of the bureau decided under a clause that it is not paid.',
    },
    bring: {
      zh: '不同意的,请带能说明情况的材料,到窗口或在“我的补贴”里反映。',
      en: 'If you do not agree, bring what shows how it was, or tell us under My subsidies.',
    },
  },
  group: CHECK_TOLD['A18'] as Told,
  attendance: CHECK_TOLD['D01'] as Told,
  theory: {
    stopped: { zh: '理论考试没有达到规定的成绩。', en: 'The mark of the theory test is below what is asked for.' },
    bring: {
      zh: '补考合格的,请带新的成绩单;认为登分有误的,可向培训机构申请复核。',
      en: 'If you passed a resit, the new mark; if you think it was noted wrongly, ask the provider to look again.',
    },
  },
  practice: {
    stopped: { zh: '技能考核没有达到规定的成绩。', en: 'The mark of the practical test is below what is asked for.' },
    bring: {
      zh: '补考合格的,请带新的成绩单;认为登分有误的,可向培训机构申请复核。',
      en: 'If you passed a resit, the new mark; if you think it was noted wrongly, ask the provider to look again.',
    },
  },
  certificate: {
    stopped: { zh: '没有登记符合规定的证书。', en: 'No certificate that counts is on record.' },
    bring: { zh: '已取得证书的,请带证书原件。', en: 'If you have it, the certificate.' },
  },
  amount: {
    stopped: { zh: '按规定核定后,本次没有可发的金额。', en: 'By the rules nothing is left to be paid this time.' },
    bring: nothing,
  },
}

export const BANK_TOLD: Told = {
  stopped: {
    zh: '登记的收款账户信息不完整或写法不对。',
    en: 'The account on record is incomplete or not written properly.',
  },
  bring: { zh: '本人银行卡(社保卡)和身份证原件。', en: 'Your own bank (social security) card and your identity card.' },
}

/** What nobody has a sentence for: the name of the check or the condition is told. */
export const otherwise = (label: Sentence): Told => ({
  stopped: { zh: `“${label.zh}”一项还需要核实。`, en: `“${label.en}” is still to be made sure of.` },
  bring: { zh: '身份证原件,以及与这一项有关的材料。', en: 'Your identity card and what bears on it.' },
})

export const words = {
  title: { zh: '补贴审核告知单', en: 'Notice about your subsidy' },
  person: (position: number, name: string, identity: string): Sentence => ({
    zh: `${name}(花名册第${position}号,身份证 ${identity})`,
    en: `${name} (no. ${position} on the roster, identity number ${identity})`,
  }),
  about: (scheme: Sentence, group: string): Sentence => ({
    zh: `您参加的“${group}”正在审核“${scheme.zh}”。`,
    en: `“${scheme.en}” is being looked at for your class “${group}”.`,
  }),
  standing: {
    held: {
      zh: '您的补贴暂时没有发放,以下事项核实后继续办理:',
      en: 'Your subsidy is not paid yet; it goes on once this is settled:',
    },
    refused: {
      zh: '按目前的记录,您的补贴不能发放,原因如下:',
      en: 'As the records stand, your subsidy cannot be paid, because:',
    },
  },
  basis: { zh: '依据', en: 'Basis' },
  bring: { zh: '请带', en: 'Bring' },
  colon: { zh: ':', en: ': ' },
  until: (day: string, days: number): Sentence => ({
    zh: `请在 ${day} 前(${days} 天内)办理。`,
    en: `Please come by ${day} (within ${days} days).`,
  }),
  where: (bureau: Sentence, place: Sentence): Sentence => ({
    zh: `地点:${bureau.zh}${place.zh}。`,
    en: `Where: ${bureau.en}, ${place.en}.`,
  }),
  phone: (phone: string): Sentence => ({ zh: `咨询电话:${phone}。`, en: `Phone: ${phone}.` }),
  disagree: {
    zh: '不同意以上内容的,可以在上述时间内到场说明,或打电话反映;逾期仍可反映,但可能影响发放时间。',
    en: 'If you disagree, say so there or by phone within this time; later you still can, but the payment may be delayed.',
  },
  given: (bureau: Sentence, day: string): Sentence => ({ zh: `${bureau.zh} ${day}`, en: `${bureau.en}, ${day}` }),

  panel: { zh: '告知单', en: 'Notice to the person' },
  copy: { zh: '复制文字', en: 'Copy the text' },
  copied: { zh: '已复制', en: 'Copied' },
  notCopied: {
    zh: '浏览器不允许复制,请选中文字后复制。',
    en: 'The browser does not allow it; select the text and copy.',
  },
  print: { zh: '打印', en: 'Print' },
  printOne: { zh: '打印告知单', en: 'Print the notice' },
  printAll: { zh: '打印全部告知', en: 'Print all notices' },
  pageTitle: { zh: '告知单', en: 'Notices' },
  count: (people: number): Sentence => ({
    zh: `${people} 人,每人一页`,
    en: people === 1 ? '1 person, one page' : `${people} people, one page each`,
  }),
  paper: { zh: '纸张', en: 'Paper' },
  nobody: {
    zh: '本单没有待核实或不予补贴的人员,无需告知。',
    en: 'Nobody of this claim is held or refused; there is nothing to tell.',
  },
  lastPrinted: (at: string): Sentence => ({ zh: `上次打印 ${at}`, en: `Last printed ${at}` }),
  neverPrinted: { zh: '还没有打印过', en: 'Not printed yet' },
  notOfTheClaim: {
    zh: '所选人员不在本单的待核实或不予补贴人员中。请刷新页面后再打印。',
    en: 'Somebody chosen is not held or refused on this claim. Reload the page and print again.',
  },
} as const
