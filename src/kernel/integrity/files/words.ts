import type { Sentence } from '../../../platform/contract/public.ts'

/** What the papers beside integrity's steps are called. */
export const words = {
  evidence: (number: string, name: string): Sentence => ({
    zh: `疑点 ${number} 的材料 ${name}`,
    en: `Evidence of case ${number} ${name}`,
  }),
  override: (name: string): Sentence => ({ zh: `放行依据 ${name}`, en: `Paper of an override ${name}` }),
  finding: (number: string, name: string): Sentence => ({
    zh: `审计发现 ${number} 的附件 ${name}`,
    en: `Paper of finding ${number} ${name}`,
  }),
} as const
