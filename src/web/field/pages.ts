import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { chineseMarked } from '../../platform/ui/otherLanguage.ts'
import { datesWhole } from '../../platform/ui/wholeDates.ts'
import type {
  AssistData,
  AssistOneData,
  CardData,
  FieldNoteData,
  PeopleData,
  PhotoData,
  RollData,
  SessionData,
  TodayData,
} from './data.ts'
import { FieldNote } from './Frame.tsx'
import { Assist, AssistOne, People, Photo } from './Help.tsx'
import { Card, LivePart, Roll, Session, Today } from './Session.tsx'

export { FIELD_STYLE } from './Frame.tsx'

/*
 * The instructor's pages, from data to a whole HTML document. Pure: no request, no database, no clock. They work without
 * a script; `script.ts` renews the code and the count.
 */

function documentOf(page: ReactElement): string {
  const html = datesWhole(renderToStaticMarkup(page))
  return `<!doctype html>${html.startsWith('<html lang="en"') ? chineseMarked(html) : html}`
}

export const renderToday = (data: TodayData): string => documentOf(createElement(Today, data))
export const renderSession = (data: SessionData): string => documentOf(createElement(Session, data))
export const renderRoll = (data: RollData): string => documentOf(createElement(Roll, data))
export const renderCard = (data: CardData): string => documentOf(createElement(Card, data))
export const renderAssist = (data: AssistData): string => documentOf(createElement(Assist, data))
export const renderAssistOne = (data: AssistOneData): string => documentOf(createElement(AssistOne, data))
export const renderPhoto = (data: PhotoData): string => documentOf(createElement(Photo, data))
export const renderPeople = (data: PeopleData): string => documentOf(createElement(People, data))
export const renderFieldNote = (data: FieldNoteData): string => documentOf(createElement(FieldNote, data))

/** The part of a session's page that renews itself. */
export function renderLivePart({
  locale,
  district,
  session,
  screen,
}: Pick<SessionData, 'locale' | 'district' | 'session'> & { screen: NonNullable<SessionData['screen']> }): string {
  return renderToStaticMarkup(createElement(LivePart, { site: { locale, district }, session, screen }))
}
