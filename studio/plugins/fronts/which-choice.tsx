// Which section, topic or series fills up a container: found by its name.
import {Card, Text} from '@sanity/ui'
import {Autocomplete} from '@sanity/ui/autocomplete'
import {useEffect, useId, useRef, useState} from 'react'
import type {RuleOf} from './front-document.ts'
import type {FrontChoice} from './load-front.ts'
import {useSearch} from './use-search.ts'

const findQuery = (type: RuleOf): string =>
  `*[_type == "${type}" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))
    && defined(title) && ($words == "" || title match $pattern)]
    | order(lower(title) asc) [0...20]{_id, title}`

const QUERIES: Record<RuleOf, string> = {
  section: findQuery('section'),
  topic: findQuery('topic'),
  series: findQuery('series'),
}

interface WhichChoiceProps {
  rule: RuleOf
  label: string
  /** What fills it up now. */
  chosen: Pick<FrontChoice, '_id' | 'title'> | undefined
  isReadOnly: boolean
  /** Answers why it is not stored. */
  onChoose: (choice: Pick<FrontChoice, '_id' | 'title'>) => Promise<string | undefined>
}

export function WhichChoice({rule, label, chosen, isReadOnly, onChoose}: WhichChoiceProps) {
  const [words, setWords] = useState<string>()
  const {found = []} = useSearch<Pick<FrontChoice, '_id' | 'title'>>(
    QUERIES[rule],
    words,
    'fronts.which',
  )
  const asked = useRef<string>(undefined)
  const now = chosen?._id
  useEffect(() => {
    asked.current = now
  }, [now])
  // By Enter the list names a choice twice: once for the key, once for the click that it makes.
  const choose = async (id: string): Promise<void> => {
    const choice = found.find(({_id}) => _id === id)
    if (!choice || asked.current === id) return
    asked.current = id
    if ((await onChoose(choice)) !== undefined) asked.current = now
  }
  return (
    <Autocomplete
      id={useId()}
      aria-label={label}
      disabled={isReadOnly}
      filterOption={() => true}
      openButton={!isReadOnly}
      openOnFocus
      options={found.map((choice) => ({value: choice._id, ...choice}))}
      placeholder={`Find a ${rule}`}
      renderOption={({title}) => (
        <Card as="button" type="button" padding={3}>
          <Text size={1}>{title}</Text>
        </Card>
      )}
      renderValue={(value, option) =>
        option?.title ?? (value === chosen?._id ? chosen.title : '') ?? ''
      }
      {...(chosen && {value: chosen._id})}
      onFocus={() => setWords((last) => last ?? '')}
      onQueryChange={(query) => setWords(query ?? '')}
      onSelect={(id) => void choose(id)}
    />
  )
}
