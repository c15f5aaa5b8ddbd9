import type {CustomValidator} from 'sanity'
import {withoutQuotationMarks} from '../../model/quotation-marks.ts'

/** A quote is stored without the marks around it; the page adds those of its language. */
export const withoutOuterQuotationMarks: CustomValidator<string | undefined> = (text = '') =>
  withoutQuotationMarks(text) === text.trim() ||
  'Leave out the quotation marks around the quote: the page adds them.'
