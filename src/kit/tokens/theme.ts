import { theme, type ThemeConfig } from 'antd';
import type { Preferences } from './preferences.ts';

/** Reads a token's present value, so that tokens.css stays the only place where colours are written. */
function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function sharedTokens(isCompact: boolean) {
  return {
    colorPrimary: token('qing'),
    colorLink: token('qing'),
    // Left alone, a link pales under the mouse to less contrast than AA asks.
    colorLinkHover: token('qing-strong'),
    colorLinkActive: token('qing-ink'),
    colorSuccess: token('green'),
    colorWarning: token('hu'),
    colorError: token('zhu'),
    colorInfo: token('qing'),
    colorText: token('ink'),
    colorTextSecondary: token('ink-2'),
    colorTextTertiary: token('ink-3'),
    colorTextDescription: token('ink-3'),
    colorTextPlaceholder: token('ink-3'),
    colorBgBase: token('surface'),
    colorBgContainer: token('surface'),
    colorBgElevated: token('raised'),
    controlItemBgHover: token('hover'),
    controlItemBgActive: token('qing-soft'),
    controlItemBgActiveHover: token('qing-soft'),
    colorBgLayout: token('paper'),
    colorBorder: token('line-strong'),
    colorBorderSecondary: token('line'),
    colorSplit: token('line'),
    fontFamily: token('font'),
    fontSize: isCompact ? 13 : 14,
    controlHeight: Number.parseInt(token('control'), 10) || 32,
    borderRadius: 6,
    borderRadiusLG: 8,
    boxShadowSecondary: token('lift'),
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    wireframe: false,
  };
}

/** Ant Design drawn from our tokens; call it after the root's data-theme and data-density are set. */
export function antdTheme(preferences: Preferences, isDark: boolean, isStill: boolean): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: { ...sharedTokens(preferences.density === 'compact'), motion: !isStill },
    components: {
      Button: { primaryColor: token('on-qing'), primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      Select: { optionSelectedBg: token('qing-soft'), optionSelectedColor: token('qing-ink'), optionSelectedFontWeight: 500 },
      Input: { activeShadow: `0 0 0 2px ${token('qing-soft')}` },
      Tooltip: { colorBgSpotlight: isDark ? token('line-strong') : token('ink') },
    },
  };
}
