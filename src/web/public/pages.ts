import { createElement } from 'react'
import { Classes } from './Classes.tsx'
import type {
  AskCodeData,
  AskPhoneData,
  ClassesData,
  CorrectData,
  CorrectedData,
  HomeData,
  MineData,
  MineFileData,
  NoticeData,
  NoticeGoneData,
  NoticesData,
  PoliciesData,
  PolicyData,
  NowhereData,
  OneSubsidyData,
  PaperData,
  ProgressData,
  RecordData,
  ReportData,
  ReportedData,
  SignDigitsData,
  SignDoneData,
  SignPhoneData,
  SignRefusedData,
  SignSelfData,
  SignSmsData,
  Site,
  TroubleData,
} from './data.ts'
import { Home } from './Home.tsx'
import { documentOf } from './Layout.tsx'
import { LostAnywhere, LostHere } from './Lost.tsx'
import { Correct, Corrected, Mine, MineFile } from './Mine.tsx'
import { Notice, NoticeGone } from './Notice.tsx'
import { Notices } from './Notices.tsx'
import { Policies, Policy } from './Policies.tsx'
import { Paper } from './Paper.tsx'
import { OneSubsidy, Progress, Record } from './Progress.tsx'
import { Report, Reported } from './Report.tsx'
import { SignDigits, SignDone, SignPhone, SignRefused, SignSelf, SignSms } from './Sign.tsx'
import { AskCode, AskPhone } from './SignIn.tsx'
import { Today } from './Today.tsx'
import { Trouble } from './Trouble.tsx'

export { ELDER_STYLE, PUBLIC_STYLE } from './Layout.tsx'

/*
 * The public pages, from data to a whole HTML document. Pure: no request, no database, no clock.
 * Their paths are in addresses.ts. Served as text/html; charset=utf-8, with no other resource beside them.
 */

/** `/:district/` */
export function renderHome(data: HomeData): string {
  return documentOf(createElement(Home, data))
}

/** `/:district/learn` 我想学手艺 */
export function renderLearn(data: ClassesData): string {
  return documentOf(createElement(Classes, data))
}

/** `/:district/notices` 正在公示 */
export function renderNotices(data: NoticesData): string {
  return documentOf(createElement(Notices, data))
}

/** `/:district/policies` 现行政策 */
export function renderPolicies(data: PoliciesData): string {
  return documentOf(createElement(Policies, data))
}

/** `/:district/policies/:sha256`, one scheme in force */
export function renderPolicy(data: PolicyData): string {
  return documentOf(createElement(Policy, data))
}

/** `/:district/notices/:id`, one list */
export function renderNotice(data: NoticeData): string {
  return documentOf(createElement(Notice, data))
}

/** The same address once the list is down. */
export function renderNoticeGone(data: NoticeGoneData): string {
  return documentOf(createElement(NoticeGone, data))
}

/** `/:district/r/:code`, what a QR on paper leads to. */
export function renderPaper(data: PaperData): string {
  return documentOf(createElement(Paper, data))
}

/** `/:district/certificate` 我有证书 */
export function renderCertificate(site: Site): string {
  return documentOf(createElement(Today, { site, about: 'certificate' }))
}

/** `/:district/progress` before anybody has signed in, and `/:district/sign-in`: the phone. */
export function renderAskPhone(data: AskPhoneData): string {
  return documentOf(createElement(AskPhone, data))
}

/** The code that came by message, and who of several it is. */
export function renderAskCode(data: AskCodeData): string {
  return documentOf(createElement(AskCode, data))
}

/** `/:district/progress` 我的补贴 */
export function renderProgress(data: ProgressData): string {
  return documentOf(createElement(Progress, data))
}

/** `/:district/progress/record` 我的记录 */
export function renderRecord(data: RecordData): string {
  return documentOf(createElement(Record, data))
}

/** `/:district/progress/:id` 补贴进度和算法 */
export function renderSubsidy(data: OneSubsidyData): string {
  return documentOf(createElement(OneSubsidy, data))
}

/** `/:district/my-information` 我的信息 */
export function renderMine(data: MineData): string {
  return documentOf(createElement(Mine, data))
}

/** The same as a file to be kept and printed. */
export function renderMineFile(data: MineFileData): string {
  return documentOf(createElement(MineFile, data))
}

/** `/:district/my-information/correct` 申请更正 */
export function renderCorrect(data: CorrectData): string {
  return documentOf(createElement(Correct, data))
}

export function renderCorrected(data: CorrectedData): string {
  return documentOf(createElement(Corrected, data))
}

/** `/:district/report/:id` 信息有误,我要反映 */
export function renderReport(data: ReportData): string {
  return documentOf(createElement(Report, data))
}

export function renderReported(data: ReportedData): string {
  return documentOf(createElement(Reported, data))
}

/** `/:district/sign` 上课签到: the six digits */
export function renderSignDigits(data: SignDigitsData): string {
  return documentOf(createElement(SignDigits, data))
}

/** `/:district/sign/:code`, the address of the QR, on a phone that is known for the class. */
export function renderSignSelf(data: SignSelfData): string {
  return documentOf(createElement(SignSelf, data))
}

/** The same on a phone that is not: the number, then the code of the message. */
export function renderSignPhone(data: SignPhoneData): string {
  return documentOf(createElement(SignPhone, data))
}

export function renderSignSms(data: SignSmsData): string {
  return documentOf(createElement(SignSms, data))
}

export function renderSignDone(data: SignDoneData): string {
  return documentOf(createElement(SignDone, data))
}

export function renderSignRefused(data: SignRefusedData): string {
  return documentOf(createElement(SignRefused, data))
}

/** `/:district/problem` 生产技术难题 */
export function renderProblem(site: Site): string {
  return documentOf(createElement(Today, { site, about: 'problem' }))
}

/** `/:district/help` 请村干部帮办 */
export function renderHelp(site: Site): string {
  return documentOf(createElement(Today, { site, about: 'help' }))
}

/** Any other address of a district. */
export function renderLostHere(site: Site): string {
  return documentOf(createElement(LostHere, { site }))
}

/** An address of no district. */
export function renderLostAnywhere(data: NowhereData): string {
  return documentOf(createElement(LostAnywhere, data))
}

/** Any address where something of ours does not work. */
export function renderTrouble(data: TroubleData): string {
  return documentOf(createElement(Trouble, data))
}
