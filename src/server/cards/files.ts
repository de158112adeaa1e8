import { CARDS } from './cards.ts'
import { cardFile } from './Card.html.tsx'

/** What lies in docs/cards: each card in both languages, and what there is. */
export function cardFiles(): [string, string][] {
  const sheets = CARDS.flatMap((card): [string, string][] => [
    [`docs/cards/${card.id}.zh.html`, cardFile(card, 'zh')],
    [`docs/cards/${card.id}.en.html`, cardFile(card, 'en')],
  ])
  return [...sheets, ['docs/cards/README.md', index()]]
}

function index(): string {
  const rows = CARDS.map(
    ({ id, who }) => `| ${who.zh} | ${who.en} | [${id}.zh.html](${id}.zh.html) | [${id}.en.html](${id}.en.html) |`,
  )
  return `# 操作卡 Operating cards

每张一页 A4,写给一个人,可贴在墙上。在本县系统里打开(工作台“操作卡”,或 \`/<区划代码>/cards\`)再打印,会印上本县的电话和二维码。

One A4 page each, for one person's wall. Opened in a running county (*Operating card* in the console, or \`/<district>/cards\`) they carry its telephone and a QR. Written by \`npm run snapshots\` from \`src/server/cards\`; pages and buttons are called as the rooms call them.

| 谁 | for | 中文 | English |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}
