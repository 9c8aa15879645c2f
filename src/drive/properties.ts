/** Names of what Plan Keeper writes on its files for itself (appProperties): hashes and a time, nothing of a student. */

/** Which folder or document it is. */
export const keyProperty = 'key'
/** All that one search asks for together. */
export const groupProperty = 'group'
/** What the document said when it was written. */
export const contentProperty = 'content'
/** When what people sign for was last changed by us; absent where it says the same as when it was first made. */
export const changedProperty = 'changed'
/** When it was written: the modifiedTime that the same call set. */
export const writtenProperty = 'written'
