/** Sentences of the public pages: plain, short, said to the reader. No promise of dates for money, nobody's name. */
export const words = {
  productName: { zh: '山匠', en: 'Shanjiang' },
  elder: { zh: '长辈版', en: 'Larger' },
  standard: { zh: '标准版', en: 'Standard' },
  otherLanguage: { zh: 'English', en: '中文' },
  toHome: { zh: '返回首页', en: 'Back to home' },
  demonstration: (date: string) => ({
    zh: `演示数据 · 业务日期 ${date}`,
    en: `Demonstration data · business date ${date}`,
  }),
  foot: {
    host: (bureau: string) => ({ zh: `${bureau} 主办`, en: `Hosted by ${bureau}` }),
    filing: { zh: '备案号:', en: 'Filing number: ' },
    noFiling: { zh: '演示环境,未备案', en: 'none, this is a demonstration' },
    supervision: { zh: '监督电话:', en: 'Supervision: ' },
  },
  show: { zh: '字号与语言', en: 'Type size and language' },
  aHuman: { zh: '找人帮忙', en: 'Ask a person' },
  call: { zh: '打电话咨询', en: 'Phone us' },
  helper: { zh: '请村干部帮办', en: 'Help in your village' },

  home: {
    title: { zh: '学手艺、领补贴,少跑腿', en: 'Learn a trade, get the subsidy, make fewer trips' },
    lead: { zh: '不用下载,不用登录就能看。', en: 'Nothing to download; no sign-in to look.' },
    classes: { zh: '近期开班', en: 'Classes starting soon' },
    noClasses: {
      zh: '目前没有正在报名的班。请打电话告诉我们:您住哪个乡镇、想学什么。',
      en: 'No class is open for sign-up now. Phone us and say where you live and what you would like to learn.',
    },
    allClasses: { zh: '看全部班次', en: 'See all classes' },
    notices: { zh: '正在公示', en: 'Public notices' },
    noNotices: { zh: '目前没有正在公示的名单。', en: 'No list is on public notice now.' },
  },
  learn: {
    title: { zh: '我想学手艺', en: 'I want to learn a trade' },
    short: { zh: '看看附近的政府补贴培训班', en: 'Subsidised classes near you' },
    lead: { zh: '下面是正在报名的班。', en: 'These classes are open for sign-up.' },
    none: {
      zh: '目前没有正在报名的班。请打电话告诉我们:您住哪个乡镇、想学什么。',
      en: 'No class is open for sign-up now. Phone us and say where you live and what you would like to learn.',
    },
    signUp: { zh: '怎么报名', en: 'How to sign up' },
    signUpNow: {
      zh: '网上报名还没有开通。请打班里的电话报名,带身份证到场。',
      en: 'Online sign-up is not open yet. Phone the number of the class, and bring your identity card.',
    },
    ask: {
      zh: '打电话时请先问清:您能不能享受补贴。不能享受的,也可以来学,但费用自理。',
      en: 'When you phone, ask first whether you qualify for the subsidy. If not, you may still come, at your own cost.',
    },
  },
  certificate: {
    title: { zh: '我有证书', en: 'I have a certificate' },
    short: { zh: '查证书,看能领什么补贴', en: 'Check it, and see which subsidy it may bring' },
    lead: {
      zh: '网上查询还没有开通。今天可以这样办:',
      en: 'The online look-up is not open yet. What you can do today:',
    },
    steps: [
      {
        zh: '准备好证书和身份证,看清证书上的工种、等级、发证日期。',
        en: 'Have the certificate and your identity card at hand: occupation, level and date of issue.',
      },
      {
        zh: '打电话咨询,说出工种和等级,问能不能领补贴。',
        en: 'Phone us with the occupation and level, and ask whether it brings a subsidy.',
      },
      {
        zh: '电话里不用报身份证号和银行卡号。',
        en: 'You need not give identity or bank card numbers by phone.',
      },
    ],
  },
  progress: {
    title: { zh: '补贴进度查询', en: 'Where is my subsidy?' },
    short: { zh: '走到哪一步、怎么算的', en: 'How far it is, and how it was worked out' },
    lead: {
      zh: '本人网上查询还没有开通。今天可以这样查:',
      en: 'Looking it up yourself is not open yet. What you can do today:',
    },
    steps: [
      {
        zh: '问给您上课的培训机构:资料交了没有、审核到哪一步。',
        en: 'Ask your training provider whether the papers were sent, and how far the review is.',
      },
      {
        zh: '或者打电话咨询,报姓名、培训班名称和开班时间。',
        en: 'Or phone us with your name, the class and when it began.',
      },
      {
        zh: '公示名单在本网站“正在公示”里看。公示无异议后按财政进度拨付。',
        en: 'Lists on public notice are on this site. Without objection, payment follows at the treasury’s pace.',
      },
    ],
  },
  problem: {
    title: { zh: '生产技术难题', en: 'A problem at work' },
    short: { zh: '请技能大师上门看看', en: 'Ask a master craftsman to come and look' },
    lead: {
      zh: '网上提交还没有开通。今天可以这样办:',
      en: 'Sending it online is not open yet. What you can do today:',
    },
    steps: [
      {
        zh: '打电话咨询,说清楚:什么作物、什么设备、出了什么问题、在哪个村。',
        en: 'Phone us and say which crop or machine, what is wrong, and in which village.',
      },
      {
        zh: '方便的话先拍几张照片留着,技能大师来看时用得上。',
        en: 'If you can, take a few photos; they will help the master craftsman.',
      },
    ],
  },
  help: {
    title: { zh: '请村干部帮办', en: 'Ask a village cadre to help' },
    lead: {
      zh: '不会用手机、不方便出门,可以请人帮忙。',
      en: 'If the phone is hard to use, or it is hard to go out, somebody may help.',
    },
    steps: [
      {
        zh: '找村(社区)干部,或让家里人帮忙,请他们打下面的咨询电话。',
        en: 'Ask your village cadre, or somebody in the family, to phone the number below.',
      },
      {
        zh: '帮您办事要您本人同意,办了什么应当告诉您。',
        en: 'They need your consent, and should tell you what they did.',
      },
      {
        zh: '银行卡、密码、验证码不要交给任何人。',
        en: 'Give nobody your bank card, passwords or one-time codes.',
      },
    ],
  },
  notice: {
    title: (scheme: string) => ({ zh: `${scheme}公示`, en: `Public notice: ${scheme}` }),
    until: (from: string, to: string) => ({
      zh: `公示时间:${from}至${to}。名单由系统生成,姓名和身份证号已隐去一部分。`,
      en: `On notice from ${from} to ${to}. The list is made by the system; names and identity numbers are partly hidden.`,
    }),
    className: { zh: '培训班', en: 'Class' },
    provider: { zh: '培训机构', en: 'Provider' },
    sum: { zh: '拟补贴', en: 'Proposed' },
    people: (people: number, yuan: string) => ({
      zh: `${people}人,共${yuan}元`,
      en: `${people} people, ¥${yuan} in all`,
    }),
    number: { zh: '公示编号', en: 'Notice number' },
    position: { zh: '序号', en: 'No.' },
    name: { zh: '姓名、身份证号', en: 'Name, identity number' },
    amount: { zh: '拟补贴金额(元)', en: 'Proposed (yuan)' },
    more: { zh: '下一页名单 ›', en: 'More of the list ›' },
    objectTitle: { zh: '对名单有异议?', en: 'Do you object?' },
    object: (until: string) => ({
      zh: `请在${until}以前打电话、写信或上门反映,说清是名单上的哪一位、什么情况。反映人的情况我们保密;只暂缓被反映的这一人,查清后按规定办理。`,
      en: `Phone, write or come by ${until}, and say who on the list is meant and what is wrong. We keep who you are to ourselves; only the person meant is held until it is cleared up.`,
    }),
    gone: { zh: '这份名单不在公示中', en: 'This list is not on public notice' },
    wasUntil: (until: string) => ({
      zh: `公示到${until}为止,名单已经撤下。`,
      en: `It was out until ${until} and has been taken down.`,
    }),
    never: { zh: '没有这份公示,或者它已经撤下。', en: 'There is no such notice, or it has been taken down.' },
  },
  notices: {
    title: { zh: '正在公示', en: 'Public notices' },
    lead: {
      zh: '对名单有异议的,在公示截止前打电话提出。',
      en: 'If you object to a list, phone us before its last day.',
    },
  },
  lost: {
    title: { zh: '没有找到这个页面', en: 'This page was not found' },
    lead: {
      zh: '网址可能没有抄全,或者页面已经搬走。',
      en: 'The address may have been cut off, or the page has moved.',
    },
    homeHas: { zh: '开班、公示、办事都从首页进', en: 'Classes, notices and everything else start there' },
    choose: { zh: '请选择您所在的县(区)', en: 'Choose your county or district' },
  },
  nextPage: { zh: '下一页', en: 'Next page' },
  callUs: { zh: '咨询电话', en: 'Phone' },
  places: (left: number) =>
    left > 0
      ? { zh: `还有 ${left} 个名额`, en: left === 1 ? '1 place left' : `${left} places left` }
      : { zh: '名额已满', en: 'Full' },
  list: (title: string, people: number) => ({
    zh: `${title}(${people}人)`,
    en: `${title} (${people === 1 ? '1 person' : `${people} people`})`,
  }),
  until: (date: string) => ({ zh: `公示到 ${date} · 有异议可直接提出`, en: `Until ${date} · objections are welcome` }),
  when: { zh: '时间', en: 'When' },
  where: { zh: '地点', en: 'Where' },
  by: { zh: '机构', en: 'Provider' },
  phone: { zh: '电话', en: 'Phone' },
} as const
