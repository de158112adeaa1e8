import type { Sentence } from '../platform/contract/public.ts'

export const stoppingWords: Sentence = {
  zh: '系统正在重启,您的操作没有生效。请稍等片刻再试。',
  en: 'The system is restarting and nothing was changed. Please try again shortly.',
}
