// Whether words between marks are a sentence or a part of one.

/** Whether words are a sentence: they end in a verb, an adjective or a particle. */
export function isSentence(words: string): boolean {
  if (/[。！？!?…]./u.test(words)) return true
  const end = words.replace(/[！？!?…―─—♪〜～]+$/u, '')
  if (end !== words && end.length > 1 && /\p{Script=Hiragana}$/u.test(end)) return true
  if (/(?:だ|です|ます)もの$/u.test(end)) return true
  if (
    /(?:ため|まま|ほど|ばかり|こと|もの|とき|ところ|わけ|つもり|はず|ほう|らしさ|さ|み)$/u.test(end)
  )
    return false
  return /(?:[うくぐすつぬぶむる]|[いたただ]|ん|[^の]で|て|[よねわかなぞぜろれせえけめげべ]|です|ます|から|とは|けど|ので|のに|の)$/u.test(
    end,
  )
}
