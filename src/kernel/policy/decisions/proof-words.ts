import type { Sentence } from '../../../platform/contract/public.ts'
import type { Unreadable } from './kept-program.ts'
import { sayYuan } from '../deciding/words.ts'

const UNPROVED: Record<Unreadable, Sentence> = {
  'pack-missing': { zh: '所依据的政策版本已不在', en: 'the version of the policy it rests on is gone' },
  'pack-changed': { zh: '所依据的政策版本被改过', en: 'the version of the policy it rests on was changed' },
  'pack-unreadable': { zh: '所依据的政策版本读不出', en: 'the version of the policy it rests on cannot be read' },
}

/** Sentences of decisions that are proved. */
export const proofWords = {
  title: { zh: '政策判定', en: 'Decisions' },
  against: {
    zh: '判定自身的哈希;用留存的政策版本和事实重新判定的结果',
    en: 'their own hashes; what the kept policy answers to the kept facts now',
  },
  changed: (id: string): Sentence => ({
    zh: `政策判定 ${id}:依据或结果与判定时的哈希不符,被改过。`,
    en: `Decision ${id}: what it rests on or says is not what its hash was taken of; it was changed.`,
  }),
  differs: (id: string, kept: bigint, again: bigint): Sentence => ({
    zh: `政策判定 ${id}:所记结果为${sayYuan(kept).zh},用留存的政策和事实重新判定为${sayYuan(again).zh}。`,
    en: `Decision ${id}: it says ${sayYuan(kept).en}; the kept policy and facts come to ${sayYuan(again).en}.`,
  }),
  unproved: (id: string, why: Unreadable): Sentence => ({
    zh: `政策判定 ${id}:无法重新判定,${UNPROVED[why].zh}。`,
    en: `Decision ${id}: it cannot be decided again; ${UNPROVED[why].en}.`,
  }),
}
