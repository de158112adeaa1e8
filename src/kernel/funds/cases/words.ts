import type { Sentence } from '../../../platform/contract/public.ts'

/** What a suspicion case stops, and where to look. */
export const refusalWords = {
  frozen: {
    zh: '下列申领单因疑点处置单冻结,不能制单、签批或导出。疑点处置有结论后再办理。',
    en: 'The claims below are frozen by suspicion cases: they can be put into no batch, signed or exported until the cases are concluded.',
  },
} as const satisfies Record<string, Sentence>

export const pageWords = {
  frozen: { zh: '因疑点冻结', en: 'Frozen by a suspicion' },
  look: (number: string): Sentence => ({ zh: `疑点处置单 ${number}`, en: `Suspicion case ${number}` }),
} as const
