import { PageFrame, useDistrict, useWords } from '../../../platform/ui/public.ts'
import { pageWords } from './page-words.ts'

/** The way to the instructor's own page, which is made for the tablet in the class and not for the desk. */
export default function TodayPage() {
  const say = useWords(pageWords)
  const district = useDistrict()
  return (
    <PageFrame title={say.today}>
      <p>{say.todayHint}</p>
      <p>
        <a className="ant-btn ant-btn-primary" href={`/${district}/today`}>
          {say.toToday}
        </a>
      </p>
    </PageFrame>
  )
}
