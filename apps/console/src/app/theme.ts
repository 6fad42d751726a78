/** The look of ui.md, for antd. The same values stand in styles.css as variables for what antd does not draw. */
import type { ThemeConfig } from 'antd';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1D4B87',
    // Darker: the lighter one that antd makes is too faint to read (WCAG 2.2 AA).
    colorPrimaryHover: '#163B6B',
    colorLink: '#1D4B87',
    colorLinkHover: '#163B6B',
    colorSuccess: '#1F7A3D',
    // antd makes a grey of so dark a green.
    colorSuccessBg: '#EAF5ED',
    colorSuccessBorder: '#A8D3B4',
    colorWarning: '#B45309',
    colorError: '#B91C1C',
    colorText: '#1B2430',
    colorTextSecondary: '#475467',
    colorTextPlaceholder: '#667085',
    colorTextDescription: '#667085',
    colorBgLayout: '#F3F5F8',
    colorBorder: '#C9D1DC',
    colorBorderSecondary: '#E3E8EF',
    borderRadius: 4,
    controlHeight: 34,
    fontSize: 14,
    fontFamily:
      "'PingFang SC', 'Microsoft YaHei', 'HarmonyOS Sans SC', 'Noto Sans CJK SC', system-ui, sans-serif",
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    // What styles.css keeps still would never end, and a list that closes would stay where it is.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Table: { headerBg: '#F1F4F8', headerColor: '#1B2430', cellPaddingBlock: 10 },
  },
};
