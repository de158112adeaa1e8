/** Sentences of walking a trail. */
export const words = {
  title: { zh: '追溯', en: 'Trail' },
  start: { zh: '首页', en: 'Home' },
  meta: {
    zh: '从任何一笔钱走到它的证据,再走回来。每一步都是当时记下的,此后不再改动。',
    en: 'From any yuan to its evidence and back. Every step is what was recorded then, and has not changed since.',
  },
  restsOn: { zh: '依据', en: 'Rests on' },
  restsOnHint: { zh: '往证据走', en: 'towards the evidence' },
  leadsTo: { zh: '去向', en: 'Leads to' },
  leadsToHint: { zh: '往资金走', en: 'towards the money' },
  first: { zh: '这里是起点,再往前没有记录。', en: 'This is where it begins; nothing lies behind it.' },
  last: { zh: '这里是终点,此后没有记录。', en: 'This is where it ends; nothing rests on it.' },
  walked: { zh: '走过的路', en: 'The way walked' },
  print: { zh: '打印', en: 'Print' },
  finding: { zh: '写审计发现', en: 'Write a finding' },
  more: (count: number) => ({ zh: `其余 ${count} 项`, en: `${count} more` }),
  alike: (count: number) => ({
    zh: `另有 ${count} 项相同的记录`,
    en: count === 1 ? '1 more record that says the same' : `${count} more records that say the same`,
  }),
  links: (count: number) => ({ zh: `${count} 项`, en: count === 1 ? '1 step' : `${count} steps` }),
} as const
