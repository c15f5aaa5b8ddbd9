// Words of this project's old dialect, and what to write instead. Data for plain-words.test.ts.

export interface DialectWord {
  pattern: RegExp
  instead: string
  /** A text that has it. */
  sample: string
}

export const DIALECT: readonly DialectWord[] = [
  {
    pattern: /\balone\b(?<!\b(?:leav(?:e|es|ing)|left)\b[^.:;]*)/i,
    instead: 'only',
    sample: 'Editors alone can share.',
  },
  {pattern: /\banew\b|\bafresh\b/i, instead: 'again', sample: 'The index is built anew.'},
  {pattern: /\banother one\b/i, instead: 'changed', sample: 'The draft is another one by now.'},
  {pattern: /\bas ever\b/i, instead: 'as before', sample: 'Tokens are set as ever.'},
  {pattern: /\bbe had\b/i, instead: 'be read, available', sample: 'A picture cannot be had.'},
  {pattern: /\bdeeds?\b/i, instead: 'action', sample: 'Each deed is in the ledger.'},
  {
    pattern: /\bgiv(?:en|es?) up\b/i,
    instead: 'dropped, failed',
    sample: 'Deliveries are given up.',
  },
  {
    pattern: /\bguests?\b/i,
    instead: 'holder of a preview link',
    sample: 'A guest reads the draft.',
  },
  {pattern: /\bhears? of\b/i, instead: 'is told', sample: 'The editor hears of it.'},
  {
    pattern: /\bhouse(?:’s|'s)?\b(?! style)/i,
    instead: 'newsroom',
    sample: 'The rules of the house.',
  },
  {
    pattern: /(?<!\bthere )\b(?:is|are) (?:no(?! longer\b| more\b)|none of)\b/i,
    instead: 'is not a, is not one of',
    sample: 'A review is no draft.',
  },
  {
    pattern: /\bletters\b(?!, digits)/i,
    instead: 'e-mails; characters',
    sample: 'Letters wait while the server is down.',
  },
  {pattern: /\blies?\b/i, instead: 'is', sample: 'Comments lie in a dataset of their own.'},
  {pattern: /\bof late\b/i, instead: 'recently', sample: 'It was used of late.'},
  {
    pattern: /\bover (?:t?here)\b/i,
    instead: 'on the other side',
    sample: 'Nobody over there has approved it.',
  },
  {pattern: /\breckon(?:s|ed)?\b/i, instead: 'computed', sample: 'It is reckoned on a flat map.'},
  {
    pattern: /\brests\b|\bwoken\b|\bwakes\b/i,
    instead: 'is paused, is resumed',
    sample: 'A restored newsroom rests.',
  },
  {
    pattern: /\bshel(?:f|ves)\b|\bskim(?:s|med)?\b/i,
    instead: 'long-field store',
    sample: 'A skim.',
  },
  {pattern: /\bsights?\b/i, instead: 'visibility', sample: 'The sight of a reader.'},
  {pattern: /\bstands\b(?! for\b)|\bstood\b/i, instead: 'is', sample: 'It stands in the ledger.'},
  {
    pattern: /\b(?:switche[sd]|switching) itself off\b/i,
    instead: 'is switched off',
    sample: 'The webhook switches itself off.',
  },
  {
    pattern: /\btells? of\b|\btold of\b/i,
    instead: 'is sent, is told about',
    sample: 'It tells of it.',
  },
  {
    pattern: /\bthrow(?:n|s|ing)?(?: it| them)? away\b/i,
    instead: 'discard',
    sample: 'The changes are thrown away.',
  },
  {pattern: /\btouch(?:ed|es|ing)\b/i, instead: 'changed, affected', sample: 'A touched document.'},
  {
    pattern: /\b(?:by|for|from|of|to|what) who\b/i,
    instead: 'the person who',
    sample: 'It is told to who asked.',
  },
  {pattern: /\bwho(?:m|so)?ever\b/i, instead: 'the person who', sample: 'Whoever asks gets it.'},
]

/** Words of the dialect in a text, each with its replacement. */
export function dialectIn(text: string): string[] {
  return DIALECT.flatMap(({pattern, instead}) => {
    const found = pattern.exec(text)
    return found ? [`"${found[0]}": write "${instead}"`] : []
  })
}
