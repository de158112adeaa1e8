import type { Sentence } from '../../../platform/contract/public.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

/** What is refused, and what to do. */
export const refusals = {
  sameUnderWay: say(
    '您要的这份归档正在制作,做好后在“归档”页下载。',
    'You have already asked for this archive and it is being made: it can be saved from the page of archives when it is done.',
  ),
  manyUnderWay: (most: number): Sentence =>
    say(
      `您已有 ${most} 份归档在制作,请等做好一份或取消一份,再要新的。`,
      `${most} archives that you asked for are being made: wait until one is done, or cancel one, before you ask for another.`,
    ),
  notYours: say(
    '这份归档是别人要的,只有本人可以取消。',
    'Somebody else asked for this archive, and only they may cancel it.',
  ),
  over: say(
    '这份归档已经不在制作中,无须取消。',
    'This archive is not being made any more: there is nothing to cancel.',
  ),
  notInFull: say(
    '您的岗位不能要含完整号码的归档。去掉“含完整号码”再试,或请审批岗制作。',
    'Your post may not have an archive with numbers in full. Leave that out, or ask the approver.',
  ),
  notThere: {
    asked: say('这份归档还在排队,做好后再下载。', 'This archive is still waiting to be made: save it when it is done.'),
    running: say('这份归档正在制作,做好后再下载。', 'This archive is being made: save it when it is done.'),
    failed: say('这份归档没有做成,请重新导出。', 'This archive could not be made: ask for it again.'),
    cancelled: say(
      '这份归档已取消,需要时请重新导出。',
      'This archive was cancelled: ask for it again if it is needed.',
    ),
    swept: say(
      '这份归档已过保存期,文件已清除,需要时请重新导出。',
      'This archive was kept for its days and is gone: ask for it again if it is needed.',
    ),
  },
} as const

/** Sentences of the button, its dialog and the page of archives. */
export const words = {
  button: say('归档导出', 'Archive'),
  ask: {
    class: say(
      '本班的全部记录:每一步的依据和去向、表格、档案材料、封存证明和核验工具,不联网也能打开。',
      'Everything recorded of this class: every step with what it rests on, tables, papers, proofs and the tool that checks them. It opens without a network.',
    ),
    person: say(
      '此人的全部记录:学习、考勤、成绩、证书、判定、申领、付款、公示、限制和查询,附封存证明和核验工具,不联网也能打开。',
      'Everything recorded of this person: training, attendance, marks, certificates, decisions, claims, payments, notices, restrictions and look-ups, with proofs and the tool that checks them. It opens without a network.',
    ),
    provider: say(
      '该机构的全部记录:协议、资质、班级、申领、付款和退汇、核查、限制,附封存证明和核验工具,不联网也能打开。学员逐人的记录在班级归档里。',
      'Everything recorded of this provider: agreements, documents, classes, claims, payments and returns, cases, restrictions, with proofs and the tool that checks them. It opens without a network. What each trainee did is in the archive of the class.',
    ),
  },
  background: say(
    '在后台制作,大班约需一分钟,做好后到“归档”页下载。谁要的、为什么,都会记录在案。',
    'It is made in the background, a large class takes about a minute; it is then saved from the page of archives. Who asked for it and why is recorded.',
  ),
  masked: say(
    '证件号、手机号、银行账号一律脱敏。扫描件、照片和截图按原样收入,可能看到面孔和完整号码,请按档案规定保管。',
    'Numbers are masked throughout. Scans, photos and screenshots are as they were handed in and may show faces and full numbers: keep them as files are kept.',
  ),
  reason: say('事由', 'Reason'),
  start: say('开始制作', 'Make it'),
  back: say('返回', 'Back'),
  started: say('已开始制作,做好后到“归档”页下载', 'Being made: save it from the page of archives when it is done'),
  title: say('归档', 'Archives'),
  meta: say(
    '班级、个人、机构的归档,从各自页面要。保存期满自动清除文件,台账长期保留。',
    'Archives of classes, people and providers, asked for on their own pages. The files are swept when their days are over; this list stays.',
  ),
  keptFor: (days: number): Sentence => say(`做好后保存 ${days} 天。`, `Kept for ${days} days once made.`),
  none: say(
    '还没有人要过归档。打开一个班级、一个机构或一个人的时间线,点“归档导出”。',
    'Nobody has asked for an archive yet. Open a class, or the timeline of a provider or a person, and choose “Archive”.',
  ),
  more: say('更早的', 'Earlier ones'),
  columns: {
    what: say('归档', 'Archive'),
    who: say('谁要的', 'Asked for by'),
    why: say('事由', 'Reason'),
    state: say('状态', 'State'),
    hashes: say('SHA-256', 'SHA-256'),
    acts: say('操作', 'Actions'),
  },
  of: { class: say('班级', 'Class'), person: say('个人', 'Person'), provider: say('机构', 'Provider') },
  inFull: say('号码完整', 'numbers in full'),
  wantsFull: say(
    '含完整号码(本人身份证号、手机号、账号和花名册),留痕',
    'With numbers in full (the person’s own and the roster), on record',
  ),
  states: {
    asked: say('排队', 'Waiting'),
    running: say('制作中', 'Being made'),
    done: say('已做好', 'Ready'),
    failed: say('没有做成', 'Not made'),
    cancelled: say('已取消', 'Cancelled'),
    swept: say('已清除', 'Swept'),
  },
  stages: {
    walk: say('收集记录', 'Gathering records'),
    papers: say('档案材料', 'Papers'),
    proofs: say('封存证明', 'Proofs'),
    files: say('照片和其他文件', 'Photos and other files'),
    pages: say('逐页制作', 'Writing pages'),
  },
  progress: (stage: Sentence, done: number, of: number): Sentence =>
    say(`${stage.zh} ${done} / ${of}`, `${stage.en} ${done} / ${of}`),
  until: (day: string): Sentence => say(`保存到 ${day}`, `kept until ${day}`),
  sweptOn: (day: string): Sentence => say(`${day} 到期`, `expired ${day}`),
  taken: (times: number): Sentence =>
    times === 0 ? say('未下载', 'not saved yet') : say(`下载 ${times} 次`, `saved ${times}×`),
  file: say('文件', 'file'),
  manifest: say('清单', 'manifest'),
  save: say('下载', 'Save'),
  saveTitle: say('下载归档', 'Save the archive'),
  saveText: say(
    '下载会记录在案并计入当天导出次数。核验:解压后运行 node check/check-archive.mjs,所报清单哈希应与本页一致。',
    'Saving is recorded and counts towards the day’s exports. To check: unpack it and run node check/check-archive.mjs; the manifest hash it tells must be the one on this page.',
  ),
  saved: say('归档已下载', 'The archive is saved'),
  cancel: say('取消制作', 'Cancel'),
  cancelled: say('已取消', 'Cancelled'),
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
    '证件号、手机号、银行账号按屏幕显示脱敏。扫描件、照片和截图按原样收入。',
    'Identity numbers, phones and accounts are masked as on the screen. Scans, photos and screenshots are as they were handed in.',
  ),
  inFull: say(
    '本归档按所写事由含完整号码,请按涉密程度保管,用后销毁。扫描件、照片和截图按原样收入。',
    'For the reason given this archive bears numbers in full: keep it accordingly, and destroy it after use. Scans, photos and screenshots are as they were handed in.',
  ),
  timeline: say('时间线', 'Timeline'),
  timelineOf: (count: number): Sentence => say(`时间线:${count} 条`, `Timeline: ${count} entries`),
  takenBy: say('制作人', 'Asked for by'),
  takenAt: say('制作时间', 'Made at'),
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
  shared: {
    class: say(
      '协议、资金批次、公示等由多个班共有的记录收入本归档,但不再由此展开到别的班。',
      'What several classes share (agreement, batch, public notice) is in here itself; other classes are not followed from it.',
    ),
    person: say(
      '班级、申领单、批次、公示等与他人共有的记录只收入其本身,不收入他人的记录。',
      'What is shared with others (class, claim, batch, public notice) is in here itself; nothing of other people is.',
    ),
    provider: say(
      '学员逐人的考勤、成绩、判定不在本归档,见各班归档。批次等与别的机构共有的记录只收入其本身。',
      'What each trainee did and was decided is not in here but in the archive of each class. What is shared with other providers (batches) is in here itself.',
    ),
  },
  onlyNamed: say(
    '核对结果逐条列名并注明通过与否(另见表格),不单独成页;其全文在平台上查看。',
    'Answers of checks are named with their outcome (and in a table) and have no page of their own; in full they are read on the platform.',
  ),
  check: say('怎样核验', 'How to check'),
  checkManifest: say(
    'manifest.json 列出每个文件的 SHA-256 和大小;它自己的 SHA-256 记在平台的归档台账里。',
    'manifest.json names the SHA-256 and size of every file; its own SHA-256 is in the platform’s list of archives.',
  ),
  checkAll: say(
    '在装有 Node.js 的任何电脑上,解压后在本文件夹运行下面的命令(不联网):逐个文件、逐条封存证明核验,有改动就指出是哪一个。',
    'On any computer with Node.js, unpack the archive and run this in its folder (no network is needed): it checks every file and every proof, and names what was changed.',
  ),
  checkByHand: say(
    '没有 Node.js 时,用系统自带的工具算出文件的 SHA-256(Windows:certutil -hashfile 文件 SHA256),与 manifest.json 比对。',
    'Without Node.js: have the system compute the SHA-256 of a file (Windows: certutil -hashfile FILE SHA256) and compare it with manifest.json.',
  ),
  checkpoints: say(
    'proofs/checkpoints.txt 是这些记录所在封存的检查点,请与另行保管的检查点或结算单上印的根核对;proofs/public-keys.txt 是验签公钥。',
    'proofs/checkpoints.txt are the checkpoints of the seals that these records are under: compare them with those kept elsewhere or printed on settlement sheets; proofs/public-keys.txt are the public keys.',
  ),
  papers: say('档案材料', 'Papers'),
  lacks: say('缺', 'missing'),
  files: say('照片、截图和其他文件', 'Photos, screenshots and other files'),
  fates: {
    in: say('已收入', 'in this archive'),
    differs: say(
      '已收入,但与上传时的摘要不符,请立即告知审计和管理员。',
      'In this archive, but its bytes are not those that were handed in: tell the auditor and the administrator at once.',
    ),
    numbers: say(
      '未收入:可能含完整号码,只在“含完整号码”的归档里。',
      'Not in here: it may bear numbers in full, and is only in an archive with numbers in full.',
    ),
    emptied: say(
      '未收入:已按保存年限清空,只留摘要。',
      'Not in here: emptied when its years were over; its hash remains.',
    ),
    'too-much': say(
      '未收入:超过归档大小上限,以摘要为准。',
      'Not in here: the archive would be too large; its hash stands.',
    ),
  },
  ofOthers: (count: number): Sentence =>
    say(
      `另有 ${count} 份文件涉及他人,不随本归档带出,请在平台上查看。`,
      count === 1
        ? '1 more file tells of others and does not leave with this archive: it is read on the platform.'
        : `${count} more files tell of others and do not leave with this archive: they are read on the platform.`,
    ),
  leftOut: (count: number, megabytes: number, most: number): Sentence =>
    say(
      `扫描件和文件合计超过 ${most} MB 上限,有 ${count} 份(共 ${megabytes} MB)未收入,下面列有名称和 SHA-256。需要时请在平台上逐份打开,或分班、分人另要归档。`,
      `Scans and files are more than ${most} MB together: ${count} of them (${megabytes} MB) are not in here and are listed with their SHA-256. Open them on the platform, or ask for archives class by class or person by person.`,
    ),
  tables: say('表格', 'Tables'),
  named: say('核对结果(逐条)', 'Answers of checks, one by one'),
  links: say('记录之间的关系', 'How steps are related'),
  steps: say('全部记录', 'All steps'),
  listed: (count: number): Sentence => say(`${count} 条,逐条列出`, `All ${count}, one by one`),
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
