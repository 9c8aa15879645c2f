import { expect, test } from 'vitest'
import { driveError } from '../../src/drive/drive-error.ts'

/** As the advanced service throws it. */
function thrown(code: number, reason: string, message: string): Error {
  return Object.assign(new Error(`API call to drive.files.create failed with error: ${message}`), {
    details: { code, message, errors: [{ reason }] },
  })
}

test.each`
  error                                                                                                           | code
  ${thrown(403, 'userRateLimitExceeded', 'User rate limit exceeded.')}                                            | ${'DRIVE_BUSY'}
  ${thrown(429, 'rateLimitExceeded', 'Too many requests')}                                                        | ${'DRIVE_BUSY'}
  ${thrown(429, '', 'Quelle')}                                                                                    | ${'DRIVE_BUSY'}
  ${new Error('API call to drive.files.copy failed with error: User rate limit exceeded')}                        | ${'DRIVE_BUSY'}
  ${new Error('Service invoked too many times in a short time: drive. Try Utilities.sleep(1000) between calls.')} | ${'DRIVE_BUSY'}
  ${new Error('Service invoked too many times for one day: documents.')}                                          | ${'DRIVE_DAY_USED_UP'}
  ${thrown(403, 'dailyLimitExceeded', 'Daily Limit Exceeded')}                                                    | ${'DRIVE_DAY_USED_UP'}
  ${thrown(404, 'notFound', 'File not found: 1abc.')}                                                             | ${'DRIVE_NOT_FOUND'}
  ${thrown(403, 'appNotAuthorizedToFile', 'The user has not granted the app access')}                             | ${'DRIVE_NOT_FOUND'}
  ${thrown(403, 'storageQuotaExceeded', 'The user has exceeded their quota')}                                     | ${'DRIVE_FULL'}
  ${thrown(403, 'teamDriveFileLimitExceeded', 'The file limit is reached')}                                       | ${'DRIVE_FULL'}
  ${thrown(403, 'insufficientFilePermissions', 'The user does not have permissions')}                             | ${'DRIVE_REFUSED'}
  ${thrown(400, 'badRequest', 'Bad Request')}                                                                     | ${'DRIVE_REFUSED'}
  ${thrown(500, 'backendError', 'Backend Error')}                                                                 | ${'DRIVE_UNSURE'}
  ${new Error('API call to drive.files.list failed with error: Empty response')}                                  | ${'DRIVE_UNSURE'}
  ${new Error('We are sorry, a server error occurred. Please wait a bit and try again.')}                         | ${'DRIVE_UNSURE'}
  ${'a text'}                                                                                                     | ${'DRIVE_UNSURE'}
`('$error is $code', ({ error, code }) => {
  expect(driveError(error).code).toBe(code)
})

test('a missing permission stays what it is', () => {
  const error = new Error('You do not have permission to call Drive.Files.list.')
  expect(() => driveError(error)).toThrow(error)
})
