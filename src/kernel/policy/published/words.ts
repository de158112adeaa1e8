import type { Sentence } from '../../../platform/contract/public.ts'

const named = (scheme: string, version: string) => `${scheme} ${version}`

export const words = {
  noticeForm: { zh: '政策公告', en: 'Notice of the scheme' },
  versionTitle: ({ zh, en }: Sentence, version: string): Sentence => ({
    zh: `${zh}(${version} 版)`,
    en: `${en} (version ${version})`,
  }),
  documentNumber: (number: string) => `文号：${number}`,
  publishedOn: (on: string) => `发布日期：${on}`,
  proof: { zh: '发布的政策', en: 'Published versions' },
  proofAgainst: {
    zh: '每个发布的版本与两人确认的内容指纹',
    en: 'each published version beside the hash that two people agreed on',
  },
  documentGone: (scheme: string, version: string): Sentence => ({
    zh: `发布的政策 ${named(scheme, version)} 的文本不见了`,
    en: `the document of the published ${named(scheme, version)} is gone`,
  }),
  documentChanged: (scheme: string, version: string): Sentence => ({
    zh: `发布的政策 ${named(scheme, version)} 的文本已不是发布时的内容`,
    en: `the document of the published ${named(scheme, version)} is no longer what was published`,
  }),
  otherDocument: (scheme: string, version: string): Sentence => ({
    zh: `发布记录 ${named(scheme, version)} 指向另一个政策或版本的文本`,
    en: `the record of ${named(scheme, version)} names the document of another scheme or version`,
  }),
  outOfTurn: (scheme: string, version: string, number: number): Sentence => ({
    zh: `发布的政策 ${named(scheme, version)} 的序号 ${number} 不连续,有发布记录缺失或被改动`,
    en: `${named(scheme, version)} is number ${number}, out of turn: a record of publication is missing or was changed`,
  }),
}
