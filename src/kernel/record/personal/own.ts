import { personalOf, type PersonalTables } from './declared.ts'

/** What the record keeps of persons. */
export const recordPersonal: PersonalTables = {
  personal: [
    ...personalOf(
      'record.acts',
      { purpose: 'account-for', kept: 'money', seen: 'bureau' },
      {
        detail: ['plain', '操作说明(事由、编号)', 'what an act says (reason, ids)'],
      },
    ),
    ...personalOf(
      'record.papers',
      { purpose: 'decide', kept: 'money', seen: 'own-provider' },
      {
        content_sha256: ['keyed', '表单内容摘要', 'hash of a form'],
      },
    ),
    ...personalOf(
      'record.paper_prints',
      { purpose: 'account-for', kept: 'money', seen: 'bureau' },
      {
        reason: ['plain', '打印完整号码的事由', 'why numbers were printed in full'],
      },
    ),
    ...personalOf(
      'record.scans',
      { purpose: 'decide', kept: 'money', seen: 'own-provider' },
      {
        title: ['plain', '扫描件名称', 'title of a scan'],
        file_name: ['plain', '扫描件文件名', 'file name of a scan'],
      },
    ),
    ...personalOf(
      'record.scan_strikes',
      { purpose: 'account-for', kept: 'money', seen: 'bureau' },
      {
        reason: ['plain', '扫描件作废原因', 'why a scan was struck out'],
      },
    ),
    ...personalOf(
      'record.archives',
      { purpose: 'account-for', kept: 'matter', seen: 'bureau' },
      {
        title: ['masked', '归档对象(个人为脱敏姓名)', 'what an archive is of (a person masked)'],
        reason: ['plain', '制作归档的事由', 'why an archive was asked for'],
      },
    ),
    ...personalOf(
      'record.archive_parts',
      { purpose: 'account-for', kept: 'archive', seen: 'reason' },
      {
        sealed_bytes: ['sealed', '归档文件', 'the file of an archive'],
      },
    ),
    ...personalOf(
      'record.emptyings',
      { purpose: 'account-for', kept: 'money', seen: 'bureau' },
      {
        title: ['plain', '到期清理的材料名称', 'title of what was emptied'],
      },
    ),
    ...personalOf(
      'record.reveals',
      { purpose: 'account-for', kept: 'money', seen: 'bureau' },
      {
        town: ['plain', '被查看人的乡镇', 'town of who was read of'],
        kin: ['plain', '查看人与被查看人的关系', 'how near a reader is'],
      },
    ),
    ...personalOf(
      'record.reveals',
      { purpose: 'account-for', kept: 'money', seen: 'nobody' },
      {
        village: ['keyed', '被查看人所在村摘要', 'keyed hash of a village'],
      },
    ),
    ...personalOf(
      'record.verifications',
      { purpose: 'account-for', kept: 'matter', seen: 'bureau' },
      {
        result: ['plain', '核验结果(行号,不含内容)', 'result of a verification (rows, no contents)'],
      },
    ),
  ],
  impersonal: {
    'record.acts': 'act subject_kind',
    'record.archives': 'about_kind status progress sha256 manifest_sha256',
    'record.emptied_rows': 'source row_key leaf_before leaf_after',
    'record.emptyings': 'rule source subject_kind file_hashes',
    'record.leaves': 'source row_key leaf_hash',
    'record.papers': 'code form subject_kind part',
    'record.reveals': 'about_kind',
    'record.resealings': 'source key_id',
    'record.scans': 'subject_kind form media_type sha256',
    'record.seal_heads': 'root frontier settled',
    'record.sealed_forms': 'source columns',
    'record.seals': 'root previous_root key_id signature',
    'record.subtrees': 'hash',
    'record.verifications': 'status progress',
  },
}

/** What the plumbing keeps, and the reference lists, which tell of nobody. */
export const PLUMBING_PERSONAL: PersonalTables = {
  personal: [
    ...personalOf(
      'files.files',
      { purpose: 'decide', kept: 'file', seen: 'own-provider' },
      {
        name: ['plain', '上传文件名', 'name of an uploaded file'],
        sealed_bytes: [
          'sealed',
          '上传的文件(名单、考勤表、照片、扫描件)',
          'uploaded files (rosters, sheets, photos, scans)',
        ],
      },
    ),
    ...personalOf(
      'http.idempotency_keys',
      { purpose: 'run', kept: 'answer', seen: 'self' },
      {
        request_sha256: ['keyed', '提交内容摘要', 'keyed hash of what was sent'],
        answer: ['plain', '对提交的答复', 'the answer to what was sent'],
      },
    ),
    ...personalOf(
      'outbox.events',
      { purpose: 'run', kept: 'event', seen: 'bureau' },
      {
        body: ['plain', '待办后续的内容(编号)', 'what a follow-up is about (ids)'],
      },
    ),
  ],
  impersonal: {
    'files.files': 'sha256 media_type',
    'http.idempotency_keys': 'key',
    'numbering.series': 'kind',
    'outbox.events': 'kind failed_in failed_as',
    'reference.calendar_changes': 'kind reason',
    'reference.calendar_days': 'kind name_zh source',
    'reference.code_lists': 'list code name_zh name_en synonyms',
    'reference.districts': 'division_code bureau_zh bureau_en filing_number supervision_phone consultation_phone',
    'reference.divisions': 'code name_zh name_en kind parent_code',
    'reference.occupations': 'id code name_zh name_en trade_zh',
    'reference.skill_levels': 'code name_zh name_en certificate_digit',
    'reference.towns': 'division_code name_zh name_en kind code',
  },
}
