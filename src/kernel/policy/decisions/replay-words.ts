import type { Sentence } from '../../../platform/contract/public.ts'
import { sayYuan } from '../deciding/words.ts'
import type { KeptDecision } from './store.ts'

const ANSWERS: Record<KeptDecision['answer'], Sentence> = {
  eligible: { zh: '符合条件', en: 'eligible' },
  'not-eligible': { zh: '不符合条件', en: 'not eligible' },
  'not-known': { zh: '待核实', en: 'not known' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
}

/** What a replay found, line by line. */
export const replayWords = {
  hash: (same: boolean, sha256: Buffer): Sentence => {
    const short = sha256.toString('hex').slice(0, 16)
    return same
      ? { zh: `判定内容与当时的摘要一致(${short}…)`, en: `What was decided has the digest it had then (${short}…)` }
      : {
          zh: `判定内容与当时的摘要不符(${short}…),被改过`,
          en: `What was decided is not what its digest was taken of (${short}…)`,
        }
  },
  pack: (scheme: string, version: string, sha256: Buffer): Sentence => {
    const short = sha256.toString('hex').slice(0, 16)
    return {
      zh: `按当时的政策版本 ${scheme} ${version}(${short}…)重算`,
      en: `Decided again by the version of then, ${scheme} ${version} (${short}…)`,
    }
  },
  answer: (same: boolean, then: KeptDecision['answer'], now: KeptDecision['answer']): Sentence =>
    same
      ? { zh: `结论相同:${ANSWERS[now].zh}`, en: `The same answer: ${ANSWERS[now].en}` }
      : {
          zh: `结论不同:当时${ANSWERS[then].zh},重算${ANSWERS[now].zh}`,
          en: `Another answer: ${ANSWERS[then].en} then, ${ANSWERS[now].en} now`,
        },
  amount: (same: boolean, then: bigint, now: bigint): Sentence =>
    same
      ? { zh: `金额相同:${sayYuan(now).zh}`, en: `The same amount: ${sayYuan(now).en}` }
      : {
          zh: `金额不同:当时 ${sayYuan(then).zh},重算 ${sayYuan(now).zh}`,
          en: `Another amount: ${sayYuan(then).en} then, ${sayYuan(now).en} now`,
        },
  trace: {
    same: { zh: '推算过程逐字相同', en: 'The way to it is the same to the letter' },
    worded: {
      zh: '推算过程相同(个别说明文字后来改过)',
      en: 'The way to it is the same (some of its words were put otherwise since)',
    },
    differs: { zh: '推算过程不同', en: 'The way to it differs' },
  } satisfies Record<string, Sentence>,
}
