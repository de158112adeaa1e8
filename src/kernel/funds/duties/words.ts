import type { Sentence } from '../../../platform/contract/public.ts'
import type { Duty, HandDuty } from './rules.ts'

export const HAND_WORDS: Record<HandDuty, Sentence> = {
  beneficiary: { zh: '学员', en: 'trainee' },
  instruction: { zh: '授课教师', en: 'instructor' },
  confirmation: { zh: '机构确认', en: 'provider’s confirmation' },
  'initial-review': { zh: '初审', en: 'initial review' },
  'second-review': { zh: '复核', en: 'second review' },
  approval: { zh: '审批', en: 'approval' },
  'sending-back': { zh: '批准后退回', en: 'sending back' },
  'batch-making': { zh: '制单', en: 'making of the batch' },
  'batch-signing': { zh: '签批', en: 'signing of the batch' },
}

/** What each duty is called in a sentence, by the permission it takes. */
const DUTY_NAMES: Record<string, Sentence> = {
  'class.file': { zh: '提交开班申请', en: 'submission of the class' },
  'class.review': { zh: '开班审核', en: 'review of the class' },
  'claim.confirm': HAND_WORDS.confirmation,
  'claim.initial-review': HAND_WORDS['initial-review'],
  'claim.second-review': HAND_WORDS['second-review'],
  'claim.approve': HAND_WORDS.approval,
  'claim.send-back': HAND_WORDS['sending-back'],
  'notice.publish': { zh: '公示', en: 'publication' },
  'objection.write': { zh: '登记异议', en: 'taking of an objection' },
  'batch.make': HAND_WORDS['batch-making'],
  'batch.sign': HAND_WORDS['batch-signing'],
  'batch.export': { zh: '导出银行清单', en: 'export of the bank’s list' },
  'batch.return-file': { zh: '处理回盘文件', en: 'application of the return file' },
  'account.correct': { zh: '提出账户更正', en: 'proposal of another account' },
  'account.confirm': { zh: '确认账户更正', en: 'confirmation of another account' },
  'recovery.propose': { zh: '提出追回', en: 'proposal of a recovery' },
  'recovery.confirm': { zh: '确认追回', en: 'confirmation of a recovery' },
  'recovery.receive': { zh: '登记追回到账', en: 'entry of money got back' },
  'decision.propose': { zh: '提出重新认定', en: 'proposal to decide anew' },
  'decision.confirm': { zh: '确认重新认定', en: 'confirmation of a decision given anew' },
}

const nameOf = (duty: string): Sentence => DUTY_NAMES[duty] ?? { zh: duty, en: duty }

/** Why somebody may not take a duty on a claim. */
export const words = {
  hand: (hand: HandDuty, duty: Duty): Sentence => {
    if (hand === 'beneficiary') {
      return {
        zh: '您本人在这件申领单的学员名单上,不能办理本件。请由他人办理',
        en: 'You are on this claim’s own list of trainees and cannot act on it; somebody else must',
      }
    }
    if (hand === 'instruction') {
      return {
        zh: '您是这个班的授课教师,不能办理本件。请由他人办理',
        en: 'You taught this class and cannot act on its claim; somebody else must',
      }
    }
    if (duty === 'claim.initial-review' || duty === 'claim.second-review' || duty === 'claim.approve') {
      return {
        zh: `初审、复核和审批须由不同的人办理;您已办理过本件的${HAND_WORDS[hand].zh}`,
        en: `The two reviews and the approval are given by different people; you have already given the ${HAND_WORDS[hand].en} of this claim`,
      }
    }
    return {
      zh: `您已承担过${HAND_WORDS[hand].zh},不能再办理本件的${nameOf(duty).zh},请由他人办理`,
      en: `you have taken the ${HAND_WORDS[hand].en} and cannot take the ${nameOf(duty).en} as well; somebody else must do this`,
    }
  },
  ownOrganisation: {
    zh: '您在提出本件的机构有账号,不能办理本件。请由他人办理',
    en: 'You have an account at the organisation that brings this claim and cannot act on it; somebody else must',
  },
  keptApart: (done: string, duty: Duty) => ({
    zh: `您已办理过${nameOf(done).zh},本地规定它与${nameOf(duty).zh}由不同的人办理。请由他人办理`,
    en: `You have done the ${nameOf(done).en}, which this county keeps apart from the ${nameOf(duty).en}; somebody else must do this`,
  }),
} as const
