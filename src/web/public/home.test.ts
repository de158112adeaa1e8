import { describe, expect, it } from 'vitest'
import type {
  AskCodeData,
  ClassesData,
  HomeData,
  OneSubsidyData,
  ProgressData,
  PublicClass,
  PublicNotice,
  ReportData,
  ReportedData,
  SignDoneData,
  SignRefusedData,
  SignSelfData,
  SubsidyShown,
} from './data.ts'
import {
  renderAskCode,
  renderAskPhone,
  renderCertificate,
  renderHelp,
  renderHome,
  renderLearn,
  renderLostAnywhere,
  renderLostHere,
  renderNotices,
  renderProblem,
  renderProgress,
  renderReport,
  renderReported,
  renderSignDigits,
  renderSignDone,
  renderSignPhone,
  renderSignRefused,
  renderSignSelf,
  renderSignSms,
  renderSubsidy,
} from './pages.ts'

function givenClass(change: Partial<PublicClass> = {}): PublicClass {
  return {
    id: '0190a1b2-0000-7000-8000-000000000001',
    title: { zh: '养老护理员(五级/初级工)', en: 'Elderly care worker (level 5)' },
    town: { zh: '碧湖镇', en: 'Bihu' },
    site: '成人文化技术学校',
    provider: '演示职业培训学校',
    startsOn: '2022-03-07',
    endsOn: '2022-03-18',
    placesLeft: 6,
    phone: null,
    ...change,
  }
}

const NOTICE: PublicNotice = {
  id: '0190a1b2-0000-7000-8000-000000000002',
  title: { zh: '2022年第3期养老护理员培训补贴', en: 'Care worker training subsidy, class 3 of 2022' },
  people: 32,
  until: '2022-04-01',
}

type AllData = HomeData &
  ClassesData &
  ProgressData &
  OneSubsidyData &
  Omit<AskCodeData, 'problem'> &
  Omit<ReportData, 'subsidy' | 'problem'> &
  ReportedData &
  SignSelfData &
  SignDoneData &
  SignRefusedData & { typed: string; problem: null }

/** As long as a subsidy's page gets: every check the house has, and more. */
const SUBSIDY: SubsidyShown = {
  id: '0190a1b2-0000-7000-8000-000000000003',
  name: '吴*燕',
  title: '2022年第3期 养老护理员(五级/初级工)',
  scheme: { zh: '职业技能培训补贴', en: 'Training subsidy' },
  amountFen: 100_000n,
  status: { zh: '公示中', en: 'On public notice' },
  where: { zh: '预计可领,公示中,尚未发放。', en: 'Proposed; not paid yet.' },
  stopped: false,
  steps: ['培训结束,考核合格', '资料核对', '培训机构确认', '初审、复核', '审批', '公示', '拨付到卡'].map((zh, at) => ({
    title: { zh, en: `Step ${at}` },
    note: { zh: '3月30日 · 经办岗、复核岗', en: '30 March' },
    state: at < 5 ? 'done' : at === 5 ? 'now' : 'next',
  })),
  sum: [{ label: { zh: '补贴标准', en: 'Standard' }, fen: 100_000n, clause: { zh: '目录第3项', en: 'item 3' } }],
  notes: [],
  items: [],
  come: null,
  failed: [],
  passed: Array.from({ length: 40 }, (_, at) => ({
    zh: `第${at}项核对通过了的内容说明`,
    en: `Check number ${at} passed`,
  })),
  unavailable: [{ zh: '还没有核对的一项', en: 'One not asked' }],
  reports: [
    {
      number: 'F-2022-0001',
      kind: { zh: '出勤', en: 'Attendance' },
      on: '2022-04-01',
      answer: null,
      until: '2022-04-08',
    },
  ],
}

function givenHome(change: Partial<AllData> = {}): AllData {
  return {
    locale: 'zh',
    elder: false,
    district: { code: 331102, name: { zh: '莲都区', en: 'Liandu' } },
    bureau: {
      name: { zh: '莲都区人力资源和社会保障局', en: 'Liandu Human Resources and Social Security Bureau' },
      filingNumber: '浙ICP备00000000号',
      supervisionPhone: '0578-0000001',
      consultPhone: '0578-0000002',
    },
    today: '2022-02-25',
    demonstration: null,
    classes: [givenClass()],
    notices: [NOTICE],
    next: null,
    form: { token: 't'.repeat(43), key: 'k'.repeat(22) },
    typed: '',
    problem: null,
    name: '吴*燕',
    subsidies: Array.from({ length: 12 }, (_, at) => ({ ...SUBSIDY, id: `id-${at}` })),
    subsidy: SUBSIDY,
    until: '2022-04-08',
    ask: 'a'.repeat(43),
    code: '',
    shownCode: '123456',
    asksWho: false,
    ticket: 't'.repeat(48),
    sign: {
      classTitle: { zh: '2022年第3期 养老护理员', en: 'Class 3' },
      when: { zh: '3月7日上午', en: '7 March' },
      kind: 'in',
    },
    at: '08:31',
    minutesLate: 12,
    before: false,
    sentence: { zh: '这个码已经换了。', en: 'The code has changed.' },
    step: 'kind',
    kinds: [{ key: 'other', label: { zh: '其他情况', en: 'Something else' } }],
    kind: null,
    said: '',
    number: 'F-2022-0001',
    subsidyId: SUBSIDY.id,
    ...change,
  }
}

const RENDERED = [
  ['home', renderHome],
  ['learn', renderLearn],
  ['notices', renderNotices],
  ['certificate', renderCertificate],
  ['progress', renderProgress],
  ['of one subsidy', renderSubsidy],
  ['that asks for a phone', renderAskPhone],
  ['that asks for a code', renderAskCode],
  ['that asks what is wrong', renderReport],
  ['that has a number', renderReported],
  ['that asks for six digits', renderSignDigits],
  ['that signs a phone that is known', renderSignSelf],
  ['that asks whose phone it is', renderSignPhone],
  ['that asks for the code of a sign', renderSignSms],
  ['that says somebody has signed', renderSignDone],
  ['that says why somebody has not', renderSignRefused],
  ['problem', renderProblem],
  ['help', renderHelp],
  ['of an address that is none', renderLostHere],
] as const

const VERSIONS = (['zh', 'en'] as const).flatMap((locale) => [false, true].map((elder) => ({ locale, elder })))

/** A whole page of classes with long names. */
const FULL = Array.from({ length: 25 }, (_, index) =>
  givenClass({ id: `id-${index}`, provider: '演'.repeat(60), site: '示'.repeat(60) }),
)

describe.each(RENDERED)('the public page %s', (_name, render) => {
  it.each(VERSIONS)('is one document of at most 30,000 bytes ($locale, elder $elder)', (version) => {
    const html = render(givenHome({ ...version, classes: FULL }))
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(30_000)
    expect(html.match(/<!doctype html>/gi)).toHaveLength(1)
    expect(html).toMatch(/^<!doctype html>/i)
  })

  it.each(VERSIONS)('needs no script and asks for nothing else ($locale, elder $elder)', (version) => {
    const html = render(givenHome(version))
    expect(html).not.toMatch(/<script|<iframe|<img|\son\w+=|javascript:/i)
    expect(html).not.toMatch(/\ssrc=|@import|url\(/i)
    const linked = [...html.matchAll(/<link[^>]*href="([^"]*)"/g)].map((found) => found[1] ?? '')
    expect(linked.every((href) => href.startsWith('data:'))).toBe(true)
  })

  it('says in every link where it leads, and leads within the district or to a telephone', () => {
    const html = render(givenHome())
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)]
    expect(links.length).toBe(html.match(/<a[ >]/g)?.length)
    for (const [, href, inside] of links) {
      expect(href).toMatch(/^(\/331102\/|tel:\+?\d+$)/)
      expect((inside ?? '').replace(/<[^>]*>/g, '').trim()).not.toBe('')
    }
  })

  it('ends with the bureau’s full name, filing number and supervision phone, and always offers a human', () => {
    const html = render(givenHome())
    const foot = html.slice(html.indexOf('<footer>'))
    for (const said of ['莲都区人力资源和社会保障局', '浙ICP备00000000号', 'tel:05780000001', 'tel:05780000002']) {
      expect(foot).toContain(said)
    }
  })

  it.each([false, true])('can be switched to the elders’ version and back on its top (elder %s)', (elder) => {
    const html = render(givenHome({ elder }))
    const top = html.slice(html.indexOf('<header>'), html.indexOf('<main>'))
    expect(top).toMatch(elder ? /href="[^"]*elder=0[^"]*">标准版/ : /href="[^"]*elder=1[^"]*">长辈版/)
  })

  it('says that it is a demonstration, and on which day, only where it is one', () => {
    expect(render(givenHome({ demonstration: { businessDate: '2022-02-25' } }))).toContain(
      '业务日期 <span class="day">2022-02-25</span>',
    )
    expect(render(givenHome())).not.toContain('业务日期')
  })
})

describe('the page of an address in no district', () => {
  const districts = Array.from({ length: 100 }, (_, index) => ({
    code: 331100 + index,
    name: { zh: '景宁畲族自治县', en: 'Jingning She Autonomous County' },
    bureau: { zh: '景宁畲族自治县人力资源和社会保障局', en: 'Jingning Human Resources and Social Security Bureau' },
    phone: '0578-0000002',
  }))

  it.each(VERSIONS)(
    'names every district with its home and phone, in 30,000 bytes ($locale, elder $elder)',
    (version) => {
      const html = renderLostAnywhere({ ...version, districts })
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(30_000)
      expect(html.match(/href="\/3311\d\d\//g)).toHaveLength(100)
      expect(html.match(/href="tel:05780000002"/g)).toHaveLength(100)
      expect(html).not.toMatch(/<script|<link[^>]*href="(?!data:)/i)
    },
  )
})

describe('the home page', () => {
  it('shows a class with its dates, town, place and free places', () => {
    const html = renderHome(givenHome())
    expect(html).toContain('养老护理员(五级/初级工)')
    expect(html).toContain('<span class="day">3月7日至18日</span> · 碧湖镇 · 成人文化技术学校')
    expect(html).toContain('还有 6 个名额')
    expect(renderHome(givenHome({ classes: [givenClass({ placesLeft: 0 })] }))).toContain('名额已满')
  })

  it('shows what a provider typed as text, never as markup', () => {
    const title = { zh: '<script>alert(1)</script>"&', en: 'x' }
    const html = renderHome(givenHome({ classes: [givenClass({ title, site: '<b onclick=x>' })] }))
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;')
    expect(html).not.toMatch(/<script|<b onclick/)
  })

  it('says in a sentence that there is no class and no notice', () => {
    const html = renderHome(givenHome({ classes: [], notices: [] }))
    expect(html).toContain('目前没有正在报名的班')
    expect(html).toContain('目前没有正在公示的名单')
  })

  it('keeps the language and the larger letters in every link to another page', () => {
    const html = renderHome(givenHome({ locale: 'en', elder: true }))
    expect(html).toContain('<html lang="en" class="elder">')
    expect(html).toContain('href="/331102/progress?elder=1&amp;lang=en"')
  })

  it('has the ways alone in the elders’ version, the notices among them', () => {
    const html = renderHome(givenHome({ elder: true }))
    expect(html.match(/class="go/g)).toHaveLength(5)
    expect(html).toContain('href="/331102/notices?elder=1"')
    expect(html).not.toMatch(/近期开班|<h2>/)
  })

  it('links a class to its own card on the page of classes', () => {
    const data = givenHome()
    expect(renderHome(data)).toContain('href="/331102/learn#c-0190a1b2-0000-7000-8000-000000000001"')
    expect(renderLearn(data)).toContain('id="c-0190a1b2-0000-7000-8000-000000000001"')
  })
})

describe('the page of classes', () => {
  it('says before signing up that one may come without a subsidy', () => {
    const html = renderLearn(givenHome())
    expect(html.indexOf('不能享受的,也可以来学')).toBeGreaterThan(0)
    expect(html.indexOf('不能享受的,也可以来学')).toBeLessThan(html.indexOf('怎么报名'))
  })

  it('says of a refused subsidy which check did not pass before any that did, and folds it nowhere', () => {
    const failed = [{ zh: '未领取养老待遇', en: 'Draws no pension' }]
    const html = renderSubsidy(givenHome({ subsidy: { ...SUBSIDY, stopped: true, failed } }))
    const told = html.indexOf('“未领取养老待遇”没有通过')
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThan(html.indexOf('class="ok once"'))
    expect(html).toContain(`看全部 ${SUBSIDY.passed.length + SUBSIDY.unavailable.length + 1} 项`)
  })

  it('leads on to the next page of a long list, in the same language', () => {
    const html = renderLearn(givenHome({ locale: 'en', next: 'key-25' }))
    expect(html).toContain('href="/331102/learn?lang=en&amp;after=key-25"')
    expect(renderLearn(givenHome())).not.toContain('after=')
  })

  it('shows the provider’s phone, or else the bureau’s', () => {
    const html = renderLearn(givenHome({ classes: [givenClass({ phone: '0578-0000009' })] }))
    expect(html).toContain('tel:05780000009')
    expect(renderLearn(givenHome())).not.toContain('tel:05780000009')
  })
})
