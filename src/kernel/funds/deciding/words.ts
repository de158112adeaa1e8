/** Sentences of deciding who is due. */
export const words = {
  amount: { zh: '拟补贴金额', en: 'Proposed amount' },
  nothingLeft: { zh: '核定后金额为零', en: 'the amount comes to nothing' },
} as const
