import type { Sentence } from '../../../platform/contract/public.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

/** Sentences of the button and its dialog. */
export const words = {
  button: say('归档导出', 'Export the archive'),
  title: say('归档导出', 'Export the archive'),
  ask: say(
    '导出本班的全部记录:每一步依据和去向、表格、档案材料、封存证明和校验工具。证件号、手机号、银行账号在记录里一律脱敏;扫描件是纸质材料原样,可能印有完整号码,请按档案规定保管。导出人和事由会记录在案。大班要等一两分钟。',
    'Takes out everything recorded of this class: every step with what it rests on, tables, papers, proofs and the tool that checks them. Numbers are masked throughout; scans are the papers as they are and may bear full numbers: keep them as files are kept. Who took it out and why is recorded. A large class takes a minute or two.',
  ),
  reason: say('导出事由', 'Reason'),
  cancel: say('取消', 'Cancel'),
  done: say('归档已导出', 'The archive is taken out'),
  fileName: say('归档', 'archive'),
} as const

/** What the pages of an archive say; each in both languages, because whoever opens it has no switch. */
export const pageWords = {
  archive: say('归档', 'Archive'),
  opens: say(
    '本归档不依赖山匠平台:用任何浏览器打开 index.html 即可阅读和打印,不需要联网。',
    'This archive needs nothing of the platform: open index.html in any browser, without a network.',
  ),
  masked: say(
    '证件号、手机号、银行账号按屏幕显示脱敏。扫描件为纸质材料原样。',
    'Identity numbers, phones and accounts are masked as on the screen. Scans are the papers as they are.',
  ),
  takenBy: say('导出人', 'Taken out by'),
  takenAt: say('导出时间', 'Taken out at'),
  reason: say('事由', 'Reason'),
  count: say('记录', 'Steps'),
  proved: say('附封存证明', 'With proof of the seal'),
  notProved: say('尚未封存', 'Not sealed yet'),
  differing: say('与封存不符', 'Not as sealed'),
  cut: (most: number): Sentence =>
    say(
      `记录超过 ${most} 条,其余未收入本归档,请在平台追溯页查看。`,
      `There are more than ${most} steps; those beyond are not in this archive and are read on the platform.`,
    ),
  shared: say(
    '协议、资金批次、公示等由多个班共有的记录收入本归档,但不再由此展开到别的班。',
    'What several classes share (agreement, batch, public notice) is in here itself; other classes are not followed from it.',
  ),
  onlyNamed: say(
    '核对结果逐条列名并注明通过与否(另见表格),不单独成页;其全文在平台上查看。',
    'Answers of checks are named with their outcome (and in a table) and have no page of their own; in full they are read on the platform.',
  ),
  check: say('怎样核验', 'How to check'),
  checkManifest: say(
    'manifest.json 列出每个文件的 SHA-256 和大小;它自己的 SHA-256 在导出时记入平台台账。',
    'manifest.json names the SHA-256 and size of every file; its own SHA-256 is in the record of the platform.',
  ),
  checkProof: say(
    '装有 Node.js 的任何电脑上,在本文件夹运行下面的命令,核验一条记录确在封存之下:',
    'On any computer with Node.js, in this folder, this command checks that a row is under its seal:',
  ),
  checkpoints: say(
    'proofs/checkpoints.txt 是库外检查点,请与另行保管的检查点或结算单上印的根核对;proofs/public-keys.txt 是验签公钥。',
    'proofs/checkpoints.txt are the checkpoints kept outside: compare them with those kept elsewhere or printed on settlement sheets; proofs/public-keys.txt are the public keys.',
  ),
  papers: say('档案材料', 'Papers'),
  lacks: say('缺', 'missing'),
  scanTooMuch: say('未收入(超过大小上限),以哈希为准', 'not included (too large together); its hash stands'),
  tables: say('表格', 'Tables'),
  named: say('核对结果(逐条)', 'Answers of checks, one by one'),
  links: say('记录之间的关系', 'How steps are related'),
  steps: say('全部记录', 'All steps'),
  restsOn: say('依据', 'Rests on'),
  leadsTo: say('去向', 'Leads to'),
  elsewhere: (count: number): Sentence =>
    say(
      `另有 ${count} 项不属于本归档,未收入。`,
      count === 1 ? '1 more is not part of this archive.' : `${count} more are not part of this archive.`,
    ),
  proof: say('封存证明', 'Proof of the seal'),
  noProof: say('本步由其所依据的记录证明。', 'This step is proved by the records it rests on.'),
  notYet: say('本条尚未封存(约每分钟封存一次)。', 'Not sealed yet (about a minute after it was written).'),
  differs: say(
    '本条与封存时不同,不能出具证明,请立即告知审计和管理员。',
    'This row is not what was sealed and no proof can be given: tell the auditor and the administrator at once.',
  ),
  back: say('回到目录', 'To the index'),
} as const

/** What kinds of steps are called on the index. */
export const KIND_NAMES: Readonly<Record<string, Sentence>> = {
  'account-correction': say('账户更正', 'Account corrections'),
  agreement: say('协议', 'Agreements'),
  amendment: say('考勤更正', 'Amendments'),
  'attendance-sheet': say('考勤表', 'Attendance sheets'),
  'attendance-sign': say('签到签退', 'Signs'),
  batch: say('资金批次', 'Batches'),
  'budget-line': say('预算指标', 'Budget lines'),
  certificate: say('证书', 'Certificates'),
  'certificate-look-up': say('证书查询', 'Look-ups of certificates'),
  'certificate-screenshot': say('证书查询截图', 'Screenshots'),
  claim: say('申领单', 'Claims'),
  'claim-confirmation': say('申领确认', 'Confirmations of claims'),
  'claim-line': say('申领明细', 'Lines of claims'),
  'claim-review': say('审核', 'Reviews'),
  class: say('班级', 'Class'),
  'comparison-letter': say('比对函', 'Letters of comparison'),
  decision: say('政策判定', 'Decisions'),
  enrolment: say('学员', 'Enrolments'),
  entitlement: say('享受记录', 'Entitlements'),
  fact: say('事实', 'Facts'),
  finding: say('审计发现', 'Findings'),
  'history-source': say('历史发放', 'Past payments'),
  inspection: say('检查', 'Inspections'),
  'insured-list': say('参保名单', 'Lists of the insured'),
  'letter-answer': say('比对回函', 'Answers to letters'),
  'line-hold': say('暂缓', 'Holds'),
  'live-session': say('现场课次', 'Live sessions'),
  'live-sign': say('现场签到', 'Live signs'),
  mark: say('成绩', 'Marks'),
  'mark-sheet': say('成绩表', 'Mark sheets'),
  muster: say('考勤汇总', 'Musters'),
  objection: say('异议', 'Objections'),
  override: say('例外放行', 'Overrides'),
  payment: say('付款', 'Payments'),
  'province-difference': say('与省平台差异', 'Differences with the province'),
  'province-import': say('省平台结果', 'Results of the province'),
  'province-list': say('省平台预审名单', 'Lists for the province'),
  'public-notice': say('公示', 'Public notices'),
  recovery: say('追回', 'Recoveries'),
  'recovery-receipt': say('追回到账', 'Receipts of recoveries'),
  'register-hit': say('比对命中', 'Hits in registers'),
  restriction: say('限制', 'Restrictions'),
  'restriction-reply': say('限制申辩', 'Replies to restrictions'),
  'return-file': say('银行回盘', 'Files of the bank'),
  'review-draw': say('复审抽派', 'Draws of reviewers'),
  'roster-import': say('花名册', 'Rosters'),
  sample: say('抽样', 'Samples'),
  session: say('课次', 'Sessions'),
  signature: say('签批', 'Signatures'),
  'suspicion-case': say('疑点核查', 'Cases'),
}
