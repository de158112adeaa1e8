import type { Sentence } from '../../../platform/contract/public.ts'

/** What the files that people keeps beside steps are called. */
export const words = {
  reply: (name: string): Sentence => ({ zh: `陈述申辩附件 ${name}`, en: `Paper of a reply ${name}` }),
  correction: (number: string): Sentence => ({
    zh: `信息更正申请 ${number} 的附件`,
    en: `Paper of the request ${number} to correct data`,
  }),
} as const
