import type { Sentence } from '../../../platform/contract/public.ts'

export const words = {
  notReady: {
    zh: '班级还不能提交,请先补齐以下内容',
    en: 'The class cannot be submitted yet: complete the following first',
  },
  blocked: (count: number) => ({
    zh: `核对未通过,没有提交。请按下面的 ${count} 项原因修改后再提交;有文件依据、确应放行的,请联系人社局`,
    en: `Not submitted: ${count} checks stand against it. Correct what is listed below and submit again; where a document speaks for an exception, contact the bureau`,
  }),
  notApproved: (count: number) => ({
    zh: `再次核对未通过,不能备案。下面的 ${count} 项可作为退回补正的理由`,
    en: `Not approved: checked again, ${count} checks stand against it. Return the class with these reasons`,
  }),
  checkedBeforeFiling: {
    zh: '班级已经备案,不再按开班核对。结业后的核对结果请看申领单。',
    en: 'The class is filed already. What the checks find after completion is on its claim.',
  },
  taken: {
    zh: '所选时段的教室、教师或学员刚刚被另一个班占用,没有提交。请查看课程表冲突后调整',
    en: 'A room, an instructor or a trainee was just taken by another class, so nothing was submitted. Look at the clashes of the timetable',
  },
  ownClass: {
    zh: '班级由您本人提交,须由另一人审核',
    en: 'You submitted this class yourself: somebody else must review it',
  },
  attends: {
    zh: '您本人在本班花名册中,须由另一人审核',
    en: 'You are on the roster of this class yourself: somebody else must review it',
  },
  teaches: {
    zh: '您本人是本班教师,须由另一人审核',
    en: 'You teach this class yourself: somebody else must review it',
  },
  belongs: {
    zh: '您有账号属于本班的培训机构,须由另一人审核',
    en: 'An account of yours belongs to the provider of this class: somebody else must review it',
  },
  ownPeople: {
    zh: '审核人本人是本班的学员或教师,须由另一人审核',
    en: 'The reviewer attends or teaches this class: somebody else must review it',
  },
  noReason: {
    zh: '退回须一次性告知全部理由,请至少勾选或填写一条',
    en: 'A class is returned with all reasons at once: choose or write at least one',
  },
  foreignAnswer: {
    zh: '所选的核对结果不是本班最近一次的,请刷新后再选',
    en: 'A chosen check result is not of this class’s latest run: reload and choose again',
  },
  notAFault: {
    zh: '所选的核对结果没有指出问题,不能作为退回理由',
    en: 'A chosen check result found nothing wrong and cannot be a reason',
  },
  noTimetable: { zh: '还没有课程表', en: 'There is no timetable' },
  noRoster: { zh: '还没有花名册', en: 'There is no roster' },
  person: (seq: number, name: string) => ({ zh: `第${seq}号 ${name}`, en: `No. ${seq} ${name}` }),
  about: (who: Sentence, sentence: Sentence) => ({ zh: `${who.zh}:${sentence.zh}`, en: `${who.en}: ${sentence.en}` }),
  leftCheck: (id: string) => ({ zh: `核对 ${id}`, en: `Check ${id}` }),
} as const

/** Sentences for what the schema promises about half hours taken and about who reviews. */
export const filingConstraintWords = {
  nobody_in_two_places: words.taken,
  nobody_reviews_a_class_of_their_own: words.ownPeople,
} as const satisfies Record<string, Sentence>
