import { expect, it } from 'vitest'
import { layOut } from '../../../platform/paper/public.ts'
import { civilDate } from '../../values/public.ts'
import { noticeOf } from '../editing/notice.ts'
import { parametersOn, policyFolder } from '../packs/library.ts'
import { wordedForm } from '../parameters/form-wording.ts'
import { schemeNoticeSheet } from './paper.ts'

const { pack } = policyFolder().packs.find((each) => each.pack.scheme === 'liandu.mountain-allowance')!
const told = (count: number) => {
  const rates = Array.from({ length: count }, (_, at) => ({
    at: 'amount.rows',
    label: { zh: `标准 ${at + 1}`, en: `rate ${at + 1}` },
    kind: 'changed' as const,
    before: { zh: '100 元', en: '¥100' },
    after: { zh: '110 元', en: '¥110' },
  }))
  const notice = noticeOf(pack, '莲人社〔2022〕15号', rates)
  const places = { bureau: '丽水市莲都区人力资源和社会保障局', phone: '0578-0000000', title: notice.title.zh }
  const worded = wordedForm(parametersOn(331102, civilDate('2022-04-01')), 'paper.schemeNotice', places)
  return schemeNoticeSheet(
    { documentNumber: '莲人社〔2022〕15号', notice, businessAt: new Date('2022-04-01T02:00:00Z') },
    worded,
  )
}

it('says on one sheet by which document, from when, what changes and whom to ask, with room for the seal', () => {
  const sheet = told(2)
  expect(layOut(sheet)).toHaveLength(1)
  expect(sheet).toMatchInlineSnapshot(`
    {
      "blocks": [
        {
          "kind": "text",
          "lines": [
            "根据莲人社〔2022〕15号,《莲都区山区乡镇创业培训生活补助（2022年，示例）》(2022-01版)自 2022-01-01 起施行。",
            "修改的内容:",
            "标准 1:由“100 元”改为“110 元”;",
            "标准 2:由“100 元”改为“110 元”;",
            "本政策含有示例数值,尚待以正式文件为准。",
            "如有疑问,请拨打本局电话咨询。",
            "咨询和监督电话：0578-0000000",
            "特此公告。",
          ],
          "style": "body",
        },
        {
          "kind": "signatures",
          "seal": "丽水市莲都区人力资源和社会保障局      年   月   日",
          "signs": [],
        },
      ],
      "english": "Notice: Liandu living allowance for business training in mountain towns (2022, example)",
      "lead": [
        "文号：莲人社〔2022〕15号",
        "发布日期：2022-04-01",
      ],
      "number": null,
      "orientation": "portrait",
      "title": "关于施行《莲都区山区乡镇创业培训生活补助（2022年，示例）》的公告",
    }
  `)
})

it('goes on over as many sheets as there are changes', () => {
  const pages = layOut(told(300))
  expect(pages.length).toBeGreaterThan(3)
  expect(JSON.stringify(pages)).toContain('标准 300')
})
