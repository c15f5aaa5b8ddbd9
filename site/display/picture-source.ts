/** How a picture was made, in words for readers, by the IPTC's code. */
const LABELS: Record<string, string> = {
  digitalCapture: 'Photograph',
  computationalCapture: 'Photograph, several shots combined by the camera',
  negativeFilm: 'Photograph, scanned from a negative',
  positiveFilm: 'Photograph, scanned from a slide',
  print: 'Scan of a print',
  screenCapture: 'Screenshot',
  virtualRecording: 'Recording of a virtual event',
  humanEdits: 'Photograph, edited by a person',
  algorithmicallyEnhanced: 'Photograph, improved by software',
  composite: 'Composite of several pictures',
  compositeCapture: 'Composite of photographs',
  compositeSynthetic: 'Composite with computer-made parts',
  compositeWithTrainedAlgorithmicMedia: 'Photograph with parts made by generative AI',
  digitalCreation: 'Drawn or designed by a person',
  dataDrivenMedia: 'Chart or map made from data',
  algorithmicMedia: 'Made by software, without AI',
  trainedAlgorithmicMedia: 'Made by generative AI',
}

/** `Scan of a print`; `undefined` for a code that is not in the vocabulary. */
export const pictureSource = (code: string | null | undefined): string | undefined =>
  Object.hasOwn(LABELS, code ?? '') ? LABELS[code ?? ''] : undefined
