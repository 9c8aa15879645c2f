/** What can be picked: each value, and what it is called. */
export type Choices = readonly (readonly [value: string, words: string])[]
