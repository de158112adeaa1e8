/** Sentences about checks, wherever a class is looked at. */
export const pageWords = {
  notYet: {
    zh: '提交时系统会核对,结果显示在这里。',
    en: 'The platform checks the class when it is submitted; what it finds is shown here.',
  },
  ranAt: (at: string) => ({ zh: `核对于 ${at}`, en: `Checked ${at}` }),
  counts: (passed: number, failed: number, unavailable: number) => ({
    zh: `通过 ${passed} · 不通过 ${failed} · 未能核对 ${unavailable}`,
    en: `${passed} passed · ${failed} failed · ${unavailable} not available`,
  }),
  everybody: (people: number) => ({ zh: `${people} 人全部通过`, en: `All ${people} people passed` }),
  some: (people: number, of: number) => ({
    zh: people === of ? `全部 ${of} 人` : `${of} 人中 ${people} 人`,
    en: people === of ? `all ${of} people` : `${people} of ${of} people`,
  }),
  more: (count: number) => ({ zh: `还有 ${count} 人`, en: `${count} more people` }),
  checkNow: { zh: '现在核对', en: 'Check now' },
  liftable: { zh: '有文件依据的,可申请由两人放行', en: 'On a document, two people may let these go' },
  evidence: { zh: '查看', en: 'Look' },
} as const
