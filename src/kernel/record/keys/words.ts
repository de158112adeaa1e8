import type { Sentence } from '../../../platform/contract/public.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

/** Sentences of the page of keys and of the command that changes them. */
export const words = {
  title: say('密钥', 'Keys'),
  meta: say(
    '身份证号、手机号、银行卡号和上传的文件都加密存放。密钥在数据库之外,任何页面都不显示。换新密钥后,旧值在后台逐批改用新密钥,不影响办公。',
    'Identity numbers, phones, bank accounts and uploaded files are kept sealed. The keys are outside the database and shown on no page. After a new key is made, old values are written anew in the background; work goes on.',
  ),
  allCurrent: (values: string): Sentence => ({
    zh: `${values} 个加密值全部使用当前密钥`,
    en: `All ${values} sealed values are under the current key`,
  }),
  someOld: (old: string, values: string): Sentence => ({
    zh: `${values} 个加密值中还有 ${old} 个使用旧密钥,正在后台改写`,
    en: `${old} of ${values} sealed values are still under an old key; they are being written anew`,
  }),
  howTo: say(
    '换新密钥:在服务器上运行 npm run rotate-keys。旧密钥上一个值也没有之后,运行 npm run rotate-keys -- --retire 密钥名 移除。',
    'To make a new key, run npm run rotate-keys on the server. When nothing is left under an old one, npm run rotate-keys -- --retire NAME removes it.',
  ),
  keys: say('密钥', 'Keys'),
  key: say('密钥名', 'Name'),
  since: say('启用时间', 'In use since'),
  fromTheStart: say('首次启动', 'the first start'),
  state: say('状态', 'State'),
  current: say('当前', 'current'),
  old: say('旧,仍有值使用', 'old, still needed'),
  free: say('旧,本县已无值使用', 'old, nothing of this county under it'),
  values: say('使用它的值', 'Values under it'),
  columns: say('按信息项', 'Value by value'),
  what: say('信息项', 'Value'),
  where: say('位置', 'Column'),
  total: say('共', 'In all'),
  stillOld: say('仍用旧密钥', 'Under an old key'),
  none: say('还没有加密的值。', 'Nothing is sealed yet.'),
  added: (id: string): Sentence => ({
    zh: `新密钥 ${id} 已启用。旧值将在后台逐批改写,进度见工作台“密钥”。请立即把密钥文件另存一份。`,
    en: `The new key ${id} is in use. Old values are written anew in the background; see Keys in the console. Keep a copy of the key file apart now.`,
  }),
  retired: (id: string): Sentence => ({
    zh: `密钥 ${id} 已移除。此前的数据库备份仍要用它打开:请保留旧的密钥文件副本,与那些备份一样久。`,
    en: `The key ${id} is off the ring. Backups of before still need it: keep the old copy of the key file for as long as those backups.`,
  }),
  notOnTheRing: (id: string, there: string): Sentence => ({
    zh: `没有密钥 ${id}。现有:${there}。`,
    en: `There is no key ${id}. There are: ${there}.`,
  }),
  isCurrent: (id: string): Sentence => ({
    zh: `${id} 是当前密钥,不能移除。请先运行 npm run rotate-keys 换新密钥。`,
    en: `${id} is the current key and cannot go. Run npm run rotate-keys first.`,
  }),
  stillNeeded: (id: string, count: number): Sentence => ({
    zh: `密钥 ${id} 还不能移除:仍有 ${count} 个值使用它。程序运行时会自动改写,稍后再试。`,
    en: `The key ${id} cannot go yet: ${count} values are still under it. The running program writes them anew; try again later.`,
  }),
} as const
