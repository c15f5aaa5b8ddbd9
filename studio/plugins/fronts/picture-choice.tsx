// A picture for one place of a front, out of the library. Its crop is set in the form of the front.
import {Box, Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import {styled} from 'styled-components'
import {Labelled} from '../../ui/labelled.tsx'
import type {FrontSlot} from './front-document.ts'
import {useSearch} from './use-search.ts'

type Picture = FrontSlot['picture']

interface FoundPhoto {
  _id: string
  caption: string | null
  creditLine: string | null
  asset: string
  url: string
}

/** Published ones with a credit; whose use is denied is not offered. */
const PHOTOS_QUERY = `*[_type == "photoWithCredit" && !(_id in path("drafts.**")) && defined(image.asset)
  && defined(creditLine) && rights.clearance != "denied" && ($words == "" || caption match $pattern)]
  | order(_updatedAt desc) [0...8]{
    _id, caption, creditLine, "asset": image.asset._ref, "url": image.asset->url
  }`

const Thumbnail = styled.img`
  display: block;
  width: 100%;
  aspect-ratio: 3 / 2;
  object-fit: cover;
`

export function PictureChoice({
  value,
  onChange,
}: {
  value: Picture
  onChange: (picture: Picture) => void
}) {
  const id = useId()
  const [words, setWords] = useState('')
  // After a problem the photos that are shown stay.
  const {found: photos = []} = useSearch<FoundPhoto>(PHOTOS_QUERY, words, 'fronts.photos')
  const chosen = value?.photo?._ref
  return (
    <Labelled id={id} label="Picture">
      <TextInput
        id={id}
        placeholder="Find a photo by its caption"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Flex gap={2} wrap="wrap" role="group" aria-label="Photos">
        {photos.map((photo) => (
          <Box key={photo._id} style={{width: 132}}>
            <Button
              aria-pressed={photo._id === chosen}
              mode={photo._id === chosen ? 'default' : 'ghost'}
              padding={1}
              style={{width: '100%'}}
              onClick={() => onChange(photo._id === chosen ? undefined : pictureOf(photo))}
            >
              <Stack gap={2}>
                <Thumbnail alt="" src={`${photo.url}?w=264`} />
                <Text size={0} textOverflow="ellipsis">
                  {photo.caption || photo.creditLine}
                </Text>
              </Stack>
            </Button>
          </Box>
        ))}
      </Flex>
      {value && (
        <Flex>
          <Button mode="ghost" text="The story’s own picture" onClick={() => onChange(undefined)} />
        </Flex>
      )}
    </Labelled>
  )
}

const pictureOf = ({_id, asset}: FoundPhoto): Picture => ({
  _type: 'image',
  asset: {_type: 'reference', _ref: asset},
  photo: {_type: 'reference', _ref: _id},
})
