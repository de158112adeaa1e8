import type { Sentence } from '../../../platform/contract/public.ts'

/** Sentences of the register that is proved. */
export const proofWords = {
  title: { zh: '享受补贴登记', en: 'Register of benefits' },
  against: {
    zh: '登记的状态与变动记录、全平台登记是否一致',
    en: 'the changes of each benefit, and the platform’s registry',
  },
  status: (id: string, status: string, told: string | null): Sentence => ({
    zh: `享受补贴登记 ${id}:所记状态 ${status} 与最近一次变动 ${told ?? '(无)'} 不符。`,
    en: `Benefit ${id}: it stands as ${status}, its newest change says ${told ?? '(none)'}.`,
  }),
  registry: (id: string, lives: boolean): Sentence => ({
    zh: `享受补贴登记 ${id}:本地${lives ? '仍在计' : '已不计'},全平台登记${lives ? '已不计' : '仍在计'}。`,
    en: `Benefit ${id}: here it ${lives ? 'counts' : 'counts no more'}, in the registry it ${lives ? 'does not' : 'still does'}.`,
  }),
  sum: (id: string): Sentence => ({
    zh: `享受补贴登记 ${id}:本地金额与全平台登记的金额不一致。`,
    en: `Benefit ${id}: its sum is another in the registry.`,
  }),
}
