import type { Sentence } from '../../../platform/contract/public.ts'
import { formatYuan } from '../../values/public.ts'
import { STATUS_WORDS } from '../claims/words.ts'
import type { ClaimStatus } from '../claims/rules.ts'

export const CAUSE_WORDS = {
  original: { zh: '首次认定', en: 'First decision' },
  'changed-fact': { zh: '事实更正', en: 'A fact was corrected' },
  appeal: { zh: '申诉成立', en: 'An appeal was upheld' },
  'related-decision': { zh: '相关认定变化', en: 'A related decision changed' },
  'rule-correction': { zh: '规则更正', en: 'The rules were corrected' },
  manual: { zh: '人工认定', en: 'Decided by people' },
} as const satisfies Record<string, Sentence>

/** Sentences of deciding anew. */
export const words = {
  title: { zh: '重新认定', en: 'Decided anew' },
  causes: CAUSE_WORDS,
  version: { zh: '政策版本', en: 'Version of the scheme' },
  yuan: (fen: bigint): Sentence => ({ zh: `${formatYuan(fen)} 元`, en: `¥${formatYuan(fen)}` }),

  missing: { zh: '没有这份认定。', en: 'There is no such decision.' },
  noRedecision: { zh: '没有这项重新认定。', en: 'There is no such proposal to decide anew.' },
  notTogether: {
    zh: '一次只能重新认定同一个班、同一项政策的人员,请分开提出。',
    en: 'Only people of one class under one scheme are decided anew at once: propose them apart.',
  },
  followedAlready: {
    zh: '这份认定之后已有新的认定。请刷新,从最后一份认定提出。',
    en: 'This decision is followed by another already. Reload, and begin from the last one.',
  },
  notClaimed: {
    zh: '此人还不在任何申领单上,等生成申领单后再提出重新认定。',
    en: 'The person is in no claim yet: decide anew once there is one.',
  },
  isInstalment: {
    zh: '以后各期到期时由系统按首期认定再核对,不单独重新认定;首期有误的,请重新认定首期',
    en: 'A later instalment is read again on its day from the first one’s decision: decide the first anew',
  },
  noVersion: {
    zh: '这项政策在当时的日期没有施行的版本,不能重新认定。请先订正政策的施行日期。',
    en: 'No version of the scheme is in force for these days: correct the dates of the scheme first.',
  },
  atTheProvince: {
    zh: '这项政策由省平台发放,请在省平台更正;本平台不改省平台的认定。',
    en: 'The province pays this scheme: have it corrected there; nothing is decided anew here.',
  },
  notCorrected: (version: string): Sentence => ({
    zh: `没有对版本 ${version} 作出更正的政策版本。规则没有更正的,请选择其他原因。`,
    en: `No version of the scheme corrects version ${version}. Where the rules were not corrected, choose another cause.`,
  }),
  sameAgain: {
    zh: '重新认定的结果与现行认定相同,没有需要改的。事实有误的,请先更正事实(考勤、成绩、证书),再重新认定。',
    en: 'It would come to the same, so there is nothing to change. If a fact is wrong, correct it first (attendance, marks, certificate) and decide anew.',
  },
  seenOther: {
    zh: '内容已变化:现在重新认定的结果与您看到的不同。请重新预览后再提出。',
    en: 'The content has changed: it would come to something else than you saw. Look at the preview again, then propose.',
  },
  recordsChanged: {
    zh: '提出以后记录又有变化,现在的结果与提出时不同。请不同意这一项(写明原因),再重新提出。',
    en: 'Records have changed since it was proposed and it would come to something else. Decline it with the reason, and have it proposed again.',
  },
  waitsAlready: {
    zh: '这份认定已有一项重新认定在等另一人确认。请先办完那一项。',
    en: 'A proposal to decide this anew waits for another person already: finish that one first.',
  },
  ownProposal: {
    zh: '提出的人不能自己确认,请由另一人确认。',
    en: 'Whoever proposed it cannot confirm it: another person must.',
  },
  notYours: {
    zh: '确认重新认定由复核岗、审批岗办理。',
    en: 'A reviewer or an approver confirms it.',
  },
  notTheProposer: {
    zh: '只有提出的人可以撤回;您可以不同意。',
    en: 'Only whoever proposed it takes it back; you can decline it.',
  },
  answeredAlready: {
    zh: '这一项已经办结。请刷新后查看。',
    en: 'It is answered already. Reload to see it.',
  },
  reasonMissing: { zh: '请写明原因(至少两个字)。', en: 'Say why (two characters at least).' },
  paperMissing: {
    zh: '人工认定须附上依据材料(扫描件或照片),请提出的人补上后再确认。',
    en: 'A manual decision needs the paper it rests on: the proposer adds it before it is confirmed.',
  },
  paperRefused: { zh: '材料须是图片(PNG、JPEG)或 PDF', en: 'a paper is a picture (PNG, JPEG) or a PDF' },
  paperGone: { zh: '没有这份材料。', en: 'There is no such paper.' },
  paperTooLate: {
    zh: '这一项已经办结,不能再附材料。',
    en: 'It is answered already: no paper is added any more.',
  },
  manualMissing: {
    zh: '人工认定须写明结论、金额和条款。',
    en: 'A manual decision says its outcome, its amount and its clause.',
  },
  manualUnasked: {
    zh: '只有“人工认定”可以写明结论和金额,其他原因由政策算出。',
    en: 'Only a manual decision says its outcome and amount; otherwise the scheme computes them.',
  },
  manualNoAmount: {
    zh: '符合条件的,金额须大于 0;不符合条件的,金额写 0。',
    en: 'An eligible person has an amount above nothing; who is not eligible has none.',
  },
  nothingToSettle: {
    zh: '没有需要处理的差额,或要等申领单先办完。请刷新后查看。',
    en: 'There is no difference to settle, or a claim has to be finished first. Reload to see.',
  },
  aboutMissing: { zh: '没有这件反映或异议。', en: 'There is no such report or objection.' },

  because: (cause: keyof typeof CAUSE_WORDS): Sentence => ({
    zh: `有人重新认定(${CAUSE_WORDS[cause].zh})`,
    en: `somebody was decided anew (${CAUSE_WORDS[cause].en.toLowerCase()})`,
  }),
  said: {
    reason: { zh: '原因说明', en: 'Reason' },
    follows: { zh: '原认定', en: 'The decision it follows' },
    made: { zh: '新认定', en: 'The decision it became' },
    cause: { zh: '认定方式', en: 'How it came about' },
  },
  tooMany: (most: number): Sentence => ({
    zh: `筛选结果超过 ${most} 项,请按月份或原因分几次导出。`,
    en: `More than ${most} match: export them by month or by cause.`,
  }),
  exportName: { zh: '重新认定', en: 'decided-anew' },
  states: {
    waiting: { zh: '待另一人确认', en: 'Waits for another person' },
    confirmed: { zh: '已确认', en: 'Confirmed' },
    declined: { zh: '未同意', en: 'Declined' },
    withdrawn: { zh: '已撤回', en: 'Taken back' },
  },
  columns: {
    on: { zh: '提出日期', en: 'Proposed on' },
    cause: { zh: '原因', en: 'Cause' },
    people: { zh: '人员', en: 'People' },
    class: { zh: '班级', en: 'Class' },
    scheme: { zh: '政策', en: 'Scheme' },
    state: { zh: '状态', en: 'State' },
    was: { zh: '原金额(元)', en: 'Was (yuan)' },
    now: { zh: '新金额(元)', en: 'Now (yuan)' },
    difference: { zh: '差额(元)', en: 'Difference (yuan)' },
    document: { zh: '依据文件', en: 'Document' },
    clause: { zh: '条款', en: 'Clause' },
    proposedBy: { zh: '提出', en: 'Proposed by' },
    confirmedBy: { zh: '确认', en: 'Confirmed by' },
  },

  then: {
    none: { zh: '金额不变,只更新认定', en: 'The amount stays; only the decision is another' },
    'not-known': { zh: '还缺信息,待核实后再定', en: 'Something is missing: to be verified first' },
    more: (yuan: string): Sentence => ({
      zh: `补发 ${yuan} 元:另生成一张补发申领单,照常确认、审核、公示、支付`,
      en: `¥${yuan} more: a supplement is claimed, confirmed, reviewed, published and paid as any claim`,
    }),
    less: (yuan: string): Sentence => ({
      zh: `追回 ${yuan} 元:提出追回,由另一人审定`,
      en: `¥${yuan} less: a recovery is proposed, and another person decides it`,
    }),
    inReview: (number: string): Sentence => ({
      zh: `还没有支付:申领单 ${number} 按新的认定重新生成,资金重新预留`,
      en: `Not paid yet: claim ${number} is made anew and its money reserved again`,
    }),
    sendBack: (number: string, status: ClaimStatus): Sentence => ({
      zh: `申领单 ${number} 现为“${STATUS_WORDS[status].zh}”:须先退回,再按新的认定重新生成;退回以前不能支付`,
      en: `Claim ${number} is “${STATUS_WORDS[status].en}”: it has to be sent back and made anew, and is not paid before`,
    }),
    inBatch: (number: string): Sentence => ({
      zh: `申领单 ${number} 在支付中:撤回批次并退回申领单,或等银行付成后补发、追回差额`,
      en: `Claim ${number} is being paid: withdraw the batch and send it back, or the difference is settled once the bank has paid`,
    }),
  },
} as const
