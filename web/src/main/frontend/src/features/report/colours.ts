/** Told apart by lightness too, on either background. */
export const STRONG = 'light-dark(var(--mantine-color-harbour-7), var(--mantine-color-harbour-4))';
export const PALE = 'light-dark(var(--mantine-color-harbour-2), var(--mantine-color-harbour-8))';
export const LATE = 'light-dark(var(--mantine-color-orange-5), var(--mantine-color-orange-6))';
