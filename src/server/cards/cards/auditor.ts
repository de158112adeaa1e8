import { ROLES } from '../../../kernel/access/public.ts'
import { pageWords as findings } from '../../../kernel/integrity/findings/page-words.ts'
import { pageWords as samples } from '../../../kernel/integrity/samples/page-words.ts'
import { words as paper } from '../../../kernel/record/paper/words.ts'
import { pageWords as seals } from '../../../kernel/record/sealing/page-words.ts'
import { button, card, page } from '../card.ts'

export const AUDITOR = card({
  id: 'auditor',
  who: ROLES.auditor,
  roles: ['auditor'],
  leadsTo: '/console/',
  names: {
    seals: page('/record/seals'),
    run: button(seals.run),
    proof: button(seals.proof),
    samples: page('/samples'),
    plan: button(samples.plan),
    draw: button(samples.draw),
    fine: button(samples.markFine),
    findings: page('/findings'),
    write: button(findings.write),
    close: button(findings.close),
    again: button(findings.askAgain),
    register: button(findings.exported),
    claims: page('/claims'),
    file: button(paper.fileOf),
    reveals: page('/record/reveals'),
    who: page('/who-may'),
    overrides: page('/overrides'),
  },
  purpose: {
    zh: '什么都能看,什么都不能改;只写审计发现和抽样。任何一元钱都能追到签到。',
    en: 'You read everything and change nothing; only findings and samples are yours to write. Any yuan can be walked to a sign-in.',
  },
  steps: [
    {
      zh: '打开{seals},按{run}。有人绕过系统改过的行,会逐行列出。',
      en: 'Open {seals} and press {run}: rows changed behind the platform’s back are named one by one.',
    },
    {
      zh: '抽样:{samples}里按{plan},写目的和范围;封存后按{draw}。种子谁也选不了,别人能重抽出同样的。',
      en: 'Sample: {plan} in {samples}, with purpose and scope; once sealed, {draw}. Nobody chose the seed, anybody can draw it again.',
    },
    {
      zh: '逐件打开,从{claims}一步步追到签到;没问题按{fine}。',
      en: 'Open each and walk from {claims} to the sign-in; if right, {fine}.',
    },
    {
      zh: '有问题在那一步按{write}:问题、依据、整改要求、期限。',
      en: 'If not, press {write} at that very step: what, rule, remedy, day.',
    },
    {
      zh: '整改交来,在{findings}里看材料,按{close}或{again};台账按{register}。',
      en: 'When it is answered, read it in {findings}: {close} or {again}. The register: {register}.',
    },
    {
      zh: '常看{overrides}(放行)、{reveals}(谁看了个人信息)、{who}。',
      en: 'Look often at {overrides}, {reveals} and {who}.',
    },
    {
      zh: '要带走的证据:班级页{file},记录页{proof},不连系统也能验。',
      en: 'To take away: {file} on a class, {proof} on a record; both can be checked without the platform.',
    },
  ],
  drawings: [
    {
      on: 'desk',
      title: 'seals',
      lines: [{ zh: '不符之处 0 · 最近封存 128 号', en: '0 differ · last seal no. 128' }],
      buttons: ['run'],
      caption: { zh: '每月至少一次', en: 'At least monthly' },
    },
    {
      on: 'desk',
      title: 'samples',
      lines: [{ zh: '一季度补贴 · 抽 20 件 · 已看 6 件', en: 'First quarter · 20 drawn · 6 seen' }],
      buttons: ['fine', 'write'],
      caption: { zh: '抽到的逐件看', en: 'One by one' },
    },
  ],
  bring: [
    { zh: '自己的账号和手机动态口令', en: 'Your own account and the code on your phone' },
    { zh: '库外检查点(另一处保存的)', en: 'The checkpoints kept elsewhere' },
  ],
  refused: [
    {
      when: { zh: '看完整身份证号要写理由', en: 'A whole number asks for a reason' },
      then: {
        zh: '写明审计事项;每次查看都留痕,每天有上限。',
        en: 'Name the audit; each is recorded, and a day has a limit.',
      },
    },
    {
      when: { zh: '抽样不能马上抽', en: 'A sample cannot be drawn yet' },
      then: { zh: '等一分钟,方案封存后才能抽。', en: 'Wait a minute: its plan has to be sealed first.' },
    },
    {
      when: { zh: '核验有不符', en: 'The verification finds a difference' },
      then: {
        zh: '不要动系统。打印本页,写审计发现,告知局长。',
        en: 'Touch nothing. Print the page, write a finding, tell the director.',
      },
    },
  ],
  never: [
    { zh: '参与审核、付款', en: 'Review or pay' },
    { zh: '把导出的名单带出单位', en: 'Take exported lists out of the office' },
  ],
  ask: {
    zh: '系统问系统管理员;线索按规定报纪检、审计机关。',
    en: 'The administrator on the system; leads go to the discipline or audit authority.',
  },
})
