import type { Sentence } from '../../platform/contract/public.ts'

/** Said at the start: what is not as it should be, with which value, what to do. */
export const bootWords = {
  refused: {
    zh: '有下列问题,不能启动。改正后重新启动;确实要带着某一项运行的,把它的名称写进 SHANJIANG_ACCEPT(以逗号分隔)。',
    en: 'Not started, for what follows. Put it right and start again; to run with one of them all the same, name it in SHANJIANG_ACCEPT (separated by commas).',
  },
  version: (major: number): Sentence => ({
    zh: `数据库是 PostgreSQL ${major},需要 15 或更新版本;请升级数据库后再启动。`,
    en: `The database is PostgreSQL ${major}; 15 or newer is needed. Upgrade it, then start again.`,
  }),
  policies: (folder: string, says: string): Sentence => ({
    zh: `规则文件夹 ${folder}(SHANJIANG_POLICIES)读不了:${says}。没有这个文件夹的请先建立(可以是空的),文件有错的请改正。`,
    en: `The rules in ${folder} (SHANJIANG_POLICIES) cannot be read: ${says}. Make the folder where there is none (it may be empty); correct a file that is wrong.`,
  }),
  databaseAway: (at: string): Sentence => ({
    zh: `连不上数据库 ${at}(DATABASE_URL);请看它是否在运行、地址和端口对不对、防火墙让不让连。`,
    en: `The database at ${at} (DATABASE_URL) cannot be reached: see whether it runs, whether address and port are right, and whether a firewall is in the way.`,
  }),
  databaseRefuses: (at: string, user: string): Sentence => ({
    zh: `数据库 ${at} 不认用户 ${user} 或其密码;请核对 DATABASE_URL(密码里的特殊字符要写成 %xx)和 pg_hba.conf。`,
    en: `The database at ${at} does not let ${user} in: check the password in DATABASE_URL (special signs written as %xx) and pg_hba.conf.`,
  }),
  databaseRights: (user: string, says: string): Sentence => ({
    zh: `数据库用户 ${user} 权限不够(${says});请由数据库管理员执行:alter role "${user}" createrole createdb,原来的 shanjiang_owner、shanjiang_app、shanjiang_reader 须由它建立。`,
    en: `The database's user ${user} may not do this (${says}). Have its administrator run: alter role "${user}" createrole createdb. Roles shanjiang_owner, shanjiang_app and shanjiang_reader that are there already must be of its making.`,
  }),
  setting: (name: string, value: string): Sentence => ({
    zh: `数据库的 ${name} 是 ${value},断电或崩溃会丢失已答复的数据;请在 postgresql.conf 中设为 on 并重新加载。`,
    en: `The database's ${name} is ${value}: a power cut or crash loses what was already confirmed. Set it to on in postgresql.conf and reload.`,
  }),
  checksums: {
    zh: '数据库没有开启数据页校验(data_checksums),磁盘坏块不会被发现;请停库后用 pg_checksums --enable 开启。',
    en: 'The database has no page checksums (data_checksums): a bad block goes unnoticed. Stop it and turn them on with pg_checksums --enable.',
  },
  role: (fault: string): Sentence => ({
    zh: `程序所用的数据库角色权限过大(${fault}),各区县的数据隔离会失效;请收回该权限(alter role … nosuperuser nobypassrls)。`,
    en: `The program's database role may too much (${fault}), which opens the fence between districts; take it away (alter role … nosuperuser nobypassrls).`,
  }),
  rowSecurity: (fault: string): Sentence => ({
    zh: `数据库防护不完整:${fault};请按迁移文件恢复该表的行级安全,或从备份恢复。`,
    en: `A fence of the database is down: ${fault}. Restore the table's row security as the migrations have it, or restore a backup.`,
  }),
  clock: (seconds: number): Sentence => ({
    zh: `本机时钟与数据库相差 ${seconds} 秒,签到和会话的时间会不准;请在两边开启对时(NTP)。`,
    en: `This machine's clock is ${seconds} seconds off the database's; signs and sessions will carry wrong times. Turn on NTP on both.`,
  }),
  keyFile: (path: string, mode: string): Sentence => ({
    zh: `密钥文件 ${path} 的权限是 ${mode},别的用户也能读;请执行 chmod 600。`,
    en: `The key file ${path} has mode ${mode}: others can read it. Run chmod 600 on it.`,
  }),
  keysGone: (path: string): Sentence => ({
    zh: `数据库里有加密的个人信息,但密钥文件 ${path} 不在;请把备份在别处的 keys.json 放回来再启动,没有它这些信息永远打不开。`,
    en: `The database holds sealed personal data, but the key file ${path} is not there. Put back the keys.json you keep elsewhere, then start; without it the data can never be opened.`,
  }),
  keysOfAnother: (path: string): Sentence => ({
    zh: `密钥文件 ${path} 打不开这个数据库里的个人信息(是另一套的密钥);请换成与该数据库配套的 keys.json。`,
    en: `The key file ${path} does not open the personal data of this database (it belongs to another one); put the keys.json there that goes with it.`,
  }),
  keyFolder: (path: string, mode: string): Sentence => ({
    zh: `存放密钥的目录 ${path} 的权限是 ${mode},别的用户能替换其中的文件;请执行 chmod go-w(最好 chmod 700)。`,
    en: `The folder of the keys, ${path}, has mode ${mode}: others can replace files in it. Run chmod go-w on it (chmod 700 is best).`,
  }),
  disk: (path: string, megabytes: number): Sentence => ({
    zh: `${path} 所在磁盘只剩 ${megabytes} MB;请清理或扩容,磁盘写满后数据库会停。`,
    en: `Only ${megabytes} MB are left on the disk of ${path}; free some or add more: the database stops when it is full.`,
  }),
  tls: (host: string): Sentence => ({
    zh: `到数据库 ${host} 的连接没有加密;请在 DATABASE_URL 后加上 sslmode=verify-full。`,
    en: `The way to the database at ${host} is not encrypted; add sslmode=verify-full to DATABASE_URL.`,
  }),
  databasePassword: {
    zh: 'DATABASE_URL 里的密码是空的、众所周知的,或与用户名相同;请换一个随机密码。',
    en: "The password in DATABASE_URL is empty, well known, or the user's own name; set a random one.",
  },
  demonstrationPassword: {
    zh: 'SHANJIANG_DEMO_PASSWORD 是众所周知的密码;请换一个,或不设它(会自动生成)。',
    en: 'SHANJIANG_DEMO_PASSWORD is a well-known password; choose another, or leave it out (one is made).',
  },
  demonstrationAccounts: {
    zh: '演示区县及其帐号在别人能访问的地址上;正式使用请设 SHANJIANG_DEMO=off。',
    en: 'Demonstration counties and their accounts are on an address that others reach; set SHANJIANG_DEMO=off for real use.',
  },
  unknownCheck: (name: string): Sentence => ({
    zh: `SHANJIANG_ACCEPT 里的“${name}”不是任何一项检查的名称;请核对拼写。`,
    en: `“${name}” in SHANJIANG_ACCEPT is the name of no check; see how it is spelt.`,
  }),
} as const
