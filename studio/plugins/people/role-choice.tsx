// The roles that a person can have, each with its description; one or several are chosen.
import {Box, Card, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {use, useId} from 'react'
import {OfferedRoles} from './person.ts'

interface RoleChoiceProps {
  roles: readonly string[]
  onChange: (roles: string[]) => void
  /** A role that cannot be removed here, and why. */
  fixed?: {role: string; reason: string} | undefined
}

/** A group of check boxes. */
export function RoleChoice({roles, onChange, fixed}: RoleChoiceProps) {
  const id = useId()
  return (
    <Stack gap={3} role="group" aria-labelledby={`${id}-title`}>
      <Text id={`${id}-title`} size={1} weight="medium">
        Works as
      </Text>
      <Card border radius={2} overflow="hidden">
        {use(OfferedRoles).map(({name, title, description}, index) => (
          <Card key={name} as="label" borderTop={index > 0} padding={3} style={{cursor: 'pointer'}}>
            <Flex gap={3} align="flex-start">
              <Checkbox
                checked={roles.includes(name)}
                disabled={fixed?.role === name}
                aria-labelledby={`${id}-${name}`}
                aria-describedby={`${id}-${name}-note`}
                onChange={({currentTarget: {checked}}) =>
                  onChange(checked ? [...roles, name] : roles.filter((role) => role !== name))
                }
              />
              <Box flex={1}>
                <Stack gap={2}>
                  <Text id={`${id}-${name}`} size={1} weight="medium">
                    {title}
                  </Text>
                  <Text id={`${id}-${name}-note`} size={1} muted>
                    {fixed?.role === name ? fixed.reason : description}
                  </Text>
                </Stack>
              </Box>
            </Flex>
          </Card>
        ))}
      </Card>
    </Stack>
  )
}
