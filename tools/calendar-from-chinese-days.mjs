// Writes the official calendar of src/kernel/reference/data from the package chinese-days, which transcribes the State
// Council's yearly notices. `--check` writes nothing and fails when the file differs from what it would write.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const YEARS = [2022, 2023, 2024, 2025, 2026]

const packageFolder = dirname(createRequire(import.meta.url).resolve('chinese-days/package.json'))
const read = (file) => readFileSync(join(packageFolder, file), 'utf8')
const { version } = JSON.parse(read('package.json'))
const { holidays, workdays } = JSON.parse(read('dist/chinese-days.json'))

const days = [...daysOf(holidays, 'holiday'), ...daysOf(workdays, 'workday')].sort((a, b) => (a.date < b.date ? -1 : 1))
for (const year of YEARS) {
  const kinds = new Set(days.filter((day) => day.date.startsWith(`${year}-`)).map((day) => day.kind))
  if (kinds.size !== 2) throw new Error(`chinese-days ${version} has no holidays and adjusted workdays for ${year}`)
}
const doubled = days.find((day, index) => day.date === days[index + 1]?.date)
if (doubled) throw new Error(`${doubled.date} is both a holiday and a workday`)

const target = fileURLToPath(new URL('../src/kernel/reference/data/calendar-2022-2026.json', import.meta.url))
const text = `{
  "source": ${JSON.stringify({ package: 'chinese-days', version, licence: 'MIT' })},
  "years": ${JSON.stringify(YEARS)},
  "notices": [
    ${noticesFromSource()
      .map((notice) => JSON.stringify(notice))
      .join(',\n    ')}
  ],
  "days": [
    ${days.map((day) => JSON.stringify(day)).join(',\n    ')}
  ]
}
`
if (!process.argv.includes('--check')) {
  writeFileSync(target, text)
  console.log(`${days.length} days of ${YEARS[0]}-${YEARS.at(-1)} written`)
} else if (readFileSync(target, 'utf8') !== text) {
  throw new Error('the calendar differs from chinese-days; run node tools/calendar-from-chinese-days.mjs')
}

/** The package writes a day as "Spring Festival,春节,3". */
function daysOf(listed, kind) {
  return Object.entries(listed)
    .filter(([date]) => YEARS.includes(Number(date.slice(0, 4))))
    .map(([date, label]) => {
      const [nameEn, name] = label.split(',')
      return { date, kind, name, name_en: nameEn }
    })
}

/** Each year's notice, from the comments of the package's own table: the address, and the document number where given. */
function noticesFromSource() {
  const comments = read('src/holidays/generate.ts').match(/\/\*\*[\s\S]*?\*\//g) ?? []
  return YEARS.map((year) => {
    const comment = comments.find((block) => new RegExp(`^\\s*\\* ${year}$`, 'm').test(block))
    const url = comment?.match(/https?:\/\/\S+/)?.[0]
    if (!url) throw new Error(`chinese-days ${version} names no notice for ${year}`)
    const number = comment.match(/国办发明电〔\d{4}〕\d+号/)?.[0] ?? null
    return { year, title: `国务院办公厅关于${year}年部分节假日安排的通知`, number, url }
  })
}
