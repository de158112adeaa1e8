import { createElement } from 'react'
import { Classes } from './Classes.tsx'
import type { ClassesData, HomeData, NoticeData, NoticeGoneData, NoticesData, NowhereData, Site } from './data.ts'
import { Home } from './Home.tsx'
import { documentOf } from './Layout.tsx'
import { LostAnywhere, LostHere } from './Lost.tsx'
import { Notice, NoticeGone } from './Notice.tsx'
import { Notices } from './Notices.tsx'
import { Today } from './Today.tsx'

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

/** `/:district/notices/:id`, one list */
export function renderNotice(data: NoticeData): string {
  return documentOf(createElement(Notice, data))
}

/** The same address once the list is down. */
export function renderNoticeGone(data: NoticeGoneData): string {
  return documentOf(createElement(NoticeGone, data))
}

/** `/:district/certificate` 我有证书 */
export function renderCertificate(site: Site): string {
  return documentOf(createElement(Today, { site, about: 'certificate' }))
}

/** `/:district/progress` 补贴进度查询 */
export function renderProgress(site: Site): string {
  return documentOf(createElement(Today, { site, about: 'progress' }))
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
