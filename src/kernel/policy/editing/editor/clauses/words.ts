/** The sentences of the list of clauses. */
export const words = {
  title: { zh: '条款', en: 'Clauses' },
  meant: { zh: '条件、金额和例外都须引用其中一条', en: 'Every condition, amount and exception cites one of these' },
  doc: { zh: '文件(文号)', en: 'Document (number)' },
  article: { zh: '条款', en: 'Article' },
  text: { zh: '原文', en: 'Text' },
  source: { zh: '出处', en: 'Source' },
  add: { zh: '增加条款', en: 'Add a clause' },
  remove: (name: string) => ({ zh: `删除条款:${name}`, en: `Remove clause: ${name}` }),
  removeShort: { zh: '删除', en: 'Remove' },
  cited: (places: string) => ({ zh: `引用它的:${places}`, en: `Cited by: ${places}` }),
  notCited: { zh: '没有被引用', en: 'Cited by nothing' },
  none: { zh: '还没有案例用到这一条', en: 'No case comes to this clause' },
  newDoc: { zh: '《新文件》', en: '《新文件》' },
  newArticle: { zh: '第一条', en: '第一条' },
}
