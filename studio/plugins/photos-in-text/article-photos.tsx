// Holds what the parts of an article's form share: the editor of its text, and the dialog about credits.
import type {Editor} from '@portabletext/editor'
import {useToast} from '@sanity/ui/toast'
import {
  createContext,
  lazy,
  Suspense,
  useContext,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react'
import type {InputProps} from 'sanity'
import {useRawClient} from '../../data/use-raw-client.ts'
import {SHOWN_MS} from './labels.ts'
import type {PhotoTools, NewPhotos} from './photo-gestures.ts'
import {photoLake} from './photo-lake.ts'
import type {Block} from './text-block.ts'

/** When it is opened: the studio starts without it. */
const CreditDialog = lazy(async () => {
  const {CreditDialog: component} = await import('./credit-dialog.tsx')
  return {default: component}
})

/** The editor of the article's text, while it is on the screen. */
export interface OpenText {
  editor: Editor
  /** The photos of the HTML that is pasted next. */
  expectPasted: (blocks: readonly Block[]) => void
}

export interface ArticlePhotos {
  tools: PhotoTools
  openTextRef: RefObject<OpenText | null>
  /** Says why it failed. */
  attempt: (work: () => Promise<void>) => void
}

const PhotosContext = createContext<ArticlePhotos | null>(null)

/** Null outside an article. */
export const useArticlePhotos = (): ArticlePhotos | null => useContext(PhotosContext)

/** Around the whole form of an article. */
export function ArticlePhotosForm(props: InputProps) {
  const {language} = (props.value ?? {}) as {language?: string}
  const openTextRef = useRef<OpenText | null>(null)
  const [asked, setAsked] = useState<NewPhotos | null>(null)
  const tools = usePhotoTools(language ?? 'en', setAsked)
  const photos = useMemo(
    (): ArticlePhotos => ({
      tools,
      openTextRef,
      attempt: (work) => {
        work().catch((error: Error) =>
          tools.say({title: 'The photos could not be made.', description: error.message}, 'error'),
        )
      },
    }),
    [tools],
  )
  return (
    <PhotosContext value={photos}>
      {props.renderDefault(props)}
      <Suspense>
        {asked && (
          <CreditDialog
            key={asked.pictures[0]?.photoId}
            tools={tools}
            photos={asked}
            onClose={() => setAsked(null)}
          />
        )}
      </Suspense>
    </PhotosContext>
  )
}

function usePhotoTools(language: string, askForCredit: PhotoTools['askForCredit']): PhotoTools {
  const client = useRawClient()
  const toast = useToast()
  return useMemo(
    () => ({
      language,
      askForCredit,
      lake: photoLake(client),
      say: (advice, status) => {
        // What is done now takes the place of what was done before. A pasted document is tidied and pasted again: with the same
        // ID it is still one message.
        const id = status === 'info' ? 'photos' : `photos-${advice.title}`
        toast.push({id, status, closable: true, duration: SHOWN_MS[status], ...advice})
      },
    }),
    [client, toast, language, askForCredit],
  )
}
