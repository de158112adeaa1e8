import type { ThemeConfig } from 'antd'
import { FONT, PALETTE } from './palette.ts'

/** Ant Design in the programme's colours, dense enough for a desk: 14 px text, 32 px controls and rows. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: PALETTE.teal,
    colorLink: PALETTE.tealDark,
    colorLinkHover: PALETTE.teal,
    colorInfo: PALETTE.teal,
    colorSuccess: PALETTE.green,
    colorWarning: PALETTE.ochre,
    colorError: PALETTE.red,
    colorTextBase: PALETTE.ink,
    colorText: PALETTE.ink,
    colorTextSecondary: PALETTE.ink2,
    colorTextTertiary: PALETTE.ink2,
    colorTextDescription: PALETTE.ink2,
    colorTextPlaceholder: '#65767d',
    colorBorder: '#b9c5c7',
    colorBorderSecondary: PALETTE.line,
    colorBgLayout: PALETTE.desk,
    controlItemBgActive: PALETTE.tealLight,
    fontFamily: FONT,
    fontSize: 14,
    borderRadius: 6,
    controlHeight: 32,
    motionUnit: 0.05,
  },
  components: {
    Button: { fontWeight: 600, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: {
      cellPaddingBlockSM: 4,
      cellPaddingInlineSM: 10,
      headerBg: PALETTE.desk,
      headerColor: PALETTE.ink2,
      headerBorderRadius: 0,
      headerSplitColor: 'transparent',
      borderColor: '#e3e8e9',
      rowHoverBg: '#f2f7f6',
      rowSelectedBg: PALETTE.tealLight,
      rowSelectedHoverBg: PALETTE.tealLight,
    },
  },
}
