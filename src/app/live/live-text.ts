import { defineMessages, params } from '../language/define-messages.ts'

export const liveText = defineMessages('live', {
  turnedOff: 'Live updates were turned off from another place.',
  elsewhere: 'Live updates moved to another window or app.',
  unavailable: 'Live updates are unavailable.',
  checking: params({
    one: 'Checking every second.',
    other: 'Checking every {count} seconds.',
  }),
  turnOn: 'Turn on here',
})
