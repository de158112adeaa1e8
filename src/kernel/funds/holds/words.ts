/** Sentences of lines that are kept from being paid. */
export const words = {
  released: (caseNumber: string) => ({
    zh: `异议已查清(疑点处置单 ${caseNumber}),可以支付`,
    en: `The objection is cleared (suspicion case ${caseNumber}); it can be paid`,
  }),
  dropped: (caseNumber: string) => ({
    zh: `异议属实(疑点处置单 ${caseNumber}),不予支付,资金退回可用余额`,
    en: `The objection stands (suspicion case ${caseNumber}); it is not paid, and its money is available again`,
  }),
  nobodyLeft: (caseNumber: string) => ({
    zh: `疑点处置单 ${caseNumber} 结论后,本单已没有可支付的人员`,
    en: `After suspicion case ${caseNumber} nobody of this claim is left to be paid`,
  }),
  status: {
    held: { zh: '有异议,暂缓支付', en: 'Objected to, held back' },
    released: { zh: '异议已查清', en: 'Objection cleared' },
    dropped: { zh: '异议属实,不予支付', en: 'Objection stands, not paid' },
  },
} as const
