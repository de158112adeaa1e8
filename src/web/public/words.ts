import type { Sentence } from '../../platform/contract/public.ts'

/** Sentences of the public pages: plain, short, said to the reader. No promise of dates for money, nobody's name. */
export const words = {
  productName: { zh: '山匠', en: 'Shanjiang' },
  elder: { zh: '长辈版', en: 'For elders' },
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
  readOn: (date: string): Sentence => ({ zh: `${date}查看`, en: `Read on ${date}` }),
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
    title: { zh: '补贴进度和算法', en: 'My subsidy: how far, and how much' },
    short: { zh: '走到哪一步、怎么算的', en: 'How far it is, and how it was worked out' },
    record: { zh: '我的记录', en: 'What happened so far' },
    mine: { zh: '我的补贴', en: 'My subsidies' },
    backToMine: { zh: '我的补贴', en: 'My subsidies' },
    none: {
      zh: '您名下还没有补贴记录。刚结束培训的,请等培训机构交齐资料;也可以打电话问。',
      en: 'There is no subsidy on record for you yet. If your class has just ended, the provider is still sending the papers; or phone us.',
    },
    steps: { zh: '走到哪一步', en: 'How far it is' },
    sum: (yuan: string): Sentence => ({ zh: `为什么是 ${yuan} 元`, en: `Why ¥${yuan}` }),
    due: { zh: '应得', en: 'Due' },
    basis: { zh: '依据:', en: 'Basis: ' },
    stopped: { zh: '什么没有通过,要带什么', en: 'What stopped it, and what to bring' },
    bring: { zh: '请带:', en: 'Bring: ' },
    come: (until: string, place: Sentence): Sentence => ({
      zh: `请在${until}前到${place.zh}办理。`,
      en: `Come to ${place.en} by ${until}.`,
    }),
    checks: { zh: '审核了什么', en: 'What was checked' },
    allChecks: (count: number): Sentence => ({ zh: `看全部 ${count} 项`, en: `See all ${count}` }),
    notAsked: { zh: '还没有核对到的:', en: 'Not checked yet: ' },
    report: { zh: '信息有误,我要反映', en: 'Something is wrong: tell us' },
    print: {
      zh: '要纸质的,请用浏览器的打印;也可以到窗口要告知单。',
      en: 'For paper, use your browser’s print; or ask for the notice at the counter.',
    },
    account: {
      zh: '更正银行卡要本人带身份证到窗口办理,网上和电话都不能改。',
      en: 'A bank card is changed at the counter only, in person, with your identity card: not here and not by phone.',
    },
    reported: { zh: '我反映过的', en: 'What I told you' },
    answer: { zh: '答复:', en: 'Answer: ' },
    waits: (until: string): Sentence => ({ zh: `等待答复,${until}前答复您`, en: `We answer by ${until}` }),
    signOut: { zh: '退出', en: 'Sign out' },
    signedInUntil: {
      zh: '30 分钟后自动退出。用别人的手机看的,看完请退出。',
      en: 'You are signed out after 30 minutes. On somebody else’s phone, sign out when you are done.',
    },
  },
  sign: {
    title: { zh: '上课签到', en: 'Sign in for class' },
    titles: { in: { zh: '上课签到', en: 'Sign in for class' }, out: { zh: '下课签退', en: 'Sign out of class' } },
    lead: {
      zh: '对着老师屏幕上的二维码扫一扫就行。不能扫的,在这里输入屏幕上的六位数字。',
      en: 'Scan the code on the instructor’s screen. If you cannot scan, type the six digits of the screen here.',
    },
    digits: { zh: '屏幕上的六位数字', en: 'The six digits of the screen' },
    digitsExample: { zh: '例如 123 456,每半分钟换一次', en: 'such as 123 456; they change every half minute' },
    go: { zh: '下一步', en: 'Go on' },
    you: { zh: '学员', en: 'Trainee' },
    class: { zh: '班级', en: 'Class' },
    session: { zh: '课次', en: 'Session' },
    now: {
      in: { zh: '我来上课了,签到', en: 'I am here: sign in' },
      out: { zh: '我下课了,签退', en: 'I am leaving: sign out' },
    },
    notMe: { zh: '不是我', en: 'This is not me' },
    who: { zh: '您是谁', en: 'Who are you' },
    whoLead: {
      zh: '这部手机第一次签到,要用短信确认一次是您本人;以后本班上课不用再收短信。',
      en: 'It is this phone’s first time: a message confirms that it is you. For this class it will not be asked again.',
    },
    done: { in: { zh: '签到成功', en: 'You are signed in' }, out: { zh: '签退成功', en: 'You are signed out' } },
    before: {
      in: { zh: '您已经签到', en: 'You signed in already' },
      out: { zh: '您已经签退', en: 'You signed out already' },
    },
    late: (minutes: number): Sentence => ({ zh: `迟到 ${minutes} 分钟`, en: `${minutes} minutes late` }),
    close: { zh: '这一页可以关了。', en: 'You can close this page.' },
    beforeNote: { zh: '不用再签。', en: 'There is nothing more to do.' },
    refused: { zh: '还没有签上', en: 'Not signed' },
    typeDigits: { zh: '输入六位数字', en: 'Type the six digits' },
    noPhone: {
      zh: '没有手机、手机没电、不会操作都没关系:请老师代签。',
      en: 'No phone, or it is empty or too hard? The instructor can sign for you.',
    },
  },
  signIn: {
    title: { zh: '查我的补贴', en: 'Look at my subsidy' },
    needs: {
      zh: '用报名时留的手机号收验证码。大约 1 分钟。',
      en: 'We send a code to the phone you gave when you enrolled. It takes a minute.',
    },
    phone: { zh: '您的手机号', en: 'Your mobile number' },
    phoneExample: { zh: '11 位数字,报名时留的那个', en: '11 digits, the one you gave when you enrolled' },
    getCode: { zh: '获取验证码', en: 'Send me a code' },
    codeTitle: { zh: '输入验证码', en: 'Type the code' },
    sent: {
      zh: '如果这个手机号在培训报名中登记过,您会收到一条 6 位数字的短信,5 分钟内有效。',
      en: 'If this number was given for a class, a message with six digits is on its way; it is good for five minutes.',
    },
    code: { zh: '短信里的 6 位数字', en: 'The six digits of the message' },
    whoTitle: { zh: '您是哪一位', en: 'Which of you is it' },
    who: {
      zh: '这个手机号有几个人在用。请输入您本人身份证号的最后四位。',
      en: 'Several people use this number. Type the last four of your own identity number.',
    },
    ending: { zh: '身份证号最后四位', en: 'The last four of your identity number' },
    endingExample: { zh: '最后一位是 X 的,输入 X', en: 'If it ends in X, type X' },
    go: { zh: '下一步', en: 'Go on' },
    again: { zh: '没有收到,重新获取', en: 'No message: ask again' },
    demo: (code: string): Sentence => ({
      zh: `演示环境:验证码 ${code} 直接显示在这里,没有发短信。正式环境不会显示。`,
      en: `Demonstration: the code ${code} is shown here and no message is sent. It is never shown otherwise.`,
    }),
    problems: { zh: '请改正', en: 'Please correct' },
    badCode: {
      zh: '验证码不对,或者已经失效。请核对短信再输一次;不行请重新获取。',
      en: 'The code is not right, or is no longer good. Look at the message again; if it still fails, ask for a new one.',
    },
    wait: (seconds: number): Sentence => ({
      zh: `刚刚已经发过,请过 ${seconds} 秒再获取。`,
      en: `One was asked for just now. Try again in ${seconds} seconds.`,
    }),
    tooOften: {
      zh: '获取或输错的次数太多了。请一小时后再试,或者打电话。',
      en: 'Too many tries. Try again in an hour, or phone us.',
    },
    notMobile: {
      zh: '请输入 11 位的手机号,收短信用。',
      en: 'Give a mobile number of 11 digits: the code comes by message.',
    },
    openLine: {
      zh: '这条连接没有加密,不能在这里收验证码。请改用 https:// 开头的网址,或打电话给我们。',
      en: 'This connection is not encrypted, so no code is sent here. Use the address that begins with https://, or call us.',
    },
    expired: {
      zh: '页面停留太久,请重新开始。刚才的内容没有提交。',
      en: 'The page was open for too long; please begin again. Nothing was sent.',
    },
    nobody: {
      zh: '验证码不要告诉任何人,工作人员也不会问您要。',
      en: 'Give the code to nobody. No official will ask for it.',
    },
    sms: (code: string): Sentence => ({
      zh: `验证码 ${code},5 分钟内有效,用于查询本人补贴。不要告诉任何人。`,
      en: `Your code is ${code}, good for 5 minutes, to look at your own subsidy. Give it to nobody.`,
    }),
  },
  report: {
    title: { zh: '信息有误,我要反映', en: 'Something is wrong' },
    about: (title: string): Sentence => ({ zh: `关于:${title}`, en: `About: ${title}` }),
    kind: { zh: '哪里不对?', en: 'What is wrong?' },
    chooseKind: { zh: '请选一项。', en: 'Choose one.' },
    said: { zh: '说说是什么情况', en: 'Say how it is' },
    saidExample: {
      zh: '例如:3 月 8 日下午我在,表上写的是缺勤。不要写身份证号和银行卡号。',
      en: 'For example: on 8 March in the afternoon I was there, and the sheet says absent. Write no identity or card numbers.',
    },
    saySomething: { zh: '请写几个字,说清是什么情况(最多 500 字)。', en: 'Write a few words, at most 500 characters.' },
    lookOver: { zh: '看一遍再提交', en: 'Look it over' },
    change: { zh: '修改', en: 'Change' },
    send: { zh: '提交', en: 'Send' },
    done: { zh: '已收到', en: 'We have it' },
    number: { zh: '编号', en: 'Number' },
    next: (until: string): Sentence => ({
      zh: `工作人员会在${until}前答复,答复显示在您的补贴页面上。不影响其他人的补贴。`,
      en: `Somebody answers by ${until}; you read it on the page of your subsidy. Nobody else’s subsidy waits for it.`,
    }),
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
    card: { zh: '村干部操作卡(可打印)', en: 'Card for village cadres, to print' },
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
  paper: {
    missing: { zh: '没有这份材料', en: 'There is no such paper' },
    isOurs: { zh: '这是本局的纸质材料', en: 'This is a paper of this bureau' },
    kind: { zh: '材料', en: 'What it is' },
    code: { zh: '编号', en: 'Code' },
    issuedOn: { zh: '首次打印', en: 'First printed' },
    host: { zh: '单位', en: 'Bureau' },
    noPersonal: {
      zh: '为保护个人信息,这里不显示内容。工作人员和培训机构登录后可以查看。',
      en: 'To protect personal data the content is not shown here. Staff and providers can see it after signing in.',
    },
    look: { zh: '登录查看', en: 'Sign in to look' },
    doubt: { zh: '材料与上面写的不一样的,请打监督电话:', en: 'If the paper says otherwise, please call supervision: ' },
    unknownCode: {
      zh: '没有这个编号。请核对纸上二维码下面的 10 位编号;仍然查不到的,请打电话问我们。',
      en: 'There is no such code. Check the 10 signs under the QR; if it is still unknown, please call us.',
    },
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
    short: { zh: '看看谁拟领补贴,有异议可以提', en: 'Who is to be paid; objections are welcome' },
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
  trouble: {
    title: { zh: '页面暂时打不开', en: 'This page cannot be opened just now' },
    again: { zh: '再试一次', en: 'Try again' },
    number: (number: string) => ({ zh: `编号 ${number}`, en: `Number ${number}` }),
    orCall: { zh: '着急的话请打电话', en: 'If it is urgent, phone us' },
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
