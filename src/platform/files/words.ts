/** What is said where a file was kept and its bytes are gone. */
export const emptiedFile = {
  zh: '这份文件已按个人信息保存年限清空,只保留记录和摘要。需要原件的,请向提供单位重新索取。',
  en: 'This file was emptied when its years were over; its record and hash remain. Ask whoever gave it for the original.',
} as const
