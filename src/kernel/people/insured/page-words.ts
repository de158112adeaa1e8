/** What the page of insured lists says. */
export const pageWords = {
  title: { zh: '参保名单', en: 'Insured lists' },
  meta: {
    zh: '企业或社保机构给的职工参保名单。名单只用来核对我们花名册上的人,不保存其他人的姓名和身份证号。',
    en: 'Lists of insured staff from employers or the insurance office. They only serve to check people on our own rosters; nobody else’s name or number is kept.',
  },
  upload: { zh: '上传参保名单', en: 'Upload an insured list' },
  hint: {
    zh: '要有统一社会信用代码、单位名称、身份证号、参保起始月、参保终止月五列',
    en: 'Columns: social credit code, employer, identity number, insured from, insured until',
  },
  first: {
    zh: '请先填写来源和数据截止日期,再选择文件。',
    en: 'First say where the list comes from and which day its data are of; then choose the file.',
  },
  source: { zh: '来源(谁出具的)', en: 'Source (who issued it)' },
  sourceHint: { zh: '例:区社会保险中心 2022年3月名单', en: 'For example: district insurance centre, March 2022' },
  asOf: { zh: '数据截止日期', en: 'Data as of' },
  asOfHint: {
    zh: '名单是哪一天的数据。之后的月份不凭这份名单判断。',
    en: 'The day the data are of; the list is not used for later months.',
  },
  imported: (rows: number, employers: string) => ({
    zh: `已导入 ${rows} 行(${employers})。申领和支付前的核对会用到它。`,
    en: `${rows} rows imported (${employers}). The checks before a claim and a payment use them.`,
  }),
  alreadyTitle: {
    zh: '这份文件已经导入过,没有重复导入',
    en: 'This file was imported before; nothing was imported again',
  },
  already: (day: string, asOf: string, source: string) => ({
    zh: `${day} 导入的是同一份文件:截至 ${asOf},来源“${source}”。这两项填错的,请在下面撤回那一次,再重新上传。`,
    en: `The same file was imported on ${day}: as of ${asOf}, source “${source}”. If these are wrong, withdraw that import below, then upload the file anew.`,
  }),
  employers: (name: string, count: number) => ({
    zh: count > 1 ? `${name}等 ${count} 家` : name,
    en: count > 1 ? `${name} and ${count - 1} more` : name,
  }),
  columns: {
    employer: { zh: '单位', en: 'Employers' },
    source: { zh: '来源', en: 'Source' },
    asOf: { zh: '截止日期', en: 'As of' },
    rows: { zh: '行数', en: 'Rows' },
    file: { zh: '文件', en: 'File' },
    by: { zh: '导入人', en: 'Imported by' },
    at: { zh: '导入时间', en: 'Imported at' },
    state: { zh: '状态', en: 'State' },
  },
  inUse: { zh: '使用中', en: 'In use' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawTitle: { zh: '撤回这份名单?', en: 'Withdraw this list?' },
  withdrawLead: {
    zh: '撤回后不再用于核对;已经作出的核对结果不变。名单仍留在这里,注明谁因何撤回。',
    en: 'It is used in no check from then on; answers already given stay. It remains here, with who withdrew it and why.',
  },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: { zh: '例:截止日期填错', en: 'For example: the day was wrong' },
  withdrawnDone: { zh: '已撤回', en: 'Withdrawn' },
  cancel: { zh: '取消', en: 'Cancel' },
  empty: {
    zh: '还没有参保名单。没有名单时,是否在企业参保一律显示为“未能核对”。',
    en: 'There is no insured list yet. Until there is, whether somebody is insured as an employee shows as “not available”.',
  },
} as const
