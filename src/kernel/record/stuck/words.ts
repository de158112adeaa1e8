import type { STUCK_STATES } from './contract.ts'
import type { Sentence } from '../../../platform/contract/public.ts'

/** Sentences of follow-ups that failed. */
export const words = {
  title: { zh: '未办成的后续', en: 'Stuck follow-ups' },
  meta: {
    zh: '系统应当自动接着办、却没有办成的事。系统先按越来越长的间隔自动重试约一天;仍不成的停在这里,等人处理。',
    en: 'What should have followed by itself and failed. The platform tries again after growing pauses for about a day; what still fails stops here and waits for a person.',
  },
  what: { zh: '要办的事', en: 'What' },
  about: { zh: '关于', en: 'About' },
  why: { zh: '没办成的原因', en: 'Why it failed' },
  tries: { zh: '已试', en: 'Tries' },
  triesCount: (count: number) => ({ zh: `${count} 次`, en: count === 1 ? 'once' : `${count} times` }),
  happenedAt: { zh: '发生时间', en: 'Happened' },
  failedAt: { zh: '最近失败', en: 'Last failed' },
  state: { zh: '状态', en: 'State' },
  states: {
    'gave-up': { zh: '已停止', en: 'Gave up' },
    trying: { zh: '重试中', en: 'Trying' },
  } satisfies Record<(typeof STUCK_STATES)[number], Sentence>,
  all: { zh: '全部', en: 'All' },
  nextTry: (at: string) => ({ zh: `${at} 再试`, en: `next at ${at}` }),
  failureId: (id: string) => ({ zh: `编号 ${id}`, en: `Number ${id}` }),
  tryAgain: { zh: '再试一次', en: 'Try again' },
  putBack: {
    zh: '已放回,系统马上再试。办成后这一行会消失,请稍候刷新。',
    en: 'Put back; the platform tries at once. The row goes when it succeeds: look again shortly.',
  },
  doneAlready: { zh: '这件事已经办成了。', en: 'This has been done meanwhile.' },
  none: { zh: '没有卡住的事,后续都已办成。', en: 'Nothing is stuck: everything that should follow has.' },
  noneTrying: { zh: '没有正在重试的事。', en: 'None is being tried again.' },
  noneGaveUp: { zh: '没有停下来等人处理的事。', en: 'None has given up.' },
  missing: {
    zh: '没有这一项。请回到列表刷新后再试。',
    en: 'There is no such follow-up. Go back to the list and reload it.',
  },
} as const
