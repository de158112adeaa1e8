import type { Sentence } from '../../../platform/contract/public.ts'

/** Why an act stays shut for now, and when it opens. */
export const admissionWords = {
  stepUp: {
    zh: '这一步动用资金或查看个人信息,请再输入一次动态口令。您填写的内容没有丢失。',
    en: 'This step moves money or opens personal data: give your second factor once more. Nothing you entered is lost.',
  } satisfies Sentence,
  notInEmergency: {
    zh: '这一步须由本人岗位办理,紧急授权不适用。请由有该岗位的人员办理。',
    en: 'This step takes a post of one’s own; one taken in an emergency does not open it. Somebody who holds the post must do it.',
  } satisfies Sentence,
  reveal: (most: number): Sentence => ({
    zh: `今天查看个人信息已到 ${most} 次,明天 0:00 起可以再查看。确有急事请联系系统管理员,说明原因。`,
    en: `You have shown personal data ${most} times today; you can again from midnight. If it is urgent, tell the administrator why.`,
  }),
  export: (most: number): Sentence => ({
    zh: `今天导出含个人信息的文件已到 ${most} 次,明天 0:00 起可以再导出。确有急事请联系系统管理员,说明原因。`,
    en: `You have exported files with personal data ${most} times today; you can again from midnight. If it is urgent, tell the administrator why.`,
  }),
}
