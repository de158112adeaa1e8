import type { Sentence } from '../../../platform/contract/public.ts'
import type { Difference, LookUpOutcome } from './rules.ts'

export const OUTCOME_WORDS = {
  agrees: { zh: '查到,一致', en: 'Found, agrees' },
  differs: { zh: '查到,不一致', en: 'Found, differs' },
  'not-found': { zh: '查无此证', en: 'Not found' },
} as const satisfies Record<LookUpOutcome, Sentence>

export const DIFFERENCE_WORDS = {
  name: { zh: '姓名', en: 'name' },
  level: { zh: '等级', en: 'level' },
  occupation: { zh: '职业(工种)', en: 'occupation' },
  date: { zh: '发证日期', en: 'date of issue' },
} as const satisfies Record<Difference, Sentence>

export function differencesText(differing: readonly Difference[]): Sentence {
  return {
    zh: differing.map((each) => DIFFERENCE_WORDS[each].zh).join('、'),
    en: differing.map((each) => DIFFERENCE_WORDS[each].en).join(', '),
  }
}

/** What the checks X01 and X02 say. */
export const findings = {
  otherProvince: (province: string, provinces: readonly string[]): Sentence => ({
    zh: `证书编号里的省份代码是${province},本地认可的是${provinces.join('、')}`,
    en: `The certificate number names province ${province}; recognised here: ${provinces.join(', ')}`,
  }),
  numberFits: { zh: '编号规则、年份、等级与登记一致', en: 'Form, year and level fit' },
  numberWrong: (number: string, why: Sentence): Sentence => ({
    zh: `证书 ${number}:${why.zh}。请核对证书原件`,
    en: `Certificate ${number}: ${why.en}. Check it against the certificate itself`,
  }),
  numberingUnknown: (kind: Sentence): Sentence => ({
    zh: `${kind.zh}的编号规则尚未掌握,无法核对编号`,
    en: `How this kind is numbered is not known here (${kind.en}); its number cannot be checked`,
  }),
  numberingNone: (kind: Sentence): Sentence => ({
    zh: `${kind.zh}没有统一编号,不核对`,
    en: `Has no common numbering: ${kind.en}`,
  }),
  certificateOf: (number: string): Sentence => ({ zh: `证书 ${number}`, en: `Certificate ${number}` }),
  noCertificate: { zh: '没有证书,不核对', en: 'Has no certificate; nothing to check' },
  notOnASite: (kind: Sentence): Sentence => ({
    zh: `${kind.zh}不在查询网站上,不查验`,
    en: `Stands on no look-up site: ${kind.en}`,
  }),
  notLookedUp: (number: string): Sentence => ({
    zh: `证书 ${number} 尚未查验,请先登记证书查验`,
    en: `Certificate ${number} has not been looked up yet; look it up first`,
  }),
  tooOld: (number: string, lookedOn: string, days: number): Sentence => ({
    zh: `证书 ${number} 的查验(${lookedOn})已超过${days}天,请重新查验`,
    en: `Certificate ${number} was looked up on ${lookedOn}, more than ${days} days ago; look it up again`,
  }),
  agrees: (lookedOn: string, site: Sentence): Sentence => ({
    zh: `${lookedOn} 在${site.zh}查到,一致`,
    en: `Found on ${lookedOn}, agrees (${site.en})`,
  }),
  notFound: (number: string, lookedOn: string, site: Sentence): Sentence => ({
    zh: `证书 ${number} 在${site.zh}查无此证(${lookedOn})`,
    en: `Certificate ${number} was not found (${site.en}, ${lookedOn})`,
  }),
  differs: (number: string, lookedOn: string, site: Sentence, what: Sentence): Sentence => ({
    zh: `证书 ${number} 在${site.zh}查到的${what.zh}与登记不一致(${lookedOn})`,
    en: `Certificate ${number} was found with another ${what.en} (${site.en}, ${lookedOn})`,
  }),
  evidence: (lookedOn: string): Sentence => ({ zh: `${lookedOn} 的查验和截图`, en: `The look-up of ${lookedOn}` }),
} as const

/** Why a look-up or a screenshot is not taken, and what to do. */
export const refusals = {
  groupMissing: { zh: '没有这个班,或者它还没有证书。', en: 'There is no such class, or it has no certificates yet.' },
  notTaken: {
    zh: '查验没有登记。请按下列说明改正后再保存,已填的内容仍在。',
    en: 'The look-up was not recorded. Correct it as listed and save again; what you filled in is still there.',
  },
  inFuture: (lookedOn: string, today: string): Sentence => ({
    zh: `查验日期 ${lookedOn} 在今天(${today})之后`,
    en: `The day of the look-up, ${lookedOn}, is after today, ${today}`,
  }),
  unknownSite: { zh: '请选择本地认可的查询网站', en: 'Choose one of the county’s look-up sites' },
  notOfThisClass: {
    zh: '有证书不属于这个班,或已被更正后的成绩登记表取代,请刷新页面',
    en: 'A certificate is not of this class, or a corrected sheet has replaced it; reload the page',
  },
  twice: (number: string): Sentence => ({ zh: `证书 ${number} 填了两次`, en: `Certificate ${number} is given twice` }),
  beforeIssue: (number: string, lookedOn: string, issuedOn: string): Sentence => ({
    zh: `证书 ${number} 于 ${issuedOn} 发证,不可能在 ${lookedOn} 查到`,
    en: `Certificate ${number} was issued on ${issuedOn} and cannot have been looked up on ${lookedOn}`,
  }),
  earlierThanNewest: (number: string, lookedOn: string, newest: string): Sentence => ({
    zh: `证书 ${number} 已有 ${newest} 的查验,不能再登记更早(${lookedOn})的`,
    en: `Certificate ${number} was looked up on ${newest} already; an earlier look-up (${lookedOn}) cannot follow it`,
  }),
  sayWhatDiffers: (number: string): Sentence => ({
    zh: `证书 ${number} 不一致,请勾选哪一项不一致`,
    en: `Certificate ${number} differs: say in what`,
  }),
  onlyDiffering: (number: string): Sentence => ({
    zh: `证书 ${number} 没有不一致,不应勾选不一致的项目`,
    en: `Certificate ${number} does not differ, so nothing may be named as differing`,
  }),
  meanwhile: {
    zh: '他人刚刚查验了其中的证书,没有登记。页面已刷新,请核对后再保存。',
    en: 'Somebody else has just looked some of these certificates up, so nothing was recorded. The page is up to date again: look, then save.',
  },
  meanwhileOne: (number: string): Sentence => ({
    zh: `证书 ${number} 已有更新的查验`,
    en: `Certificate ${number} has a newer look-up`,
  }),
  screenshotMissing: {
    zh: '有截图不存在或不是这个班的,请重新上传截图。',
    en: 'A screenshot does not exist or is another class’s; upload it again.',
  },
  screenshotRefused: { zh: '截图没有收下。', en: 'The screenshot was not taken.' },
  screenshotEmpty: { zh: '截图是空文件,请重新截图', en: 'The file is empty; take the screenshot again' },
  screenshotTooLarge: (megabytes: number): Sentence => ({
    zh: `截图超过${megabytes} MB,请截取窗口而不是整屏,或分几张上传`,
    en: `The screenshot is larger than ${megabytes} MB; take the window only, or several`,
  }),
  screenshotNoImage: {
    zh: '截图应是 PNG、JPEG 图片或 PDF;这个文件的内容不是(改了扩展名也不行),请另存为图片后上传',
    en: 'A screenshot is a PNG, a JPEG or a PDF; what is in this file is none of them, whatever its name. Save it as a picture, then upload it',
  },
  screenshotCut: (format: Sentence): Sentence => ({
    zh: `这个 ${format.zh} 文件不完整,末尾缺失,请重新截图`,
    en: `This ${format.en} has lost its end; take the screenshot again`,
  }),
} as const

/** Sentences for what the schema defends. */
export const constraintWords = {
  a_certificate_once_a_look_up: {
    zh: '同一次查验里一张证书只能填一次。请刷新后重新登记。',
    en: 'A certificate is told once in a look-up. Reload and record it again.',
  },
  a_screenshot_is_kept_once_a_group: {
    zh: '这张截图刚刚已上传过。请刷新后勾选它。',
    en: 'This screenshot has just been uploaded. Reload and choose it.',
  },
} as const satisfies Record<string, Sentence>

/** What the trail of a look-up says. */
export const trailWords = {
  title: (lookedOn: string, site: Sentence) => ({
    zh: `证书查验 ${lookedOn} · ${site.zh}`,
    en: `Certificate look-up ${lookedOn} · ${site.en}`,
  }),
  certificate: (number: string, outcome: Sentence) => ({
    zh: `证书 ${number} · ${outcome.zh}`,
    en: `Certificate ${number} · ${outcome.en}`,
  }),
  screenshotTitle: (fileName: string) => ({ zh: `查验截图 ${fileName}`, en: `Screenshot ${fileName}` }),
  group: { zh: '班级', en: 'Class' },
  site: { zh: '查询网站', en: 'Site' },
  lookedOn: { zh: '查验日期', en: 'Looked up on' },
  by: { zh: '查验人', en: 'Looked up by' },
  recordedAt: { zh: '登记时间', en: 'Recorded at' },
  agreeing: { zh: '一致', en: 'Agreeing' },
  differing: { zh: '不一致', en: 'Differing' },
  missing: { zh: '查无此证', en: 'Not found' },
  file: { zh: '文件', en: 'File' },
  fingerprint: { zh: '内容指纹(SHA-256)', en: 'Fingerprint (SHA-256)' },
  uploadedAt: { zh: '上传时间', en: 'Uploaded at' },
  whereToOpen: { zh: '打开方式', en: 'To open it' },
  onThePage: { zh: '在本班的证书查验页打开,打开会留痕', en: 'on the look-up page of the class; opening is recorded' },
} as const

/** What the pages say. */
export const words = {
  title: { zh: '证书查验', en: 'Certificate look-ups' },
  meta: {
    zh: '在全国或省的网站查证书,登记结果和截图;发放前每张等级证书都要查验',
    en: 'Look certificates up on the national or provincial site and record what it shows, with a screenshot, before they are paid for',
  },
  metaNoted: {
    zh: '在全国或省的网站查证书,登记结果和截图;本地未查验的只作提示',
    en: 'Look certificates up on the national or provincial site and record what it shows; here, not having done so is only noted',
  },
  waitingOnly: { zh: '待查验', en: 'Waiting' },
  withDoubt: { zh: '有不一致或查无', en: 'Differing or not found' },
  class: { zh: '班级', en: 'Class' },
  organisation: { zh: '培训机构', en: 'Provider' },
  certificates: { zh: '证书', en: 'Certificates' },
  waiting: { zh: '待查验', en: 'Waiting' },
  agreeing: { zh: '一致', en: 'Agreeing' },
  differing: { zh: '不一致', en: 'Differing' },
  missing: { zh: '查无', en: 'Not found' },
  noneWaiting: { zh: '没有待查验的证书。', en: 'No certificate waits to be looked up.' },
  none: {
    zh: '还没有证书。培训机构导入成绩登记表后,证书在这里列出。',
    en: 'There are no certificates yet; they are listed here once a provider has imported a mark sheet.',
  },
  openClass: { zh: '打开班级', en: 'Open the class' },
  toClass: { zh: '证书查验', en: 'Look certificates up' },

  no: { zh: '序号', en: 'No.' },
  holder: { zh: '持证人', en: 'Holder' },
  identity: { zh: '身份证号', en: 'Identity number' },
  number: { zh: '证书编号', en: 'Certificate number' },
  level: { zh: '等级', en: 'Level' },
  issuedOn: { zh: '发证日期', en: 'Issued on' },
  newest: { zh: '最近一次查验', en: 'Newest look-up' },
  notYet: { zh: '未查验', en: 'Not looked up' },
  tooOld: { zh: '已过期', en: 'too old' },
  mark: { zh: '本次查到', en: 'What the site shows' },
  agrees: { zh: '一致', en: 'Agrees' },
  differs: { zh: '不一致', en: 'Differs' },
  notFound: { zh: '查无', en: 'Not found' },
  whatDiffers: { zh: '哪一项不一致', en: 'What differs' },
  numberWrong: { zh: '编号有误', en: 'Number is wrong' },
  copyNumber: { zh: '复制编号', en: 'Copy the number' },
  copied: { zh: '证书编号已复制', en: 'The number is copied' },
  occupation: { zh: '职业(工种)', en: 'Occupation' },
  allOfThem: { zh: '全部', en: 'All' },

  lookedOn: { zh: '查验日期', en: 'Looked up on' },
  site: { zh: '查询网站', en: 'Site' },
  openSite: { zh: '打开网站', en: 'Open the site' },
  screenshots: { zh: '截图', en: 'Screenshots' },
  upload: { zh: '查询结果截图', en: 'Screenshot of what the site shows' },
  uploadHint: {
    zh: '可直接 Ctrl+V 粘贴截图;不超过 5 MB',
    en: 'a screenshot can be pasted with Ctrl+V; at most 5 MB',
  },
  pastedName: { zh: '粘贴的截图', en: 'pasted-screenshot' },
  uploaded: { zh: '已上传,会随本次查验保存', en: 'Uploaded; it will be kept with this look-up' },
  attached: (count: number) => ({
    zh: `本次查验附 ${count} 张截图`,
    en: `${count} ${count === 1 ? 'screenshot' : 'screenshots'} with this look-up`,
  }),
  attach: (fileName: string) => ({ zh: `附上 ${fileName}`, en: `Attach ${fileName}` }),
  open: { zh: '打开', en: 'Open' },
  opening: { zh: '截图(打开已留痕)', en: 'Screenshot (opening it was recorded)' },
  save: (count: number) => ({ zh: `保存查验(${count}张)`, en: `Record the look-up (${count})` }),
  saved: (count: number) => ({ zh: `已登记 ${count} 张证书的查验`, en: `The look-up of ${count} was recorded` }),
  needsMark: {
    zh: '还没有标记:逐张按 Y 一致、D 不一致、N 查无',
    en: 'Nothing is marked yet: press Y, D or N on each',
  },
  needsScreenshot: { zh: '还缺截图', en: 'A screenshot is still missing' },
  needsDate: { zh: '还没有填查验日期', en: 'The day of the look-up is missing' },
  needsSite: { zh: '还没有选查询网站', en: 'The site is not chosen' },
  needsDifference: {
    zh: '有“不一致”的没有勾选是哪一项',
    en: 'Somewhere it is not said what differs',
  },
  kept: {
    zh: '未保存的标记留在本机这个窗口里,刷新不丢;也可以先保存一部分。',
    en: 'Marks not yet saved stay in this window over a reload; a part can be saved first.',
  },
  clear: { zh: '清除标记', en: 'Clear the mark' },
  next: { zh: '下一张', en: 'Next' },
  previous: { zh: '上一张', en: 'Previous' },
  history: { zh: '查验记录', en: 'Look-ups so far' },
  noHistory: { zh: '本班还没有登记过查验。', en: 'No look-up has been recorded for this class yet.' },
  line: (agreeing: number, differing: number, missing: number) => ({
    zh: `一致 ${agreeing} · 不一致 ${differing} · 查无 ${missing}`,
    en: `${agreeing} agree · ${differing} differ · ${missing} not found`,
  }),
  trail: { zh: '追溯', en: 'Trail' },
  noSuch: { zh: '没有符合条件的证书。', en: 'No certificate is so.' },
} as const
