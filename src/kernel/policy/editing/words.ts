import type { Sentence } from '../../../platform/contract/public.ts'
import { MANY } from './rules.ts'

export const words = {
  noDraft: { zh: '没有这份草稿,请回到政策列表核对', en: 'There is no such draft: look it up in the list of schemes' },
  noVersion: {
    zh: '没有这个版本,请回到政策列表核对',
    en: 'There is no such version: look it up in the list of schemes',
  },
  schemeThere: (scheme: string): Sentence => ({
    zh: `已有代码为 ${scheme} 的政策,请换一个代码,或者从那项政策起草`,
    en: `There is a scheme ${scheme} already: take another code, or begin from that scheme`,
  }),
  fileNotRead: (count: number): Sentence => ({
    zh: `文件有 ${count} 处写得不对,没有建草稿。请改好再导入`,
    en: `The file has ${count} fault${count === 1 ? '' : 's'} and no draft was begun: put it right and take it in again`,
  }),
  noRevision: { zh: '没有这一次保存,请刷新页面', en: 'There is no such revision: load the page again' },
  closed: {
    discarded: { zh: '草稿已搁置,请先恢复再修改', en: 'The draft was put aside: take it up again first' },
    published: {
      zh: '草稿已发布,不能再改;请从这一版另起草稿',
      en: 'The draft was published: begin another from that version',
    },
  },
  savedMeanwhile: (name: string, revision: number): Sentence => ({
    zh: `${name}已在您之后保存了第 ${revision} 次,您的修改还在页面上,没有覆盖。请先看过那一次保存,再决定保留哪些`,
    en: `${name} has saved revision ${revision} since you opened the draft. Your changes are still on the page and nothing was overwritten: look at that revision, then decide what to keep`,
  }),
  savedByAnother: {
    zh: '另一位同事刚刚保存了这份草稿,您的修改没有覆盖。请刷新后核对',
    en: 'A colleague has just saved the draft and nothing was overwritten: load it again',
  },
  waitsAlready: {
    zh: '这份草稿已提请发布,正等待另一人复核',
    en: 'The draft is proposed already and waits for another person',
  },
  editedSince: {
    zh: '提请之后草稿又改过,所提请的已不是现在的内容;请重新提请',
    en: 'The draft was saved since it was proposed: it has to be proposed again',
  },
  otherSeen: {
    zh: '您看到的不是所提请的内容,请刷新后再决定',
    en: 'What you have seen is not what was proposed: load the page again',
  },
  otherThanProposed: {
    zh: '草稿保存的内容与提请时的指纹不符,没有发布。请退回,并告诉审计人员运行核验',
    en: 'What is saved is not what was proposed, by its hash, and nothing was published. Send it back, and have the auditor run the verification',
  },
  answeredAlready: { zh: '这次提请已经办结,请刷新页面', en: 'The proposal was answered already: load the page again' },
  ownProposal: {
    zh: '提请人本人不能发布,请由另一位有发布权限的同事办理',
    en: 'Who proposed it does not publish it: another person has to',
  },
  notTheProposer: { zh: '只有提请人本人可以撤回', en: 'Only its proposer takes it back' },
  reasonNeeded: { zh: '退回须写明理由', en: 'Say why it is sent back' },
  notReady: (count: number): Sentence => ({
    zh: `还有 ${count} 处不符合发布条件,请逐条处理`,
    en: `${count} thing${count === 1 ? ' keeps' : 's keep'} it from being published: see to each`,
  }),
  sameStatus: { zh: '草稿已经是这个状态,请刷新页面', en: 'The draft is in that state already: load the page again' },
  faulty: (count: number): Sentence => ({
    zh: `内容有 ${count} 处填写不合要求`,
    en: `the document has ${count} fault${count === 1 ? '' : 's'}`,
  }),
  redCases: (names: readonly string[]): Sentence => ({
    zh: `有 ${names.length} 个案例与预期不符:${names.slice(0, 5).join('、')}`,
    en: `${names.length} case${names.length === 1 ? ' comes' : 's come'} out otherwise than expected: ${names.slice(0, 5).join(', ')}`,
  }),
  example: (clause: string): Sentence => ({
    zh: `“${clause}”还是示例;本县已正式使用,请换成本县的文件再发布`,
    en: `“${clause}” is still an example: a county in real use publishes its own document in its place`,
  }),
  decidedSince: (from: string, count: number): Sentence => ({
    zh: `起日 ${from} 已过,此后发生的事实已认定 ${count >= MANY ? `${MANY} 件以上` : `${count} 件`}:发布后它们不变,需要按新规定的,请逐件重新认定`,
    en: `It begins on ${from}, which is past, and ${count >= MANY ? `${MANY} or more` : count} of what happened since ${count === 1 ? 'is' : 'are'} decided: that stands, and whom the new rule should reach is decided anew`,
  }),
  nothingChanged: {
    zh: '与现行版本完全一样,没有需要发布的修改',
    en: 'it says nothing else than the version in force: there is nothing to publish',
  },
  checkUnderWay: {
    zh: '检查还没有做完,仍在进行;请过一两分钟再办',
    en: 'The check is not finished and goes on: try again in a minute or two',
  },
  checkBusy: {
    zh: '现在同时检查政策的人太多,这一份还没有检查;请过一两分钟再点“检查”',
    en: 'Too many schemes are being checked at the moment and this one was not: check it again in a minute or two',
  },
  checkTooLong: (seconds: number): Sentence => ({
    zh: `检查超过 ${seconds} 秒没有做完,已经停止,草稿没有变。请过一会再点“检查”;若总是如此,请减少标准表的行数,或联系系统管理员`,
    en: `The check took more than ${seconds} seconds and was stopped; the draft is as it was. Check it again later; if it stays so, shorten its rate tables or ask the administrator`,
  }),
  checkTooLarge: {
    zh: '政策太大,检查时内存不够,已经停止,草稿没有变。请减少标准表的行数,或联系系统管理员',
    en: 'The scheme is too large to be checked and the check was stopped; the draft is as it was. Shorten its rate tables or ask the administrator',
  },
  publishedTogether: {
    zh: '另一份政策正好同时发布,这一份没有发布;请再点一次',
    en: 'Another scheme was published at the same moment and this one was not: try once more',
  },
}

const listed = (names: readonly string[]) => names.join('、')

type Told = { readonly documentNumber: string; readonly title: Sentence; readonly version: string }

/** What the public is told of a version that begins. */
export const noticeWords = {
  title: ({ title }: Told): Sentence => ({ zh: `关于施行《${title.zh}》的公告`, en: `Notice: ${title.en}` }),
  begins: ({ documentNumber, title, version }: Told, from: string, to: string | undefined): Sentence => ({
    zh: `根据${documentNumber},《${title.zh}》(${version}版)自 ${from} 起施行${to ? `,至 ${to} 止` : ''}。`,
    en: `By ${documentNumber}, “${title.en}” (version ${version}) is in force from ${from}${to ? ` to ${to}` : ''}.`,
  }),
  replaces: (versions: readonly string[], moment: Sentence, from: string): Sentence => ({
    zh: `${listed(versions)}版同时停止施行。以${moment.zh}的日期为准:${from} 以前的仍按原版本办理,已经作出的认定和已经生成的申领单不变。`,
    en: `Version ${versions.join(', ')} ends with it. What counts is the day ${moment.en}: earlier ones follow the former version, and what was decided or claimed already stands.`,
  }),
  changes: { zh: '修改的内容:', en: 'What changes:' },
  changed: (label: Sentence, before: Sentence, after: Sentence): Sentence => ({
    zh: `${label.zh}:由“${before.zh}”改为“${after.zh}”;`,
    en: `${label.en}: from “${before.en}” to “${after.en}”;`,
  }),
  added: (label: Sentence, after: Sentence | undefined): Sentence => ({
    zh: `新增 ${label.zh}${after ? `:${after.zh}` : ''};`,
    en: `added: ${label.en}${after ? `: ${after.en}` : ''};`,
  }),
  removed: (label: Sentence, before: Sentence | undefined): Sentence => ({
    zh: `取消 ${label.zh}${before ? `(原为:${before.zh})` : ''};`,
    en: `no longer: ${label.en}${before ? ` (was: ${before.en})` : ''};`,
  }),
  anew: { zh: '这是一项新的政策。', en: 'This is a new scheme.' },
  example: {
    zh: '本政策含有示例数值,尚待以正式文件为准。',
    en: 'Some figures are examples until the county’s own document replaces them.',
  },
  asked: { zh: '如有疑问,请拨打本局电话咨询。', en: 'If you have questions, phone the bureau.' },
}
