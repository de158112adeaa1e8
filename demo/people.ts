import { identityCheckDigit, luhnDigit } from '../src/kernel/values/public.ts'

/** Made people for demonstration classes: every identity number begins with 339901, which nobody has. */

const FAMILY = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧']
const GIVEN = [...'静丽强敏杰涛明超秀霞平刚桂英建华玉兰春梅海燕军勇辉松柏云溪岚川禾']
const TOWNS = ['碧湖镇', '大港头镇', '老竹畲族镇', '雅溪镇', '联城街道', '岩泉街道', '仙渡乡', '峰源乡']
const GROUPS = ['农村转移就业劳动者', '城镇登记失业人员', '就业困难人员']
const HEADER = [
  '序号',
  '姓名',
  '性别',
  '身份证号',
  '文化程度',
  '家庭住址',
  '人员类别',
  '联系电话',
  '社保卡金融账户',
  '开户银行',
  '备注',
]

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!
const padded = (number: number, width: number) => String(number).padStart(width, '0')

/** A roster as a school would send it, as CSV: `count` people, the same for the same `seed`. */
export function rosterOf(seed: number, count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const number = seed * 1000 + at
    const birth = `${1972 + (number % 30)}${padded(1 + (number % 12), 2)}${padded(1 + (number % 28), 2)}`
    const first17 = `339901${birth}${padded(100 + (number % 800), 3)}`
    const card = `621700${padded(number * 7919, 12)}`.slice(0, 18)
    return [
      String(at + 1),
      pick(FAMILY, number * 7) + pick(GIVEN, number * 11) + pick(GIVEN, number * 13 + 5),
      Number(first17.at(-1)) % 2 === 1 ? '男' : '女',
      first17 + identityCheckDigit(first17),
      pick(['初中', '高中', '中专', '大专'], number),
      `丽水市莲都区${pick(TOWNS, number)}`,
      pick(GROUPS, number),
      `139${padded(10_000_000 + number * 37, 8)}`,
      card + luhnDigit(card),
      '中国农业银行丽水分行',
      '',
    ]
  })
  return [HEADER, ...rows].map((row) => row.join(',')).join('\r\n')
}
