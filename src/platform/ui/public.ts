/** What pages build on. Knows nothing of the programme; pages import from here and never the router. */
export { ActionBar } from './ActionBar.tsx'
export { Callout } from './Callout.tsx'
export { type CheckOutcome, type CheckRow, CheckList } from './CheckList.tsx'
export { AddPaper } from './AddPaper.tsx'
export { AskDialog } from './AskDialog.tsx'
export { AskedFigures, ConfirmMoney } from './ConfirmMoney.tsx'
export { saveFile, sizeText } from './chosenFile.ts'
export { daysLater, readDate, sayDate, sayDates } from './civilDates.ts'
export { DateField } from './DateField.tsx'
export { type Decided, DecideDialog } from './DecideDialog.tsx'
export { DialogField } from './DialogField.tsx'
export { Drawer, Modal } from './dialogs.tsx'
export { type Column, DenseTable, type Sort } from './DenseTable.tsx'
export { type Chip, chipsOf, FilterChips } from './FilterChips.tsx'
export { type FilterDefaults, type Filters, readAddress, writeAddress } from './filters.ts'
export { FreshContext } from './fresh.ts'
export { type Go, GoLink, useFilters, useGo, usePageParams, usePath } from './going.tsx'
export { localTime } from './instants.ts'
export { Kbd, KeyboardHints, type Keys, useKeys } from './keys.tsx'
export { LanguageProvider, LanguageSwitch, RunningText, SentenceText, useLocale, useWords } from './language.tsx'
export { listed, useExport } from './listed.ts'
export { ListPage } from './ListPage.tsx'
export { Letters } from './Letters.tsx'
export { ListDetail, type QueueLine, useWide } from './ListDetail.tsx'
export { type Crumb, PageFrame, TopBarContext } from './PageFrame.tsx'
export { PALETTE, paletteCss } from './palette.ts'
export { ParcelProgress, type ParcelStep } from './ParcelProgress.tsx'
export { ProblemAlert } from './ProblemAlert.tsx'
export { ReasonDialog } from './ReasonDialog.tsx'
export { ReplyBox } from './ReplyBox.tsx'
export { ScrollBox } from './ScrollBox.tsx'
export { SealedFile } from './SealedFile.tsx'
export { SearchBox } from './SearchBox.tsx'
export { useTell } from './tell.tsx'
export { theme } from './theme.ts'
export { TextField } from './TextField.tsx'
export { type UploadAnswer, UploadBox } from './UploadBox.tsx'
export { type Act, type Done, useAct } from './useAct.ts'
export {
  type AnswerOf,
  type InputOf,
  type Listing,
  type Reading,
  keyOf,
  useCall,
  useCalls,
  useListing,
} from './useCall.ts'
export { CivilDate, Figures, Instant, StateTag, type Tone, Who, whoText, Yuan } from './values.tsx'
export { DistrictProvider, useDistrict, useViewer, type Viewer, ViewerProvider } from './viewer.tsx'
export { Waiting } from './Waiting.tsx'
export { yuanText } from './yuanText.ts'
