export const words = {
  title: { zh: '重算核对', en: 'Decide again' },
  ask: { zh: '用当时的政策和事实重算', en: 'Decide again from what was kept' },
  same: { zh: '重算与当时相同', en: 'The same as it was decided' },
  differs: { zh: '重算与当时不同', en: 'Not as it was decided' },
  wouldBe: { zh: '怎样才符合条件', en: 'What would have made it yes' },
  take: { zh: '下载判定文件', en: 'Take the decision as a file' },
  takeNote: {
    zh: '文件含当时的政策版本和事实,不连本系统也能重算(npm run replay -- --file)。下载留痕。',
    en: 'It holds the policy and facts of then and is replayed without this system (npm run replay -- --file). Taking it is recorded.',
  },
  paidUnder: (references: string) => ({ zh: `支付流水号 ${references}`, en: `Paid under ${references}` }),
}
