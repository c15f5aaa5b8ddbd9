// Fonts that readers' systems have, and how wide their characters are: for the faces that stand in for the site's own.

export interface SystemFont {
  /** Ends the name of a family: `Text on Georgia`. */
  name: string
  /** Names under which systems know it, or another font with the same widths. */
  regular: readonly string[]
  bold: readonly string[]
  /** The mean width of the characters of `SAMPLE` (`site/build/font-metrics.ts`), in ems. */
  width: {regular: number; bold: number}
}

/**
 * Measured by `site/build/font-metrics.ts` on these files or on fonts that were drawn to the same widths: Gelasio for
 * Georgia, Tinos for Times New Roman, Arimo for Arial.
 */
export const SYSTEM_FONTS: Record<'serif' | 'sans', readonly SystemFont[]> = {
  serif: [
    {
      name: 'Georgia',
      regular: ['Georgia', 'Gelasio'],
      bold: ['Georgia Bold', 'Georgia-Bold', 'Gelasio Bold'],
      width: {regular: 0.4474, bold: 0.5203},
    },
    {
      name: 'Noto Serif',
      regular: ['Noto Serif', 'NotoSerif', 'Droid Serif'],
      bold: ['Noto Serif Bold', 'NotoSerif-Bold', 'Droid Serif Bold'],
      width: {regular: 0.4876, bold: 0.5157},
    },
    {
      name: 'Times',
      regular: ['Times New Roman', 'Liberation Serif', 'Tinos'],
      bold: ['Times New Roman Bold', 'Liberation Serif Bold', 'Tinos Bold'],
      width: {regular: 0.4092, bold: 0.4349},
    },
    {
      name: 'DejaVu Serif',
      regular: ['DejaVu Serif'],
      bold: ['DejaVu Serif Bold', 'DejaVuSerif-Bold'],
      width: {regular: 0.521, bold: 0.573},
    },
    {
      name: 'Open Sans',
      regular: ['Open Sans', 'Open Sans Regular'],
      bold: ['Open Sans Bold', 'OpenSans-Bold'],
      width: {regular: 0.4755, bold: 0.5105},
    },
  ],
  sans: [
    {
      name: 'Arial',
      regular: ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'],
      bold: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold', 'Helvetica Bold'],
      width: {regular: 0.4507, bold: 0.4852},
    },
    {
      name: 'Roboto',
      regular: ['Roboto', 'Roboto Regular'],
      bold: ['Roboto Bold', 'Roboto-Bold'],
      width: {regular: 0.4504, bold: 0.4559},
    },
    {
      name: 'Open Sans',
      regular: ['Open Sans', 'Open Sans Regular'],
      bold: ['Open Sans Bold', 'OpenSans-Bold'],
      width: {regular: 0.4755, bold: 0.5105},
    },
    {
      name: 'DejaVu Sans',
      regular: ['DejaVu Sans'],
      bold: ['DejaVu Sans Bold', 'DejaVuSans-Bold'],
      width: {regular: 0.5151, bold: 0.5809},
    },
  ],
}
