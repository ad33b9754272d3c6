/** Told apart by lightness too, on either background. */
export const STRONG = 'var(--chart-strong)';
export const PALE = 'var(--chart-pale)';
export const LATE = 'var(--chart-late)';
