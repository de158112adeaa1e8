/** Sentences of deciding who is due. */
export const words = {
  amount: { zh: '拟补贴金额', en: 'Proposed amount' },
  decidedAnew: { zh: '可享受的金额有变化,须重新认定', en: 'what may be had has changed: to be decided anew' },
  nothingLeft: { zh: '核定后金额为零', en: 'the amount comes to nothing' },
} as const
