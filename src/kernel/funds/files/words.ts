import type { Sentence } from '../../../platform/contract/public.ts'

export const words = {
  redecision: (name: string): Sentence => ({
    zh: `重新认定依据 ${name}`,
    en: `Paper of a decision given anew, ${name}`,
  }),
}
