import type { Sentence } from '../../../../platform/contract/public.ts'
import { ROLES } from '../../../access/rules.ts'

/** A post by its code, as a sentence. */
export const postOf = (role: string): Sentence => (ROLES as Record<string, Sentence>)[role] ?? { zh: role, en: role }

/** Several posts, any of which will do. */
export const postsOf = (roles: readonly string[]): Sentence => ({
  zh: roles.map((role) => postOf(role).zh).join('、'),
  en: roles.map((role) => postOf(role).en).join(', '),
})

/** Sentences of the approval on one page (审批单). */
export const words = {
  sheet: { zh: '审批单', en: 'Approval sheet' },
  list: { zh: '待我审批', en: 'To approve' },
  listMeta: { zh: '按生成先后排列,最早的在前。', en: 'The oldest first.' },
  emptyList: { zh: '没有待您审批的申领单。', en: 'No claim waits for your approval.' },
  more: { zh: '再看一些', en: 'More' },
  copy: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '链接已复制', en: 'The link was copied' },
  lacking: (count: number) => ({
    zh: `${count} 件没有可抽取的复核人,请指定`,
    en: `${count} ${count === 1 ? 'claim has' : 'claims have'} nobody to be drawn for the second review: name somebody`,
  }),
  heads: { zh: '人数', en: 'People' },
  sum: { zh: '合计金额', en: 'Sum' },
  line: { zh: '预算项目', en: 'Budget line' },
  available: { zh: '可用余额', en: 'Still available' },
  availableNote: { zh: '本件已预留,批准后可用余额不变', en: 'reserved already: approving leaves it as it is' },
  committed: { zh: '已承诺(批准前 → 批准后)', en: 'Committed (before → after)' },
  doubts: { zh: '疑点和例外', en: 'Doubts and exceptions' },
  noDoubts: {
    zh: '没有待核实、不予补贴、未核对、放行或疑点处置',
    en: 'Nobody held or refused, nothing unanswered, let go or suspected',
  },
  held: (count: number) => ({ zh: `待核实 ${count} 人`, en: `${count} held` }),
  refused: (count: number) => ({ zh: `不予补贴 ${count} 人`, en: `${count} refused` }),
  /** A check or condition is called by what it asks for: who did not come up to it is said to. */
  notMet: (label: string, count: number) => ({
    zh: `“${label}”不符或待查 ${count} 人`,
    en: `not “${label}”: ${count}`,
  }),
  notAsked: (label: string, count: number) => ({ zh: `${label} ${count} 人`, en: `${label}: ${count}` }),
  unanswered: (count: number) => ({ zh: `未能核对 ${count} 项`, en: `${count} checks without an answer` }),
  overrides: (count: number) => ({ zh: `放行 ${count} 处`, en: `${count} let go by two people` }),
  override: (checkId: string, document: string, until: string) => ({
    zh: `${checkId}:${document},至 ${until}`,
    en: `${checkId}: ${document}, until ${until}`,
  }),
  cases: (count: number) => ({ zh: `疑点处置单 ${count} 件`, en: `${count} suspicion case${count === 1 ? '' : 's'}` }),
  caseOpen: (number: string) => ({ zh: `${number} 未结`, en: `${number}, open` }),
  caseConcluded: (number: string) => ({ zh: `${number} 已有结论`, en: `${number}, concluded` }),
  proposal: { zh: '审核意见', en: 'What is proposed' },
  confirmedBy: (who: string, on: string, onPaper: boolean) => ({
    zh: onPaper ? `机构确认:${on}(纸质,${who} 登记)` : `机构确认:${who},${on}`,
    en: onPaper
      ? `Confirmed by its provider on ${on} (on paper, recorded by ${who})`
      : `Confirmed by its provider: ${who}, ${on}`,
  }),
  passedBy: (duty: string, who: string, on: string) => ({
    zh: `${duty}:${who},${on},建议发放`,
    en: `${who} proposes to pay (${duty}, ${on})`,
  }),
  standingIn: { zh: '(代岗)', en: ' (standing in)' },
  minutes: { zh: '会议纪要编号', en: 'Number of the minutes' },
  minutesHint: {
    zh: '本金额须经会议研究,请填会议纪要编号。',
    en: 'A sum of this size is decided in a meeting: give the number of its minutes.',
  },
  approvedBy: { zh: '审批权限', en: 'Who approves' },
  approve: (count: number) => ({ zh: `同意(${count}人)`, en: `Approve (${count})` }),
  approveTitle: { zh: '审批同意', en: 'Approve' },
  returnIt: { zh: '退回(一次写全理由)', en: 'Return, with all reasons' },
  details: { zh: '看申领单全部人员', en: 'See everybody' },
  print: { zh: '打印审批单', en: 'Print' },
  approvedDone: { zh: '已同意', en: 'Approved' },
  number: { zh: '申领单号', en: 'Claim' },
  contentBegins: (beginning: string) => ({ zh: `内容摘要 ${beginning}…`, en: `Content hash ${beginning}…` }),
  minutesMissing: {
    zh: '本金额须填会议纪要编号,请填写后再同意。',
    en: 'A sum of this size takes the number of the minutes: give it, then approve.',
  },
  notYourBand: (yuan: string, posts: Sentence): Sentence => ({
    zh: `本件 ${yuan} 元,由${posts.zh}审批,不在您的权限内`,
    en: `This claim is of ¥${yuan} and is approved by: ${posts.en}; it is not within your post`,
  }),
} as const
