import {
  Anchor,
  createTheme,
  Drawer,
  Modal,
  Notification,
  PasswordInput,
  Select,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { catalogue, type Language } from '@/kernel/texts';

const texts = catalogue({
  en: { close: 'Close', reveal: 'Show or hide the password' },
  es: { close: 'Cerrar', reveal: 'Mostrar u ocultar la contraseña' },
});

/** Slate teal: calm beside figures, dark enough for white text from the sixth shade on (WCAG AA). */
const harbour: MantineColorsTuple = [
  '#edf7f7',
  '#dbebec',
  '#b3d7d9',
  '#88c3c6',
  '#65b1b6',
  '#4c9ca2',
  '#2b7a80',
  '#1c6468',
  '#15565a',
  '#0a4246',
];

/** By night the same slate, far from black: figures stay easy on the eye. */
const dark: MantineColorsTuple = [
  '#d3dadd',
  '#b3bec3',
  '#8d9aa1',
  '#66737b',
  '#3a464d',
  '#2d383e',
  '#242d33',
  '#192125',
  '#141b1f',
  '#0f1518',
];

/** What the library's own buttons are called depends on the language. */
export const theme = (language: Language) =>
  createTheme({
    primaryColor: 'harbour',
    primaryShade: { light: 7, dark: 6 },
    colors: { harbour, dark },
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '620' },
    defaultRadius: 'md',
    cursorType: 'pointer',
    autoContrast: true,
    respectReducedMotion: true,
    components: {
      // A link is as large as the text it stands in.
      Anchor: Anchor.extend({ defaultProps: { inherit: true } }),
      Modal: Modal.extend({
        defaultProps: { closeButtonProps: { 'aria-label': texts[language].close } },
        styles: { title: { fontWeight: 620, fontSize: 'var(--mantine-font-size-lg)' } },
      }),
      Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { 'aria-label': texts[language].close } } }),
      Notification: Notification.extend({
        defaultProps: { closeButtonProps: { 'aria-label': texts[language].close } },
      }),
      // What doesn't fit says that it goes on.
      Select: Select.extend({ styles: { input: { textOverflow: 'ellipsis' } } }),
      PasswordInput: PasswordInput.extend({
        defaultProps: { visibilityToggleButtonProps: { 'aria-label': texts[language].reveal, tabIndex: 0 } },
      }),
    },
  });

const DARK_ENOUGH = {
  teal: '#066649',
  blue: '#1559a0',
  yellow: '#845000',
  orange: '#9c3a08',
  red: '#b42323',
  gray: '#3b4248',
  harbour: '#0a4246',
};

/** White words stand on it. */
const FILLED_ENOUGH = {
  '--mantine-color-red-filled': '#c22525',
  '--mantine-color-red-filled-hover': '#a61e1e',
  '--mantine-color-orange-filled': '#b8470a',
  '--mantine-color-orange-filled-hover': '#9c3a08',
};

/** Some of the library's text is too pale to be read by everybody (WCAG AA wants 4.5 to 1). */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    // The library's own is nearly neon beside our slate.
    '--mantine-color-teal-light': '#d8f0e5',
    '--mantine-color-dimmed': '#5b636b',
    '--mantine-color-placeholder': '#6a727a',
    '--mantine-color-error': '#c22525',
    '--mantine-color-red-text': '#c22525',
    ...FILLED_ENOUGH,
    ...Object.fromEntries(
      Object.entries(DARK_ENOUGH).map(([colour, shade]) => [`--mantine-color-${colour}-light-color`, shade]),
    ),
  },
  dark: {
    ...FILLED_ENOUGH,
    '--mantine-color-dimmed': '#a3b0b6',
    '--mantine-color-placeholder': '#8f9ca3',
    '--mantine-color-harbour-light': '#1b3a3e',
    '--mantine-color-harbour-light-color': '#a9dadd',
    '--mantine-color-gray-light': '#2d383e',
    '--mantine-color-gray-light-color': '#d3dadd',
  },
});
