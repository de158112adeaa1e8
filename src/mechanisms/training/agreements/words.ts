import type { Sentence } from '../../../platform/contract/public.ts'

export const words = {
  notMade: {
    zh: '协议没有保存,请按下面列出的全部问题修改后再提交',
    en: 'The agreement was not saved: correct everything listed below and send it again',
  },
  notRegistered: {
    zh: '培训机构没有登记,请按下面列出的全部问题修改后再提交',
    en: 'The provider was not put on file: correct everything listed below and send it again',
  },
  nameTaken: (name: string): Sentence => ({
    zh: `“${name}”已经登记过,不用再登记,请直接从列表中选择`,
    en: `${name} is on file already: choose it from the list`,
  }),
  noProvider: { zh: '没有这家培训机构,请重新选择', en: 'There is no such provider: choose again' },
  endsBeforeItBegins: (from: string, to: string) => ({
    zh: `截止日 ${to} 早于开始日 ${from},请改为同日或之后`,
    en: `It ends on ${to}, before it begins on ${from}: give the same day or a later one`,
  }),
  noItems: {
    zh: '至少填写一项:职业、最高等级和培训地点',
    en: 'Add at least one item: an occupation, its highest level and a site',
  },
  unknownOccupation: (id: string) => ({
    zh: `职业目录中没有“${id}”,请从目录中选择`,
    en: `“${id}” is not in the list of occupations: choose one from it`,
  }),
  unknownLevel: (level: string) => ({
    zh: `没有“${level}”这个等级,请从一级至五级中选择`,
    en: `There is no level “${level}”: choose one of the ladder`,
  }),
  foreignSite: {
    zh: '这个培训地点不是该机构的,请重新选择或先登记地点',
    en: 'This site is not one of the provider’s: choose another, or file it first',
  },
  twice: (first: number) => ({
    zh: `与第${first}项的职业和地点相同,请合并为一项`,
    en: `The same occupation and site as item ${first}: make them one`,
  }),
  overlaps: (number: string, from: string, to: string) => ({
    zh: `同一职业、同一地点已有协议 ${number}(${from} 至 ${to}),日期不能重叠`,
    en: `Agreement ${number} (${from} to ${to}) already covers this occupation at this site: the dates may not overlap`,
  }),
  cover: {
    noAgreement: (occupation: Sentence) => ({
      zh: `本机构的协议里没有“${occupation.zh}”,请先与人社局签订`,
      en: `No agreement of this provider covers ${occupation.en}: sign one with the bureau first`,
    }),
    site: (number: string, agreed: string, asked: string) => ({
      zh: `协议 ${number} 约定的培训地点是“${agreed}”,不是“${asked}”`,
      en: `Agreement ${number} is for the site “${agreed}”, not “${asked}”`,
    }),
    level: (number: string, highest: Sentence, asked: Sentence) => ({
      zh: `协议 ${number} 的最高等级为${highest.zh},本班为${asked.zh}`,
      en: `Agreement ${number} goes up to ${highest.en}; this class is ${asked.en}`,
    }),
    start: (number: string, from: string, to: string, startsOn: string) => ({
      zh: `协议 ${number} 自 ${from} 至 ${to} 有效,不含开班日 ${startsOn}`,
      en: `Agreement ${number} is in force from ${from} to ${to}, not on the first day ${startsOn}`,
    }),
    end: (number: string, to: string, endsOn: string) => ({
      zh: `协议 ${number} 至 ${to} 到期,早于结束日 ${endsOn}`,
      en: `Agreement ${number} ends on ${to}, before the last day ${endsOn}`,
    }),
  },
  instructor: {
    notFiled: {
      zh: '教师没有登记,请按下面列出的全部问题修改',
      en: 'The instructor was not filed: correct everything listed below',
    },
  },
  trail: {
    agreement: (number: string) => ({ zh: `培训协议 ${number}`, en: `Agreement ${number}` }),
    provider: { zh: '培训机构', en: 'Provider' },
    inForce: { zh: '有效期', en: 'In force' },
    document: { zh: '文件', en: 'Document' },
    items: { zh: '职业与最高等级', en: 'Occupations and highest levels' },
  },
} as const

/** Sentences for what the schema promises about agreements, sites, rooms and instructors. */
export const agreementConstraintWords = {
  one_organisation_per_name: {
    zh: '同名的单位已经登记过,请从列表中选择',
    en: 'An organisation of that name is on file already: choose it from the list',
  },
  one_site_per_name: {
    zh: '这家机构已经登记了同名的培训地点,请换一个名称或使用已有的',
    en: 'This provider already has a site of that name: choose another name or use that site',
  },
  one_room_per_name: {
    zh: '这个培训地点已经登记了同名的教室,请换一个名称',
    en: 'This site already has a room of that name: choose another name',
  },
  one_filing_an_instructor: {
    zh: '这位教师已经在这家机构登记过,不必再登记',
    en: 'This instructor is already filed with this provider',
  },
  one_agreement_number: {
    zh: '协议编号已被使用,请再试一次',
    en: 'The agreement number is taken: please try again',
  },
} as const satisfies Record<string, Sentence>
