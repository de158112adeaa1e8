/** Sentences of what is signed on paper and recorded here. */
export const words = {
  recordConfirmation: { zh: '登记纸质确认', en: 'Record a confirmation on paper' },
  confirmationMeans: {
    zh: '机构不在线确认、交来盖章确认书的,在这里登记:附扫描件,写明为什么没有在线确认。登记不算审核。',
    en: 'Where a provider does not answer here but hands in sealed paper: attach its scan and say why. Recording it is no review.',
  },
  confirmationTitle: { zh: '机构确认书(盖章)', en: 'Provider’s sealed confirmation' },
  recordApproval: { zh: '登记纸质审批', en: 'Record an approval on paper' },
  approvalMeans: {
    zh: '领导在打印的审批单上签批后,一人照扫描件登记,另一人核对扫描件后生效。两人都不能是签批人本人。',
    en: 'Once a leader has signed the printed sheet, one person records what the scan says and another confirms it. Neither is who signed.',
  },
  approvalTitle: { zh: '审批表(已签批)', en: 'Signed approval form' },
  scan: { zh: '扫描件', en: 'Scan' },
  scanKept: { zh: '扫描件已上传', en: 'The scan is kept' },
  why: { zh: '为什么用纸', en: 'Why on paper' },
  approver: { zh: '签批人', en: 'Signed by' },
  signedOn: { zh: '签批日期', en: 'Signed on' },
  save: { zh: '登记', en: 'Record' },
  cancel: { zh: '取消', en: 'Cancel' },
  done: { zh: '已登记', en: 'Recorded' },
  choose: { zh: '请选择', en: 'Choose' },
  waits: (who: string, on: string) => ({
    zh: `已登记纸质审批:${who} ${on} 签批,待另一人核对`,
    en: `An approval on paper is recorded: signed by ${who} on ${on}; another person has to confirm it`,
  }),
  decide: { zh: '核对扫描件', en: 'Check the scan' },
  decideTitle: { zh: '核对扫描件', en: 'Does the scan say so?' },
  decideMeans: {
    zh: '一致的,审批即生效,预留的资金转为已承诺;不一致的,这次登记作废,申领单仍待审批。',
    en: 'If it does, the approval holds and the reserved money is committed; if not, this record falls and the claim still awaits approval.',
  },
  openScan: { zh: '打开扫描件', en: 'Open the scan' },
  confirm: { zh: '一致,生效', en: 'It does' },
  decline: { zh: '不一致', en: 'It does not' },
  remark: { zh: '说明(不一致时必填)', en: 'Remark (needed where it does not)' },
  decided: { zh: '已核对', en: 'Checked' },

  confirmationRests: { zh: '机构的纸质确认以此为据', en: 'the provider’s confirmation on paper rests on it' },
  approvalWaits: { zh: '已据此登记签批,待另一人核对', en: 'an approval is recorded by it and waits to be confirmed' },
  approvalRests: { zh: '签批以此为据', en: 'the approval rests on it' },
  attached: (fileName: string, on: string) => ({
    zh: `已附审批表扫描件:${fileName}(${on})`,
    en: `The sheet’s scan is attached: ${fileName} (${on})`,
  }),
  attachedWaits: {
    zh: '审批表扫描件已附上,签批还没有登记',
    en: 'The signed sheet is attached; what it says is not recorded yet',
  },
  another: { zh: '换一份', en: 'Another one' },
  code: { zh: '纸上的编号(右上角二维码下)', en: 'Code on the paper (under its QR)' },
  notTheSheet: {
    zh: '这份扫描件不是审批表的。请在材料里选“审批表”附上签批后的扫描件,再登记。',
    en: 'This is no scan of the approval form. Attach the signed scan as the approval form, then record it.',
  },
  noScan: {
    zh: '这份扫描件不是本件的,或已作废。请重新上传。',
    en: 'This scan is not of this claim, or was struck. Upload it again.',
  },
  notAnApprover: {
    zh: '所选的人不能审批本件这个金额。请核对签批人。',
    en: 'The chosen person does not approve a sum of this size. Check who signed.',
  },
  ownSignature: {
    zh: '签批人本人不能登记或核对自己的签批,请由他人办理。',
    en: 'Who signed neither records nor confirms it: somebody else must.',
  },
  twoReaders: {
    zh: '登记和核对须由两人办理,您已登记。请由他人核对。',
    en: 'One person records and another confirms, and you have recorded it: somebody else must.',
  },
  waitsAlready: {
    zh: '已有一份纸质审批待核对,请先核对。',
    en: 'An approval on paper waits to be confirmed already: check that one first.',
  },
  nothingWaits: { zh: '没有待核对的纸质审批。请刷新后查看。', en: 'No approval on paper waits. Reload to see.' },
  signedOutside: (from: string, to: string) => ({
    zh: `签批日期须在 ${from} 与 ${to} 之间,请核对。`,
    en: `It was signed between ${from} and ${to}: check the day.`,
  }),
  declineReason: { zh: '不一致的,请写明哪里不一致。', en: 'Say what the scan says otherwise.' },
} as const
