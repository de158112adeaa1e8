import type { Sentence } from '../../../platform/contract/public.ts'

/** What a restricted person or organisation is told. */
export const noticeWords = {
  title: { zh: '限制措施告知书', en: 'Notice of a restriction' },
  titleProposed: { zh: '限制措施事先告知书', en: 'Notice of a restriction that is proposed' },
  person: (name: string, identity: string): Sentence => ({
    zh: `${name}(身份证 ${identity})`,
    en: `${name} (identity number ${identity})`,
  }),
  proposed: (kind: Sentence): Sentence => ({
    zh: `我局拟作出以下决定:${kind.zh}。决定作出前,您可以申辩。`,
    en: `The following is proposed: ${kind.en.toLowerCase()}. Before it is decided you may reply.`,
  }),
  confirmed: (kind: Sentence): Sentence => ({
    zh: `我局已作出以下决定:${kind.zh}。您可以申辩。`,
    en: `The following was decided: ${kind.en.toLowerCase()}. You may reply.`,
  }),
  means: { zh: '内容', en: 'What it means' },
  effect: {
    person: {
      zh: '期间您不能参加由补贴资金支付的培训,也不能领取补贴;自费参加培训不受影响。',
      en: 'During this time you cannot join training paid from subsidies, nor receive a subsidy; training you pay for yourself is not affected.',
    },
    organisation: {
      zh: '期间贵单位不能承办由补贴资金支付的培训班,已办的班暂停申领和支付。',
      en: 'During this time you cannot hold classes paid from subsidies, and claims and payments of your classes pause.',
    },
  },
  basis: { zh: '依据', en: 'Basis' },
  days: { zh: '期限', en: 'From – until' },
  bring: { zh: '请带', en: 'Bring' },
  toBring: {
    restricted: {
      person: {
        zh: '身份证原件、书面说明,以及能证明情况的材料。',
        en: 'Your identity card, a written statement, and what supports it.',
      },
      organisation: {
        zh: '营业执照或办学许可证复印件、加盖公章的书面说明,以及有关材料(考勤原件、课堂照片等)。',
        en: 'A copy of the licence, a sealed statement, and what supports it (original attendance sheets, photographs).',
      },
    },
    recovery: {
      person: {
        zh: '身份证原件;已退回的,带退款凭证;有异议的,带书面说明和有关材料。',
        en: 'Your identity card; if it was paid back, the receipt; to object, a written statement and what supports it.',
      },
      organisation: {
        zh: '营业执照复印件;已退回的,带退款凭证;有异议的,带加盖公章的书面说明和有关材料。',
        en: 'A copy of the licence; if it was paid back, the receipt; to object, a sealed statement and what supports it.',
      },
    },
  },
  object: (until: string): Sentence => ({
    zh: `不同意的,请在 ${until} 前申辩;逾期仍可提出。`,
    en: `If you disagree, reply by ${until}; later you still can.`,
  }),
  inTheConsole: {
    zh: '可在本系统“限制告知”页面书面答复。',
    en: 'You can reply in writing on the page “Restrictions told to us” of this system.',
  },
  where: (bureau: Sentence, place: Sentence, phone: string): Sentence => ({
    zh: `地点:${bureau.zh}${place.zh};电话:${phone}。`,
    en: `Where: ${bureau.en}, ${place.en}; phone ${phone}.`,
  }),
  heard: {
    zh: '您的申辩由未经手本限制的工作人员处理,结果和理由会告知您;不会因申辩加重处理。',
    en: 'Somebody who had no hand in this looks at your reply and tells you what follows and why; a reply never makes it worse.',
  },
  given: (bureau: Sentence, day: string): Sentence => ({ zh: `${bureau.zh} ${day}`, en: `${bureau.en}, ${day}` }),
} as const
