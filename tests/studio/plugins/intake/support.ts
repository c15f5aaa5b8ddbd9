import {intake, type IntakeResult} from '@copydesk/intake'

/** An article as an agency sends it: with everything that the dialog has a row for, and lines around it. */
export const TEXT = `Connect with us

Harbour

Tram depot sold after two years of talks

The city sells the depot to a housing fund, and nobody says for how much.

By Mara Lindqvist

The tram depot on Quay Street before the sale. (© Courier Pictures by Ole Brandt)

The city council sold the tram depot on Monday, after talks that lasted for two years.

"We have waited long enough for this day," said Rosa Almeida, Chair of the Tenants' Union. "Now we want to see flats."

The fund did not say how much it paid for the land, and the council did not answer our questions.

Two trams in front of the gate in 2019. (© City Archive)

A report called the building "a danger to everybody who works in it."

The council wants to decide about the flats in the spring of next year, after the election.

Follow The Courier for updates.

Our Partners
`

export const readText = (text = TEXT): Promise<IntakeResult> =>
  intake(new TextEncoder().encode(text), {fileName: 'depot.txt'})
